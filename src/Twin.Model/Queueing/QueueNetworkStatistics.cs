using Twin.Model.Events;
using Twin.Model.Results;

namespace Twin.Model.Queueing;

/// <content>Journeys, who is followed, and the metrics.</content>
public sealed partial class QueueNetwork
{
    private readonly DurationSample _times = new();
    private readonly DurationSample _waits = new();
    private long _followed;
    private long _arrived;
    private long _refused;
    private long _lost;
    private long _lostTime;
    private long _visits;
    private long _sojournWithin;
    private readonly KindTally[] _kinds;
    private long _balked;
    private long _gaveUp;

    /// <summary>Somebody comes from outside.</summary>
    private void CountArrival(in Customer customer)
    {
        _arrived += _plan.Counts(_now) ? 1 : 0;
        CountOfKind(in customer, KindCell.Arrived);
    }

    /// <summary>Somebody from outside finds their first station full, or turns away from it.</summary>
    private void TurnAway(in Customer customer, bool refused)
    {
        if (_plan.Counts(_now))
        {
            _refused += refused ? 1 : 0;
            _balked += refused ? 0 : 1;
            CountOfKind(in customer, refused ? KindCell.Refused : KindCell.Balked);
        }
    }

    private void CountOfKind(in Customer customer, KindCell cell)
    {
        if (_kinds.Length > 0 && _plan.Counts(customer.Entered))
        {
            _kinds[customer.Kind].Count(cell);
        }
    }

    /// <summary>Somebody has entered the network.</summary>
    private void Follow()
    {
        _inNetwork.Change(1, _now);
        _followed += _plan.Counts(_now) ? 1 : 0;
    }

    /// <summary>Somebody has joined a station.</summary>
    private void FollowVisit() => _followed += _plan.Counts(_now) ? 1 : 0;

    private void Finish(Station station, in Customer customer)
    {
        station.Finish(in customer, _now);
        _recorder?.Record(in customer, customer.Joined, _now, VisitEnd.Served);
        _followed -= _plan.Counts(customer.Joined) ? 1 : 0;
    }

    /// <summary>Somebody leaves the network after their last service.</summary>
    private void Complete(int place, StepContext context)
    {
        ref Customer customer = ref _customers[place];
        if (_plan.Counts(customer.Entered))
        {
            _times.Add(_now - customer.Entered);
            _waits.Add(customer.Waited);
            _visits += customer.Visit;
            if (_kinds.Length > 0)
            {
                _kinds[customer.Kind].Times.Add(_now - customer.Entered);
                _kinds[customer.Kind].Waits.Add(customer.Waited);
            }
        }

        Leave(place, context);
    }

    /// <summary>Somebody in the network is lost at a full station, or gives up.</summary>
    private void Lose(int place, bool refused, StepContext context)
    {
        ref Customer customer = ref _customers[place];
        if (_plan.Counts(customer.Entered))
        {
            _lost += refused ? 1 : 0;
            _gaveUp += refused ? 0 : 1;
            _lostTime += _now - customer.Entered;
            CountOfKind(in customer, refused ? KindCell.Lost : KindCell.GaveUp);
        }

        Leave(place, context);
    }

    private void Leave(int place, StepContext context)
    {
        ref Customer customer = ref _customers[place];
        _sojournWithin += _inNetwork.Overlap(customer.Entered, _now);
        _followed -= _plan.Counts(customer.Entered) ? 1 : 0;
        _inNetwork.Change(-1, _now);
        GoHome(in customer, context);
        _customers.Leave(place);
    }

    /// <inheritdoc/>
    /// <remarks>Those still there are counted with their times so far, so that Little's law holds exactly at any moment.</remarks>
    public override void Observe(MetricSink metrics)
    {
        metrics.Add(QueueMetrics.Of(NetworkCell.StatisticsTime), _inNetwork.Overlap(0, _now));
        metrics.Add(QueueMetrics.Of(NetworkCell.Arrived), _arrived);
        metrics.Add(QueueMetrics.Of(NetworkCell.Refused), _refused);
        metrics.Add(QueueMetrics.Of(NetworkCell.Lost), _lost);
        metrics.Add(QueueMetrics.Of(NetworkCell.Visits), _visits);
        metrics.Add(QueueMetrics.Of(NetworkCell.LostTime), _lostTime);
        metrics.Add(QueueMetrics.Of(NetworkCell.InNetworkTime), _inNetwork.Until(_now));
        metrics.Add(QueueMetrics.Of(NetworkCell.SojournWithin), _sojournWithin);
        _times.Observe(metrics, QueueMetrics.Of(NetworkCell.Time));
        _waits.Observe(metrics, QueueMetrics.Of(NetworkCell.Wait));
        foreach (Station station in _stations)
        {
            Observe(station, metrics);
        }

        ObserveExtra(metrics);
        for (int place = 0; place < _customers.Places; place++)
        {
            if (_customers[place].Station >= 0)
            {
                ObservePresent(in _customers[place], metrics);
            }
        }
    }

    /// <summary>The further figures of a network that has them.</summary>
    private void ObserveExtra(MetricSink metrics)
    {
        if (_plan.Extra is not { } extra)
        {
            return;
        }

        metrics.Add(extra.Of(NetworkExtraCell.Balked), _balked);
        metrics.Add(extra.Of(NetworkExtraCell.GaveUp), _gaveUp);
        for (int stream = 0; stream < _streams.Length; stream++)
        {
            long missed = _streams[stream].Missed.Count(_plan.Counts);
            metrics.Add(extra.Of(NetworkExtraCell.NoShow), missed);
            if (_kinds.Length > 0)
            {
                metrics.Add(extra.OfKind(stream / _stations.Length, 0) + (int)KindCell.NoShow, missed);
            }
        }

        foreach (Station station in _stations)
        {
            metrics.Add(extra.Of(station.Ordinal, StationExtraCell.Balked), station.Balked);
            metrics.Add(extra.Of(station.Ordinal, StationExtraCell.Reneged), station.Reneged);
            metrics.Add(extra.Of(station.Ordinal, StationExtraCell.RenegedTime), station.RenegedTime);
            metrics.Add(extra.Of(station.Ordinal, StationExtraCell.DutyTime), station.TimesUntil(_now).Duty);
        }

        for (int kind = 0; kind < _kinds.Length; kind++)
        {
            _kinds[kind].Observe(metrics, extra.OfKind(kind, 0));
            foreach (Station station in _stations)
            {
                station.Kinds[kind].Observe(metrics, extra.OfKind(kind, 1 + station.Ordinal));
            }
        }
    }

    /// <inheritdoc/>
    public override byte[] Records()
    {
        for (int place = 0; place < _customers.Places; place++)
        {
            ref Customer customer = ref _customers[place];
            if (customer.Station >= 0 && !customer.Travels)
            {
                _recorder?.Record(in customer, customer.Joined, -1, VisitEnd.StillThere);
            }
        }

        return _recorder?.Pack(_stations, _now) ?? [];
    }

    private void RecordEdge(bool begins)
    {
        if (_recorder is not null)
        {
            (_recorder.PresentAtBegin, _recorder.PresentAtEnd) = begins ? (_inNetwork.Value, 0) : (_recorder.PresentAtBegin, _inNetwork.Value);
        }
    }

    private void Observe(Station station, MetricSink metrics)
    {
        void Add(StationCell cell, long value) => metrics.Add(QueueMetrics.Of(station.Ordinal, cell), value);
        Add(StationCell.Arrived, station.Arrived);
        Add(StationCell.Refused, station.Refused);
        Add(StationCell.InSystemTime, station.InSystem.Until(_now));
        Add(StationCell.InQueueTime, station.InQueue.Until(_now));
        Add(StationCell.BusyTime, station.TimesUntil(_now).Busy);
        Add(StationCell.SojournWithin, station.SojournWithin);
        Add(StationCell.WaitWithin, station.WaitWithin);
        Add(StationCell.InSystemGreatest, station.InSystem.Greatest);
        Add(StationCell.InQueueGreatest, station.InQueue.Greatest);
        station.Waits.Observe(metrics, QueueMetrics.Of(station.Ordinal, StationCell.Wait));
        station.Sojourns.Observe(metrics, QueueMetrics.Of(station.Ordinal, StationCell.Sojourn));
    }

    private void ObservePresent(in Customer customer, MetricSink metrics)
    {
        bool journeyCounts = _plan.Counts(customer.Entered);
        metrics.Add(QueueMetrics.Of(NetworkCell.StillThere), journeyCounts ? 1 : 0);
        metrics.Add(QueueMetrics.Of(NetworkCell.SojournWithin), _inNetwork.Overlap(customer.Entered, _now));
        ObservePresentOfKind(in customer, 0, journeyCounts, metrics);
        if (customer.Travels)
        {
            return;
        }

        Station station = _stations[customer.Station];
        bool visitCounts = _plan.Counts(customer.Joined);
        metrics.Add(QueueMetrics.Of(station.Ordinal, StationCell.StillThere), visitCounts ? 1 : 0);
        metrics.Add(QueueMetrics.Of(station.Ordinal, StationCell.SojournWithin), station.InSystem.Overlap(customer.Joined, _now));
        ObservePresentOfKind(in customer, 1 + station.Ordinal, visitCounts, metrics);
        if (!customer.IsServed)
        {
            metrics.Add(QueueMetrics.Of(station.Ordinal, StationCell.WaitWithin), station.InQueue.Overlap(customer.WaitsSince, _now));
        }
    }

    private void ObservePresentOfKind(in Customer customer, int place, bool counts, MetricSink metrics)
    {
        if (counts && _kinds.Length > 0 && _plan.Extra is { } extra)
        {
            metrics.Add(extra.OfKind(customer.Kind, place) + (int)KindCell.StillThere, 1);
        }
    }
}

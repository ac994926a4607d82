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

    /// <summary>Somebody comes from outside.</summary>
    private void CountArrival() => _arrived += _plan.Counts(_now) ? 1 : 0;

    /// <summary>Somebody from outside finds their first station full.</summary>
    private void Refuse() => _refused += _plan.Counts(_now) ? 1 : 0;

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
    private void Complete(int place)
    {
        ref Customer customer = ref _customers[place];
        if (_plan.Counts(customer.Entered))
        {
            _times.Add(_now - customer.Entered);
            _waits.Add(customer.Waited);
            _visits += customer.Visit;
        }

        Leave(place);
    }

    /// <summary>Somebody is lost at a full station that is not their first.</summary>
    private void Lose(int place)
    {
        ref Customer customer = ref _customers[place];
        if (_plan.Counts(customer.Entered))
        {
            _lost++;
            _lostTime += _now - customer.Entered;
        }

        Leave(place);
    }

    private void Leave(int place)
    {
        long entered = _customers[place].Entered;
        _sojournWithin += _inNetwork.Overlap(entered, _now);
        _followed -= _plan.Counts(entered) ? 1 : 0;
        _inNetwork.Change(-1, _now);
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

        for (int place = 0; place < _customers.Places; place++)
        {
            if (_customers[place].Station >= 0)
            {
                ObservePresent(in _customers[place], metrics);
            }
        }
    }

    /// <inheritdoc/>
    public override byte[] Records()
    {
        for (int place = 0; place < _customers.Places; place++)
        {
            ref Customer customer = ref _customers[place];
            if (customer.Station >= 0)
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
        Add(StationCell.BusyTime, station.BusyUntil(_now));
        Add(StationCell.SojournWithin, station.SojournWithin);
        Add(StationCell.WaitWithin, station.WaitWithin);
        Add(StationCell.InSystemGreatest, station.InSystem.Greatest);
        Add(StationCell.InQueueGreatest, station.InQueue.Greatest);
        station.Waits.Observe(metrics, QueueMetrics.Of(station.Ordinal, StationCell.Wait));
        station.Sojourns.Observe(metrics, QueueMetrics.Of(station.Ordinal, StationCell.Sojourn));
    }

    private void ObservePresent(in Customer customer, MetricSink metrics)
    {
        metrics.Add(QueueMetrics.Of(NetworkCell.StillThere), _plan.Counts(customer.Entered) ? 1 : 0);
        metrics.Add(QueueMetrics.Of(NetworkCell.SojournWithin), _inNetwork.Overlap(customer.Entered, _now));
        Station station = _stations[customer.Station];
        metrics.Add(QueueMetrics.Of(station.Ordinal, StationCell.StillThere), _plan.Counts(customer.Joined) ? 1 : 0);
        metrics.Add(QueueMetrics.Of(station.Ordinal, StationCell.SojournWithin), station.InSystem.Overlap(customer.Joined, _now));
        if (customer.Started < 0)
        {
            metrics.Add(QueueMetrics.Of(station.Ordinal, StationCell.WaitWithin), station.InQueue.Overlap(customer.Joined, _now));
        }
    }
}

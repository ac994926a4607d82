using System.Runtime.InteropServices;
using Twin.Model.Events;

namespace Twin.Model.Queueing;

/// <summary>An open network of stations: one entity, so that what needs no time (a move from station to station) happens inside it.</summary>
/// <remarks>
/// Order at one moment: services end first, in the order in which they began, and a freed server takes the next who waits; then those come in
/// who leave a station at that moment, in that order; then those from outside, in the order of their numbers. So a place that is freed at a
/// moment is free for who arrives at that moment, however the events were set.
/// </remarks>
public sealed partial class QueueNetwork : Entity
{
    private readonly QueuePlan _plan;
    private readonly Station[] _stations;
    private readonly ArrivalStream[] _streams;
    private readonly CustomerTable _customers = new();
    private readonly FifoQueue<int> _moving = new();
    private readonly FifoQueue<Customer> _coming = new();
    private readonly Dictionary<long, int> _endsAt = [];
    private readonly TimeIntegral _inNetwork;
    private readonly QueueRecorder? _recorder;
    private long _now;
    private int _servicesEnded;

    /// <summary>An empty network.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="plan">The run's plan.</param>
    public QueueNetwork(EntityId id, QueuePlan plan)
        : base(id)
    {
        _plan = plan;
        _stations = [.. Enumerable.Range(0, plan.Network.Stations.Count).Select(i => new Station(plan, i))];
        _streams = [.. _stations.Select(station => plan.Arrivals(station.Ordinal))];
        _inNetwork = new TimeIntegral(plan.WarmUp, plan.End);
        _recorder = plan.Recording == default ? null : new QueueRecorder(plan);
    }

    /// <summary>The stations, for queries between steps.</summary>
    public IReadOnlyList<Station> Stations => _stations;

    /// <summary>Services ended at all stations since the start.</summary>
    public override int Completed => _servicesEnded;

    /// <inheritdoc/>
    protected override void Handle(in Event e, StepContext context)
    {
        _now = context.Now;
        switch (e.Kind)
        {
            case EventKind.WarmUpEnd:
                Array.ForEach(_stations, station => station.BeginStatistics(_now));
                RecordEdge(begins: true);
                break;
            case EventKind.StatisticsEnd:
                Array.ForEach(_stations, station => station.EndStatistics(_now));
                RecordEdge(begins: false);
                break;
            case EventKind.StationArrival when !IsOver:
                TakeArrivals(e.A, context);
                break;
            case EventKind.ServiceEnd when !IsOver:
                EndService(_stations[e.A], e.B, context);
                break;
            case EventKind.StationArrival or EventKind.ServiceEnd:
                break;
            default:
                throw Unexpected(in e);
        }
    }

    /// <summary>After the statistics, once everybody has left who is followed, nothing that happens can change a result.</summary>
    private bool IsOver => _now > _plan.End && _followed == 0;

    private void TakeArrivals(int station, StepContext context)
    {
        if (_now > _plan.LastArrival)
        {
            return;
        }

        ArrivalStream stream = _streams[station];
        while (stream.Moment == _now)
        {
            _coming.Enqueue(new Customer { Origin = station, Number = stream.Number, Station = station, Entered = _now, Started = -1 });
            stream.Advance();
        }

        if (stream.Moment < _plan.Horizon)
        {
            context.SendSelf(stream.Moment, EventKind.StationArrival, station, stream.Number);
        }

        AdmitIfAllEnded(context);
    }

    private void EndService(Station station, int server, StepContext context)
    {
        int place = station.AtServer(server);
        station.Servers.Release(server, _now);
        _servicesEnded++;
        CountEnd(-1, _now);
        station.InSystem.Change(-1, _now);
        ref Customer customer = ref _customers[place];
        Finish(station, in customer);
        int next = _plan.NextStation(station.Ordinal, in customer);
        customer.Waited += customer.Started - customer.Joined;
        customer.Visit++;
        if (next < 0)
        {
            Complete(place);
        }
        else
        {
            customer.Station = next;
            customer.Started = -1;
            _moving.Enqueue(place);
        }

        Serve(station, context);
        AdmitIfAllEnded(context);
    }

    /// <summary>Lets those in who arrive at this moment, unless a service still ends at it.</summary>
    private void AdmitIfAllEnded(StepContext context)
    {
        if (_endsAt.ContainsKey(_now))
        {
            return;
        }

        while (_moving.Count > 0)
        {
            Admit(_moving.Dequeue(), context);
        }

        while (_coming.Count > 0)
        {
            Enter(_coming.Dequeue(), context);
        }
    }

    private void Enter(Customer customer, StepContext context)
    {
        CountArrival();
        Station station = _stations[customer.Station];
        if (station.IsFull)
        {
            station.Count(refused: true, _now);
            Refuse();
            _recorder?.Record(in customer, _now, _now, VisitEnd.Refused);
            return;
        }

        int place = _customers.Enter(in customer);
        Follow();
        Admit(place, context);
    }

    /// <summary>Somebody of the network comes to a station: they join, or are lost.</summary>
    private void Admit(int place, StepContext context)
    {
        ref Customer customer = ref _customers[place];
        Station station = _stations[customer.Station];
        station.Count(station.IsFull, _now);
        if (station.IsFull)
        {
            _recorder?.Record(in customer, _now, _now, VisitEnd.Lost);
            Lose(place);
            return;
        }

        customer.Joined = _now;
        FollowVisit();
        station.InSystem.Change(1, _now);
        station.InQueue.Change(1, _now);
        station.Queue.Enqueue(place);
        Serve(station, context);
    }

    private void Serve(Station station, StepContext context)
    {
        int server;
        while (station.Queue.Count > 0 && (server = station.Servers.TryTake(_now)) >= 0)
        {
            int place = station.Queue.Dequeue();
            station.InQueue.Change(-1, _now);
            station.AtServer(server) = place;
            ref Customer customer = ref _customers[place];
            customer.Started = _now;
            station.Begin(in customer);
            long end = _now + _plan.ServiceTime(station.Ordinal, in customer);
            if (end < _plan.Horizon)
            {
                CountEnd(1, end);
                context.SendSelf(end, EventKind.ServiceEnd, station.Ordinal, server);
            }
        }
    }

    private void CountEnd(int change, long moment)
    {
        ref int count = ref CollectionsMarshal.GetValueRefOrAddDefault(_endsAt, moment, out _);
        count += change;
        if (count == 0)
        {
            _endsAt.Remove(moment);
        }
    }
}

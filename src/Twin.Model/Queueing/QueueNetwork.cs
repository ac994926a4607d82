using System.Runtime.InteropServices;
using Twin.Model.Events;

namespace Twin.Model.Queueing;

/// <summary>A network of stations: one entity, so that what needs no time (a move from station to station) happens inside it.</summary>
/// <remarks>
/// Order at one moment: servers come and go; services end, in the order in which they began, and a freed server takes the next who waits; those
/// whose patience ends and who still wait give up; then those come in who leave a station or end a way at that moment, in that order; then those
/// from outside, in the order of their numbers. So a place that is freed at a moment is free for who arrives at that moment, however the events
/// were set.
/// </remarks>
public sealed partial class QueueNetwork : Entity
{
    private readonly QueuePlan _plan;
    private readonly Station[] _stations;
    private readonly ArrivalStream[] _streams;
    private readonly CustomerTable _customers = new();
    private readonly FifoQueue<int> _impatient = new();
    private readonly FifoQueue<int> _moving = new();
    private readonly FifoQueue<Customer> _coming = new();
    private readonly Dictionary<long, int> _endsAt = [];
    private readonly TimeIntegral _inNetwork;
    private readonly QueueRecorder? _recorder;
    private long _now;
    private long _nextChange;
    private int _servicesEnded;

    /// <summary>An empty network.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="plan">The run's plan.</param>
    public QueueNetwork(EntityId id, QueuePlan plan)
        : base(id)
    {
        _plan = plan;
        _stations = [.. Enumerable.Range(0, plan.Network.Stations.Count).Select(i => new Station(plan, i, _customers))];
        _streams = [.. Enumerable.Range(0, plan.Streams).Select(plan.Arrivals)];
        _nextChange = _stations.Min(station => station.NextChange);
        _inNetwork = new TimeIntegral(plan.WarmUp, plan.End);
        _recorder = plan.Recording == default ? null : new QueueRecorder(plan);
        _kinds = [.. plan.Network.Kinds.Select(_ => new KindTally())];
    }

    /// <summary>The stations, for queries between steps.</summary>
    public IReadOnlyList<Station> Stations => _stations;

    /// <summary>Services ended at all stations since the start, one for each customer of a batch.</summary>
    public override int Completed => _servicesEnded;

    /// <inheritdoc/>
    protected override void Handle(in Event e, StepContext context)
    {
        _now = context.Now;
        if (_now >= _nextChange)
        {
            Array.ForEach(_stations, station => station.ChangeServers(_now));
            _nextChange = _stations.Min(station => station.NextChange);
        }

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
            case EventKind.StationArrival or EventKind.ServiceEnd or EventKind.PatienceEnd or EventKind.TravelEnd or EventKind.ServerChange:
                if (!IsOver)
                {
                    Happen(in e, context);
                }

                break;
            default:
                throw Unexpected(in e);
        }
    }

    /// <summary>After the statistics, once everybody has left who is followed, nothing that happens can change a result.</summary>
    private bool IsOver => _now > _plan.End && _followed == 0;

    private void Happen(in Event e, StepContext context)
    {
        switch (e.Kind)
        {
            case EventKind.ServiceEnd:
                EndService(_stations[e.A], e.B, (int)e.C, context);
                break;
            case EventKind.StationArrival:
                TakeArrivals(e.A, e.B, context);
                break;
            case EventKind.PatienceEnd:
                LosePatience(in e, context);
                break;
            case EventKind.TravelEnd:
                _moving.Enqueue(e.A);
                AdmitIfAllEnded(context);
                break;
            default:
                Serve(_stations[e.A], context);
                break;
        }
    }

    private void TakeArrivals(int stream, int member, StepContext context)
    {
        if (_now > _plan.LastArrival)
        {
            return;
        }

        ArrivalStream arrivals = _streams[stream];
        if (_plan.IsClosed && _plan.Schedule(stream).Population > 0)
        {
            Come(stream, member);
        }

        while (arrivals.Moment == _now)
        {
            for (int i = 0; i < arrivals.Size; i++)
            {
                Come(stream, arrivals.Number + i);
            }

            arrivals.Advance();
        }

        if (arrivals.Moment < _plan.Horizon)
        {
            context.SendSelf(arrivals.Moment, EventKind.StationArrival, stream, arrivals.Number);
        }

        AdmitIfAllEnded(context);
    }

    private void Come(int stream, int number)
    {
        (int kind, int station) = Math.DivRem(stream, _stations.Length);
        _coming.Enqueue(new Customer { Kind = kind, Stream = stream, Number = number, Station = station, Entered = _now, Started = -1 });
    }

    /// <summary>Lets those in who arrive at this moment, unless a service still ends at it.</summary>
    private void AdmitIfAllEnded(StepContext context)
    {
        if (_endsAt.ContainsKey(_now))
        {
            return;
        }

        while (_impatient.Count > 0)
        {
            Renege(_impatient.Dequeue(), context);
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
        CountArrival(in customer);
        Station station = _stations[customer.Station];
        bool refused = station.IsFull;
        if (refused || _plan.Balks(station.Ordinal, station.InQueue.Value, in customer))
        {
            station.Count(in customer, refused, !refused, _now);
            TurnAway(in customer, refused);
            _recorder?.Record(in customer, _now, _now, refused ? VisitEnd.Refused : VisitEnd.Balked);
            GoHome(in customer, context);
            return;
        }

        int place = _customers.Enter(in customer);
        Follow();
        Join(station, place, context);
    }

    /// <summary>Somebody of the network comes to a station: they join, or are lost, or turn away.</summary>
    private void Admit(int place, StepContext context)
    {
        ref Customer customer = ref _customers[place];
        customer.Travels = false;
        Station station = _stations[customer.Station];
        bool refused = station.IsFull;
        if (refused || _plan.Balks(station.Ordinal, station.InQueue.Value, in customer))
        {
            station.Count(in customer, refused, !refused, _now);
            _recorder?.Record(in customer, _now, _now, refused ? VisitEnd.Lost : VisitEnd.Balked);
            Lose(place, refused, context);
            return;
        }

        Join(station, place, context);
    }

    private void Join(Station station, int place, StepContext context)
    {
        ref Customer customer = ref _customers[place];
        station.Count(in customer, refused: false, balked: false, _now);
        customer.Joined = _now;
        customer.WaitsSince = _now;
        FollowVisit();
        station.InSystem.Change(1, _now);
        station.InQueue.Change(1, _now);
        station.Queue.Add(place, _plan.RankOf(customer.Kind));
        Serve(station, context);
        if (!customer.IsServed && station.Interrupts)
        {
            Interrupt(station, place, context);
        }

        if (!customer.IsServed && _plan.Patience(station.Ordinal, in customer) is { } patience && _now + patience < _plan.Horizon)
        {
            context.SendSelf(_now + patience, EventKind.PatienceEnd, place, customer.Visit, Identity(in customer));
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

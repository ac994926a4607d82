namespace Twin.Model.Queueing;

/// <summary>One station of a network: a line of those who wait, parallel servers, and what is counted there.</summary>
public sealed class Station
{
    private readonly AtServer[] _atServer;
    private readonly QueuePlan _plan;
    private readonly StationParameters _parameters;
    private readonly KindTally[] _kinds;
    private readonly StepSeries? _dutySeries;
    private int _changes;
    private (long Busy, long Duty)? _final;

    /// <summary>An empty station.</summary>
    /// <param name="plan">The run's plan.</param>
    /// <param name="ordinal">Which station.</param>
    /// <param name="customers">Everybody in the network.</param>
    public Station(QueuePlan plan, int ordinal, CustomerTable customers)
    {
        _plan = plan;
        Ordinal = ordinal;
        _parameters = plan.Network.Stations[ordinal];
        Room = _parameters.Room ?? int.MaxValue;
        (BatchMost, BatchLeast) = (_parameters.Batch?.Most ?? 1, _parameters.Batch?.Least ?? 1);
        Interrupts = _parameters.Preemption == Preemption.Resume;
        int most = _parameters.Schedule.Select(change => change.Servers).Append(_parameters.Servers).Max();
        _atServer = new AtServer[most];
        Queue = new WaitingLine(customers, plan.Ranks);
        InSystem = new TimeIntegral(plan.WarmUp, plan.End, plan.NewSeries());
        InQueue = new TimeIntegral(plan.WarmUp, plan.End, plan.NewSeries());
        _dutySeries = _parameters.Schedule.Count > 0 ? plan.NewSeries() : null;
        _kinds = [.. plan.Network.Kinds.Select(_ => new KindTally())];
        for (int i = 0; i < most; i++)
        {
            Servers.Add(onDuty: i < _parameters.Servers, 0);
        }

        ChangeServers(0);
    }

    /// <summary>Which station.</summary>
    public int Ordinal { get; }

    /// <summary>Room, those in service included.</summary>
    public int Room { get; }

    /// <summary>Most who are served at once by one server.</summary>
    public int BatchMost { get; }

    /// <summary>A service begins only when so many wait.</summary>
    public int BatchLeast { get; }

    /// <summary>Whether priorities interrupt a service.</summary>
    public bool Interrupts { get; }

    /// <summary>When the number of servers changes next, ms.</summary>
    public long NextChange => _changes < _parameters.Schedule.Count ? _parameters.Schedule[_changes].From.Milliseconds : long.MaxValue;

    /// <summary>The servers.</summary>
    public ServerPool Servers { get; } = new();

    /// <summary>Those who wait.</summary>
    public WaitingLine Queue { get; }

    /// <summary>The number at the station.</summary>
    public TimeIntegral InSystem { get; }

    /// <summary>The number who wait.</summary>
    public TimeIntegral InQueue { get; }

    /// <summary>Waits of those who arrived in the time of statistics.</summary>
    public DurationSample Waits { get; } = new();

    /// <summary>Times at the station of those who arrived in the time of statistics.</summary>
    public DurationSample Sojourns { get; } = new();

    /// <summary>Arrivals in the time of statistics.</summary>
    public long Arrived { get; private set; }

    /// <summary>Arrivals in the time of statistics who were refused.</summary>
    public long Refused { get; private set; }

    /// <summary>Arrivals in the time of statistics who turned away.</summary>
    public long Balked { get; private set; }

    /// <summary>Arrivals in the time of statistics who gave up waiting.</summary>
    public long Reneged { get; private set; }

    /// <summary>Waits of those who gave up, ms.</summary>
    public long RenegedTime { get; private set; }

    /// <summary>Integral of the number at the station from the customers' own times, ms.</summary>
    public long SojournWithin { get; private set; }

    /// <summary>Integral of the number who wait from the customers' own times, ms.</summary>
    public long WaitWithin { get; private set; }

    /// <summary>Whether the room is full.</summary>
    public bool IsFull => InSystem.Value >= Room;

    /// <summary>What each server does.</summary>
    /// <param name="server">Its number.</param>
    public ref AtServer At(int server) => ref _atServer[server];

    /// <summary>What is counted of each kind; empty without kinds.</summary>
    internal IReadOnlyList<KindTally> Kinds => _kinds;

    /// <summary>Puts servers on and off duty by the schedule.</summary>
    /// <param name="now">The moment, ms.</param>
    public void ChangeServers(long now)
    {
        while (NextChange <= now)
        {
            _dutySeries?.Hold(Servers.OnDuty, now);
            int servers = _parameters.Schedule[_changes++].Servers;
            for (int i = 0; i < Servers.Count; i++)
            {
                Servers.SetDuty(i, i < servers, now);
            }
        }
    }

    /// <summary>Servers on duty in each step of the series, number × ms; null for a station without a schedule.</summary>
    /// <param name="now">At or after the last event, ms.</param>
    public long[]? DutySeries(long now)
    {
        _dutySeries?.Hold(Servers.OnDuty, now);
        return _dutySeries?.Areas;
    }

    /// <summary>Counts an arrival.</summary>
    /// <param name="customer">Who.</param>
    /// <param name="refused">Whether it was refused.</param>
    /// <param name="balked">Whether they turned away.</param>
    /// <param name="now">The moment, ms.</param>
    public void Count(in Customer customer, bool refused, bool balked, long now)
    {
        if (!_plan.Counts(now))
        {
            return;
        }

        Arrived++;
        Refused += refused ? 1 : 0;
        Balked += balked ? 1 : 0;
        if (_kinds.Length > 0)
        {
            _kinds[customer.Kind].Count(KindCell.Arrived);
            if (refused || balked)
            {
                _kinds[customer.Kind].Count(refused ? KindCell.Refused : KindCell.Balked);
            }
        }
    }

    /// <summary>Counts a wait that ends.</summary>
    /// <param name="customer">Who waited.</param>
    /// <param name="now">The moment, ms.</param>
    public void EndWait(ref Customer customer, long now)
    {
        WaitWithin += InQueue.Overlap(customer.WaitsSince, now);
        customer.WaitedHere += now - customer.WaitsSince;
    }

    /// <summary>Counts a service that begins, or goes on.</summary>
    /// <param name="customer">Who is served.</param>
    public void Begin(in Customer customer)
    {
        if (!Interrupts && _plan.Counts(customer.Joined))
        {
            Waits.Add(customer.WaitedHere);
        }
    }

    /// <summary>Counts a service that ends.</summary>
    /// <param name="customer">Who was served.</param>
    /// <param name="now">The moment, ms.</param>
    public void Finish(in Customer customer, long now)
    {
        SojournWithin += InSystem.Overlap(customer.Joined, now);
        if (_plan.Counts(customer.Joined))
        {
            Sojourns.Add(now - customer.Joined);
            if (Interrupts)
            {
                Waits.Add(customer.WaitedHere);
            }

            if (_kinds.Length > 0)
            {
                _kinds[customer.Kind].Times.Add(now - customer.Joined);
                _kinds[customer.Kind].Waits.Add(customer.WaitedHere);
            }
        }
    }

    /// <summary>Counts somebody who gives up waiting.</summary>
    /// <param name="customer">Who.</param>
    /// <param name="now">The moment, ms.</param>
    public void Renege(in Customer customer, long now)
    {
        SojournWithin += InSystem.Overlap(customer.Joined, now);
        if (_plan.Counts(customer.Joined))
        {
            Reneged++;
            RenegedTime += now - customer.Joined;
            if (_kinds.Length > 0)
            {
                _kinds[customer.Kind].Count(KindCell.GaveUp);
            }
        }
    }

    /// <summary>Busy and duty time count from now on.</summary>
    /// <param name="now">The end of the warm-up, ms.</param>
    public void BeginStatistics(long now) => Servers.Restart(now);

    /// <summary>Busy and duty time count no longer.</summary>
    /// <param name="now">The end of the statistics, ms.</param>
    public void EndStatistics(long now)
    {
        Servers.Settle(now);
        _final = (Servers.BusyMilliseconds, Servers.DutyMilliseconds);
    }

    /// <summary>Busy and duty time of all servers in the time of statistics, up to a moment, ms.</summary>
    /// <param name="now">At or after the last event, ms.</param>
    public (long Busy, long Duty) TimesUntil(long now)
    {
        if (_final is { } final)
        {
            return final;
        }

        Servers.Settle(now);
        return now < _plan.WarmUp ? (0, 0) : (Servers.BusyMilliseconds, Servers.DutyMilliseconds);
    }
}

namespace Twin.Model.Queueing;

/// <summary>One station of a network: a first-in-first-out queue, parallel servers, and what is counted there.</summary>
public sealed class Station
{
    private readonly int[] _atServer;
    private readonly QueuePlan _plan;
    private long _busy = -1;

    /// <summary>An empty station.</summary>
    /// <param name="plan">The run's plan.</param>
    /// <param name="ordinal">Which station.</param>
    public Station(QueuePlan plan, int ordinal)
    {
        _plan = plan;
        Ordinal = ordinal;
        StationParameters parameters = plan.Network.Stations[ordinal];
        Room = parameters.Room ?? int.MaxValue;
        _atServer = new int[parameters.Servers];
        InSystem = new TimeIntegral(plan.WarmUp, plan.End, plan.NewSeries());
        InQueue = new TimeIntegral(plan.WarmUp, plan.End, plan.NewSeries());
        for (int i = 0; i < parameters.Servers; i++)
        {
            Servers.Add(onDuty: true, 0);
        }
    }

    /// <summary>Which station.</summary>
    public int Ordinal { get; }

    /// <summary>Room, those in service included.</summary>
    public int Room { get; }

    /// <summary>The servers.</summary>
    public ServerPool Servers { get; } = new();

    /// <summary>Places of those who wait.</summary>
    public FifoQueue<int> Queue { get; } = new();

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

    /// <summary>Integral of the number at the station from the customers' own times, ms.</summary>
    public long SojournWithin { get; private set; }

    /// <summary>Integral of the number who wait from the customers' own times, ms.</summary>
    public long WaitWithin { get; private set; }

    /// <summary>Whether the room is full.</summary>
    public bool IsFull => InSystem.Value >= Room;

    /// <summary>Who is at a server: their place.</summary>
    /// <param name="server">Its number.</param>
    public ref int AtServer(int server) => ref _atServer[server];

    /// <summary>Counts an arrival.</summary>
    /// <param name="refused">Whether it was refused.</param>
    /// <param name="now">The moment, ms.</param>
    public void Count(bool refused, long now)
    {
        if (_plan.Counts(now))
        {
            Arrived++;
            Refused += refused ? 1 : 0;
        }
    }

    /// <summary>Counts a service that begins.</summary>
    /// <param name="customer">Who is served.</param>
    public void Begin(in Customer customer)
    {
        WaitWithin += InQueue.Overlap(customer.Joined, customer.Started);
        if (_plan.Counts(customer.Joined))
        {
            Waits.Add(customer.Started - customer.Joined);
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
        }
    }

    /// <summary>Busy time counts from now on.</summary>
    /// <param name="now">The end of the warm-up, ms.</param>
    public void BeginStatistics(long now) => Servers.Restart(now);

    /// <summary>Busy time counts no longer.</summary>
    /// <param name="now">The end of the statistics, ms.</param>
    public void EndStatistics(long now)
    {
        Servers.Settle(now);
        _busy = Servers.BusyMilliseconds;
    }

    /// <summary>Busy time of all servers in the time of statistics, up to a moment, ms.</summary>
    /// <param name="now">At or after the last event, ms.</param>
    public long BusyUntil(long now)
    {
        if (_busy >= 0)
        {
            return _busy;
        }

        Servers.Settle(now);
        return now < _plan.WarmUp ? 0 : Servers.BusyMilliseconds;
    }
}

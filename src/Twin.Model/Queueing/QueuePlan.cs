using Twin.Model.Distributions;
using Twin.Model.Events;
using Twin.Model.Randomness;
using Twin.Model.Scenarios;

namespace Twin.Model.Queueing;

/// <summary>A queueing network, compiled from a scenario. Immutable.</summary>
/// <remarks>
/// Arrivals from outside go on after the end of the statistics while somebody is followed who could still meet them at another station, so that
/// journeys are those of an undisturbed network; at most for as long again as the statistics lasted from the start, so that an unstable network
/// runs empty. Without routing, priorities and batches a later
/// arrival changes nothing for an earlier one (first in, first out), and arrivals end with the statistics.
/// </remarks>
public sealed class QueuePlan : SimulationPlan
{
    /// <summary>No moment of a scenario is later, ms: about 31,000 years.</summary>
    public const double LatestMoment = 1e15;

    private readonly Draws _draws;
    private readonly Routing[] _routing;
    private readonly Distribution[] _service;
    private readonly Distribution?[] _patience;
    private readonly Distribution?[][] _travel;
    private readonly ChanceTable[] _balk;
    private readonly int[] _ranks;
    private readonly int _stations;
    private readonly bool _hasBalking;
    private readonly ArrivalSchedule[] _arrivals;

    /// <summary>Compiles a plan.</summary>
    /// <param name="scenario">The scenario as resolved.</param>
    /// <param name="seed">Seed of the run, or of a replication.</param>
    /// <param name="recording">What is recorded beside the metrics; nothing by default.</param>
    /// <exception cref="ScenarioInputException">The network has faults.</exception>
    public QueuePlan(Scenario scenario, ulong seed, QueueRecording recording = default)
    {
        Recording = recording;
        Network = scenario.Queue;
        QueueNetworkCheck.ThrowIfFaulty(Network);
        Seed = seed;
        _draws = new Draws(seed);
        int kinds = Network.KindCount;
        int count = _stations = Network.Stations.Count;
        _routing = [.. Enumerable.Range(0, kinds).Select(kind => new Routing(Network, kind))];
        (int Kind, int Station)[] streams = [.. Enumerable.Range(0, kinds * count).Select(stream => (stream / count, stream % count))];
        _service = [.. streams.Select(of => Network.ServiceOf(of.Kind, of.Station))];
        _patience = [.. streams.Select(of => Network.PatienceOf(of.Kind, of.Station))];
        _arrivals = [.. streams.Select(of => ArrivalSchedule.Of(Network.ArrivalsOf(of.Kind, of.Station)))];
        IsClosed = _arrivals.Any(schedule => schedule.Population > 0);
        _balk = [.. Network.Stations.Select(station => new ChanceTable(station.Balk))];
        _hasBalking = _balk.Any(table => !table.IsEmpty);
        _travel = [.. Network.Stations.Select(from => Network.Stations.Select(to => from.Travel.FirstOrDefault(way => way.To == to.Name)?.Time).ToArray())];
        int[] priorities = [.. Network.Kinds.Select(kind => kind.Priority).Distinct().OrderDescending()];
        _ranks = Network.Kinds.Count == 0 ? [0] : [.. Network.Kinds.Select(kind => Array.IndexOf(priorities, kind.Priority))];
        Extra = QueueExtras.Of(Network);
        WarmUp = Network.WarmUp.Milliseconds;
        End = Network.End.Milliseconds;
        LastArrival = _routing.Any(routing => routing.Any) || _ranks.Max() > 0 || Network.Stations.Any(station => station.Batch?.Least > 1) ? 2 * End : End;
        Horizon = End + Network.FollowUp.Milliseconds + 1;
    }

    /// <summary>The network.</summary>
    public QueueNetworkParameters Network { get; }

    /// <summary>What is recorded beside the metrics.</summary>
    public QueueRecording Recording { get; }

    /// <summary>Whether the long run is studied, so that the empty start is an artefact.</summary>
    public bool IsSteadyState => Network.Study == QueueStudy.SteadyState
        || (Network.Study == QueueStudy.Auto && Network.Stations.All(station => station.Arrivals is null or { PoissonPerHour: not null }));

    /// <summary>Statistics begin, ms.</summary>
    public long WarmUp { get; }

    /// <summary>Statistics end, ms.</summary>
    public long End { get; }

    /// <summary>Nobody arrives from outside after this moment, ms.</summary>
    public long LastArrival { get; }

    /// <inheritdoc/>
    public override ulong Seed { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<(EntityKind Kind, int Count)> Population { get; } = [(EntityKind.QueueNetwork, 1)];

    /// <inheritdoc/>
    public override long Horizon { get; }

    /// <inheritdoc/>
    public override (long From, long To) MeasuredWindow => (WarmUp, End);

    /// <inheritdoc/>
    public override EntityKind CompletingKind => EntityKind.QueueNetwork;

    /// <inheritdoc/>
    public override int MetricCells => Extra?.Count ?? QueueMetrics.Count(Network.Stations.Count);

    /// <summary>Places of the further figures; null for a network that has none.</summary>
    internal QueueExtraMetrics? Extra { get; }

    /// <summary>How many ranks of priority there are.</summary>
    public int Ranks => _ranks.Max() + 1;

    /// <summary>Whether a closed population comes again and again.</summary>
    public bool IsClosed { get; }

    /// <summary>Streams of arrivals: kinds × stations.</summary>
    public int Streams => _arrivals.Length;

    /// <inheritdoc/>
    public override Entity Create(EntityId id) => id == EntityId.Of(EntityKind.QueueNetwork, 0)
        ? new QueueNetwork(id, this)
        : throw new ArgumentOutOfRangeException(nameof(id), id, "A queue scenario has one entity, its network.");

    /// <inheritdoc/>
    public override IEnumerable<Event> FirstEvents()
    {
        uint position = 0;
        Event Outside(long due, EventKind what, int a = 0, int b = 0) =>
            new() { Target = EntityId.Of(EntityKind.QueueNetwork, 0), Due = due, Kind = what, A = a, B = b, Counter = position++ };

        yield return Outside(WarmUp, EventKind.WarmUpEnd);
        yield return Outside(End, EventKind.StatisticsEnd);
        for (int stream = 0; stream < _arrivals.Length; stream++)
        {
            long first = Arrivals(stream).Moment;
            if (first < Horizon)
            {
                yield return Outside(first, EventKind.StationArrival, stream);
            }

            for (int member = 0; member < _arrivals[stream].Population; member++)
            {
                long comes = AwayTime(stream, member);
                if (comes < Horizon)
                {
                    yield return Outside(comes, EventKind.StationArrival, stream, member);
                }
            }
        }

        for (int station = 0; station < Network.Stations.Count; station++)
        {
            IReadOnlyList<ServerChangeParameters> schedule = Network.Stations[station].Schedule;
            for (int i = 0; i < schedule.Count; i++)
            {
                if (schedule[i].From.Milliseconds is > 0 and long from && from < Horizon)
                {
                    yield return Outside(from, EventKind.ServerChange, station, i);
                }
            }
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<EntityId> Recorders => Recording == default ? [] : [EntityId.Of(EntityKind.QueueNetwork, 0)];

    /// <summary>An empty time series of a number; null unless series are recorded.</summary>
    public StepSeries? NewSeries() => Recording.Step == 0 ? null : new StepSeries(Recording.Step, End);

    /// <inheritdoc/>
    public override string CodeOf(EntityId id) => "QUEUE";

    /// <inheritdoc/>
    public override int PartitionOf(EntityId id, int partitions) => 0;

    /// <summary>Whether a moment lies in the time of statistics, both ends included.</summary>
    /// <param name="moment">The moment, ms.</param>
    public bool Counts(long moment) => moment >= WarmUp && moment <= End;

    /// <summary>A stream's arrivals from outside, from the first on.</summary>
    /// <param name="stream">Kind × stations + station.</param>
    public ArrivalStream Arrivals(int stream) => new(_arrivals[stream], _draws, stream);

    /// <summary>When people of a stream arrive from outside.</summary>
    /// <param name="stream">Kind × stations + station.</param>
    public ArrivalSchedule Schedule(int stream) => _arrivals[stream];

    /// <summary>Probability of going from a station to a station.</summary>
    /// <param name="kind">The kind of customers.</param>
    /// <param name="from">Left station.</param>
    /// <param name="to">Next station.</param>
    public double Probability(int kind, int from, int to) => _routing[kind].Probability(from, to);

    /// <summary>Rank of a kind's priority; 0 is served first.</summary>
    /// <param name="kind">The kind.</param>
    public int RankOf(int kind) => _ranks[kind];

    /// <summary>Service time of a customer's visit, ms.</summary>
    /// <param name="station">The station.</param>
    /// <param name="customer">The customer.</param>
    public long ServiceTime(int station, in Customer customer) => Math.Min(
        Horizon, _service[At(station, in customer)].Sample(Uniform(in customer, Purpose.Service)));

    /// <summary>How long a customer waits at most, ms; null for ever.</summary>
    /// <param name="station">The station.</param>
    /// <param name="customer">The customer.</param>
    public long? Patience(int station, in Customer customer) => _patience[At(station, in customer)]?.Sample(Uniform(in customer, Purpose.Patience));

    /// <summary>Whether a customer turns away.</summary>
    /// <param name="station">The station.</param>
    /// <param name="waiting">So many wait.</param>
    /// <param name="customer">The customer.</param>
    public bool Balks(int station, int waiting, in Customer customer) => _hasBalking && _balk[station].At(waiting) is var threshold and > 0
        && _draws.Chance(threshold, SubjectOf(customer.Stream), customer.Number, customer.Visit, Purpose.Balking);

    /// <summary>How long a customer is on the way, ms; 0 for no time.</summary>
    /// <param name="from">The station left.</param>
    /// <param name="to">The next station.</param>
    /// <param name="customer">The customer, after the visit.</param>
    public long TravelTime(int from, int to, in Customer customer) => _travel[from][to]?.Sample(Uniform(in customer, Purpose.Travel)) ?? 0;

    /// <summary>How long a member of a closed population stays away, ms.</summary>
    /// <param name="stream">Their stream.</param>
    /// <param name="number">Number of the arrival that follows.</param>
    public long AwayTime(int stream, int number) => _arrivals[stream].ThinkTime!.Sample(_draws.Uniform(SubjectOf(stream), number, 0, Purpose.ThinkTime));

    /// <summary>Where a customer goes after a visit: a station, or −1 to leave the network.</summary>
    /// <param name="station">The station of the visit.</param>
    /// <param name="customer">The customer.</param>
    public int NextStation(int station, in Customer customer) => _routing[customer.Kind].HasTargets(station)
        ? _routing[customer.Kind].Next(station, _draws.Bits(SubjectOf(customer.Stream), customer.Number, customer.Visit, Purpose.Routing))
        : -1;

    /// <summary>Whom a stream's draws concern: the stream itself, numbered under the network's kind.</summary>
    /// <param name="stream">Kind × stations + station.</param>
    public static EntityId SubjectOf(int stream) => EntityId.Of(EntityKind.QueueNetwork, stream);

    private int At(int station, in Customer customer) => (customer.Kind * _stations) + station;

    private double Uniform(in Customer customer, Purpose purpose) => _draws.Uniform(SubjectOf(customer.Stream), customer.Number, customer.Visit, purpose);
}

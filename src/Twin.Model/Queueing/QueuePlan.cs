using Twin.Model.Distributions;
using Twin.Model.Events;
using Twin.Model.Randomness;
using Twin.Model.Scenarios;

namespace Twin.Model.Queueing;

/// <summary>A queueing network, compiled from a scenario. Immutable.</summary>
/// <remarks>
/// Arrivals from outside go on after the end of the statistics while somebody is followed who could still meet them at another station, so that
/// journeys are those of an undisturbed network; at most for as long again as the statistics lasted from the start, so that an unstable network
/// runs empty. Without routing a later arrival meets nobody earlier (first in, first out), and arrivals end with the statistics.
/// </remarks>
public sealed class QueuePlan : SimulationPlan
{
    /// <summary>No moment of a scenario is later, ms: about 31,000 years.</summary>
    public const double LatestMoment = 1e15;

    private readonly Draws _draws;
    private readonly Routing _routing;
    private readonly Distribution[] _service;
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
        _routing = new Routing(Network);
        _service = [.. Network.Stations.Select(station => station.Service)];
        _arrivals = [.. Network.Stations.Select(station => ArrivalSchedule.Of(station.Arrivals))];
        WarmUp = Network.WarmUp.Milliseconds;
        End = Network.End.Milliseconds;
        LastArrival = _routing.Any ? 2 * End : End;
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
    public override int MetricCells => QueueMetrics.Count(Network.Stations.Count);

    /// <inheritdoc/>
    public override Entity Create(EntityId id) => id == EntityId.Of(EntityKind.QueueNetwork, 0)
        ? new QueueNetwork(id, this)
        : throw new ArgumentOutOfRangeException(nameof(id), id, "A queue scenario has one entity, its network.");

    /// <inheritdoc/>
    public override IEnumerable<Event> FirstEvents()
    {
        uint position = 0;
        Event Outside(long due, EventKind what, int a = 0) =>
            new() { Target = EntityId.Of(EntityKind.QueueNetwork, 0), Due = due, Kind = what, A = a, Counter = position++ };

        yield return Outside(WarmUp, EventKind.WarmUpEnd);
        yield return Outside(End, EventKind.StatisticsEnd);
        for (int station = 0; station < _arrivals.Length; station++)
        {
            long first = Arrivals(station).Moment;
            if (first < Horizon)
            {
                yield return Outside(first, EventKind.StationArrival, station);
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

    /// <summary>A station's arrivals from outside, from the first on.</summary>
    /// <param name="station">The station.</param>
    public ArrivalStream Arrivals(int station) => new(_arrivals[station], _draws, station);

    /// <summary>When people arrive at a station from outside.</summary>
    /// <param name="station">The station.</param>
    public ArrivalSchedule Schedule(int station) => _arrivals[station];

    /// <summary>Probability of going from a station to a station.</summary>
    /// <param name="from">Left station.</param>
    /// <param name="to">Next station.</param>
    public double Probability(int from, int to) => _routing.Probability(from, to);

    /// <summary>Service time of a customer's visit, ms.</summary>
    /// <param name="station">The station.</param>
    /// <param name="customer">The customer.</param>
    public long ServiceTime(int station, in Customer customer) => Math.Min(
        Horizon, _service[station].Sample(_draws.Uniform(SubjectOf(customer.Origin), customer.Number, customer.Visit, Purpose.Service)));

    /// <summary>Where a customer goes after a visit: a station, or −1 to leave the network.</summary>
    /// <param name="station">The station of the visit.</param>
    /// <param name="customer">The customer.</param>
    public int NextStation(int station, in Customer customer) => _routing.HasTargets(station)
        ? _routing.Next(station, _draws.Bits(SubjectOf(customer.Origin), customer.Number, customer.Visit, Purpose.Routing))
        : -1;

    /// <summary>Whom a station's draws concern: the station itself, numbered under the network's kind.</summary>
    /// <param name="station">The station's ordinal.</param>
    public static EntityId SubjectOf(int station) => EntityId.Of(EntityKind.QueueNetwork, station);
}

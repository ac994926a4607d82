using Twin.Model.Events;

namespace Twin.Silo.Tests;

/// <summary>A plan of entities that have codes and do nothing; ten hours are measured.</summary>
/// <param name="codes">The codes; each is a site.</param>
internal sealed class NamedPlan(params string[] codes) : SimulationPlan
{
    public override ulong Seed => 1;

    public override IReadOnlyList<(EntityKind Kind, int Count)> Population { get; } = [(EntityKind.Site, codes.Length)];

    public override long Horizon => 24 * 3_600_000;

    public override (long From, long To) MeasuredWindow => (0, 10 * 3_600_000);

    public override int MetricCells => 0;

    public override Entity Create(EntityId id) => throw new NotSupportedException("This plan is never run.");

    public override IEnumerable<Event> FirstEvents() => [];

    public override string CodeOf(EntityId id) => codes[id.Ordinal];

    public override int PartitionOf(EntityId id, int partitions) => 0;
}

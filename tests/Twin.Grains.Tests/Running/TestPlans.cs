using Twin.Model.Districts;
using Twin.Model.Events;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Grains.Tests.Running;

/// <summary>Plans of a small district.</summary>
internal static class TestPlans
{
    /// <summary>A mass test of 1 % of the district, notice included.</summary>
    public static MassTestPlan Small(ulong seed = 1, double scale = 0.01) => Small(seed, scale, []);

    /// <summary>The same with inputs of an earlier run.</summary>
    public static MassTestPlan SmallWith(IReadOnlyList<TimedInput> inputs) => Small(1, 0.01, inputs);

    private static MassTestPlan Small(ulong seed, double scale, IReadOnlyList<TimedInput> inputs)
    {
        Scenario scenario = new()
        {
            Name = "test",
            Scale = scale,
            Disruptions =
            [
                new Disruption { Type = DisruptionType.RegistrationOutage, At = new Moment(6 * 3_600_000) },
            ],
        };
        District district = DistrictGenerator.Generate(scenario.District, scale);
        return new MassTestPlan(scenario, district, SitePlacement.Place(district, scenario), seed) { Inputs = inputs };
    }
}

/// <summary>A plan with one more first event.</summary>
internal sealed class PlanWithEvent(SimulationPlan plan, Event more) : SimulationPlan
{
    public override ulong Seed => plan.Seed;

    public override IReadOnlyList<(EntityKind Kind, int Count)> Population => plan.Population;

    public override long Horizon => plan.Horizon;

    public override (long From, long To) MeasuredWindow => plan.MeasuredWindow;

    public override int MetricCells => plan.MetricCells;

    public override Entity Create(EntityId id) => plan.Create(id);

    public override IEnumerable<Event> FirstEvents() => plan.FirstEvents().Append(more);

    public override string CodeOf(EntityId id) => plan.CodeOf(id);

    public override int PartitionOf(EntityId id, int partitions) => plan.PartitionOf(id, partitions);
}

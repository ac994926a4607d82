using Twin.Model.Distributions;
using Twin.Model.Scenarios;

namespace Twin.Model.Testing;

/// <summary>Slots.</summary>
public sealed record SlotParameters
{
    /// <summary>Whether there are slots.</summary>
    [Parameter("false: no slots, everybody aims at a time from offSlot.")]
    public bool Enabled { get; init; } = true;

    /// <summary>Length.</summary>
    [Parameter("Length of a slot.", Grade = "E", Minimum = 1)]
    public Duration Length { get; init; } = Duration.Minutes(30);

    /// <summary>Unit.</summary>
    [Parameter("What gets a slot: building, household or person.", Grade = "E")]
    public SlotUnit By { get; init; } = SlotUnit.Building;

    /// <summary>Households in a building.</summary>
    [Parameter("A building is so many consecutive households of a micro-grid.", Grade = "E", Minimum = 1, Maximum = 80)]
    public int HouseholdsPerBuilding { get; init; } = 24;

    /// <summary>Assignment.</summary>
    [Parameter("roundRobin: unit i gets slot i mod S; block: slot ⌊S × residents before the unit / all⌋.", Grade = "E")]
    public SlotAssignment Assign { get; init; } = SlotAssignment.RoundRobin;

    /// <summary>Aim.</summary>
    [Parameter("start: units aim at the slot's start; within: at a uniform time within it.", Grade = "E")]
    public SlotAim Aim { get; init; } = SlotAim.Within;

    /// <summary>Compliance.</summary>
    [Parameter("Probability that a unit keeps its slot.", Grade = "E", Minimum = 0, Maximum = 1)]
    public double Compliance { get; init; } = 0.85;

    /// <summary>Lateness.</summary>
    [Parameter("Lateness of who keeps the slot; may be negative.", Grade = "E", MayBeNegative = true)]
    public Distribution Lateness { get; init; } = new NormalDuration(180, 480);

    /// <summary>Who draws compliance, lateness and the time off the slot.</summary>
    [Parameter("unit: a unit's members share compliance, lateness and time; party: each household that comes together, or each person that comes alone, draws its own.", Grade = "E")]
    public SlotDraw DrawnBy { get; init; } = SlotDraw.Unit;

    /// <summary>Time without a slot.</summary>
    [Parameter("When those without a slot, or not keeping it, aim to come: uniform or frontLoaded.", Grade = "E")]
    public OffSlot OffSlot { get; init; } = OffSlot.FrontLoaded;
}

/// <summary>What gets a slot.</summary>
public enum SlotUnit
{
    /// <summary>Consecutive households of a micro-grid.</summary>
    Building,

    /// <summary>A household.</summary>
    Household,

    /// <summary>A person.</summary>
    Person,
}

/// <summary>How slots are assigned.</summary>
public enum SlotAssignment
{
    /// <summary>Unit i gets slot i mod S.</summary>
    RoundRobin,

    /// <summary>Slot ⌊S × residents before the unit / all⌋.</summary>
    Block,
}

/// <summary>At what within a slot units aim.</summary>
public enum SlotAim
{
    /// <summary>At its start.</summary>
    Start,

    /// <summary>At a uniform time within it.</summary>
    Within,
}

/// <summary>Who draws compliance, lateness and the time off the slot.</summary>
public enum SlotDraw
{
    /// <summary>The unit that has the slot.</summary>
    Unit,

    /// <summary>Each household that comes together, or person that comes alone.</summary>
    Party,
}

/// <summary>When those without a slot aim to come.</summary>
public enum OffSlot
{
    /// <summary>Uniform over the window up to last entry.</summary>
    Uniform,

    /// <summary>W(1 − √(1 − u)) after opening: a density that falls linearly to 0 at last entry.</summary>
    FrontLoaded,
}

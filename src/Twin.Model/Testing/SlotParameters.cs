using Twin.Model.Distributions;
using Twin.Model.Scenarios;

namespace Twin.Model.Testing;

/// <summary>Slots.</summary>
public sealed record SlotParameters
{
    /// <summary>Whether there are slots.</summary>
    [Parameter("false: no slots, everybody aims at a time from offSlot.", "false：不分时段，所有人按 offSlot 选择前来时间。")]
    public bool Enabled { get; init; } = true;

    /// <summary>Length.</summary>
    [Parameter("Length of a slot.", "每个预约时段的长度。", Grade = "E", Minimum = 1)]
    [ActsWhen("enabled = true")]
    public Duration Length { get; init; } = Duration.Minutes(30);

    /// <summary>Unit.</summary>
    [Parameter("What gets a slot: building, household or person.", "预约时段的分配单位：building（楼栋）、household（户）或 person（个人）。", Grade = "E")]
    [ActsWhen("enabled = true")]
    public SlotUnit By { get; init; } = SlotUnit.Building;

    /// <summary>Households in a building.</summary>
    [Parameter("A building is so many consecutive households of a micro-grid.", "一栋楼为微网格内此数量的连续户。", Grade = "E", Minimum = 1, Maximum = 80)]
    [ActsWhen("enabled = true & by = building")]
    public int HouseholdsPerBuilding { get; init; } = 24;

    /// <summary>Assignment.</summary>
    [Parameter("roundRobin: unit i gets slot i mod S; block: slot ⌊S × residents before the unit / all⌋.",
        "roundRobin：第 i 个单位分到第 i mod S 个时段；block：分到第 ⌊S × 该单位之前的居民数 / 居民总数⌋ 个时段。", Grade = "E")]
    [ActsWhen("enabled = true")]
    public SlotAssignment Assign { get; init; } = SlotAssignment.RoundRobin;

    /// <summary>Aim.</summary>
    [Parameter("start: units aim at the slot's start; within: at a uniform time within it.", "start：以时段起点为目标；within：以时段内均匀分布的时刻为目标。", Grade = "E")]
    [ActsWhen("enabled = true")]
    public SlotAim Aim { get; init; } = SlotAim.Within;

    /// <summary>Compliance.</summary>
    [Parameter("Probability that a unit keeps its slot.", "单位遵守所分时段的概率。", Grade = "E", Minimum = 0, Maximum = 1)]
    [ActsWhen("enabled = true")]
    public double Compliance { get; init; } = 0.85;

    /// <summary>Lateness.</summary>
    [Parameter("Lateness of who keeps the slot; may be negative.", "遵守时段者的迟到时间，可为负值。", Grade = "E", MayBeNegative = true)]
    [ActsWhen("enabled = true")]
    public Distribution Lateness { get; init; } = new NormalDuration(180, 480);

    /// <summary>Who draws compliance, lateness and the time off the slot.</summary>
    [Parameter("unit: a unit's members share compliance, lateness and time; party: each household that comes together, or each person that comes alone, draws its own.",
        "unit：同一单位的成员共用是否守时、迟到时间与前来时刻；party：每个结伴而来的户或单独前来的个人各自抽取。", Grade = "E")]
    [ActsWhen("enabled = true & by = building household")]
    public SlotDraw DrawnBy { get; init; } = SlotDraw.Unit;

    /// <summary>Time without a slot.</summary>
    [Parameter("When those without a slot, or not keeping it, aim to come: uniform or frontLoaded.",
        "没有时段或不守时段者拟前来的时间分布：uniform（均匀）或 frontLoaded（前段集中）。", Grade = "E")]
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

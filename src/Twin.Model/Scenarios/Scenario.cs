using Twin.Model.Queueing;
using Twin.Model.Testing;

namespace Twin.Model.Scenarios;

/// <summary>A scenario as resolved: every parameter has a value.</summary>
public sealed record Scenario
{
    /// <summary>Name.</summary>
    [Parameter("Short name, as in the file's name: lower-case letters, digits and hyphens.", "简称，与文件名一致：小写字母、数字和连字符。", Required = true,
        Pattern = "[a-z0-9]+(-[a-z0-9]+)*", PatternText = "lower-case letters, digits and hyphens, such as mass-testing-490k")]
    public string Name { get; init; } = "";

    /// <summary>Title in English.</summary>
    [Parameter("Title in English.", "英文标题。")]
    public string Title { get; init; } = "";

    /// <summary>Title in Chinese.</summary>
    [Parameter("Title in Chinese.", "中文标题。")]
    public string TitleZh { get; init; } = "";

    /// <summary>What is simulated.</summary>
    [Parameter("What is simulated: massTesting or queue.", "模拟内容：massTesting（全员核酸检测）或 queue（排队网络）。", Required = true)]
    public Activity Activity { get; init; }

    /// <summary>Simulated time 0.</summary>
    [Parameter("The scenario's start: date, time and offset.", "情景的起始时刻：日期、时间和时区偏移。", Required = true)]
    public DateTimeOffset Start { get; init; }

    /// <summary>When the run ends if events are still pending.</summary>
    [Parameter("When the run ends at the latest, even if events are pending; at most 14 d.",
        "运行最迟的结束时刻，即使仍有未处理事件；至多 14 天。", Grade = "E", Minimum = 1)]
    [ActsWhen("activity = massTesting")]
    public Duration Horizon { get; init; } = Duration.Minutes(24 * 60);

    /// <summary>Seed of every draw.</summary>
    [Parameter("Seed of every draw: a whole number.", "所有随机抽取的种子：整数。", Minimum = 0)]
    public ulong Seed { get; init; } = 1;

    /// <summary>Share of the full district.</summary>
    [Parameter("Share of the district that is generated; 1 is the whole.", "生成区域的比例；1 为全区。", Minimum = 0.01, Maximum = 20)]
    [ActsWhen("activity = massTesting")]
    [ActsWhen("testing.arrivals.file = none")]
    public double Scale { get; init; } = 1;

    /// <summary>The district.</summary>
    [Parameter("The district that is generated.", "所生成的区域。")]
    [ActsWhen("activity = massTesting")]
    [ActsWhen("testing.arrivals.file = none", Except = "name nameZh")]
    public Districts.DistrictSpecification District { get; init; } = new();

    /// <summary>The mass test.</summary>
    [Parameter("Parameters of the mass test.", "全员检测的参数。")]
    [ActsWhen("activity = massTesting")]
    public MassTestingParameters Testing { get; init; } = new();

    /// <summary>The queueing network.</summary>
    [Parameter("Parameters of the queueing network.", "排队网络的参数。")]
    [ActsWhen("activity = queue")]
    public QueueNetworkParameters Queue { get; init; } = new();

    /// <summary>What goes wrong.</summary>
    [Parameter("Disruptions at given times.", "按时刻给定的突发情况。")]
    [ActsWhen("activity = massTesting")]
    public IReadOnlyList<Disruption> Disruptions { get; init; } = [];

    /// <summary>What is done about it.</summary>
    [Parameter("Interventions at given times.", "按时刻给定的干预措施。")]
    [ActsWhen("activity = massTesting")]
    public IReadOnlyList<Intervention> Interventions { get; init; } = [];

    /// <summary>Keys of files that were left out, since they cannot act beside what is laid over those files.</summary>
    public IReadOnlyList<LeftOutKey> LeftOut { get; init; } = [];
}

/// <summary>What a scenario simulates.</summary>
public enum Activity
{
    /// <summary>A mass nucleic-acid test of the district.</summary>
    MassTesting,

    /// <summary>An open queueing network.</summary>
    Queue,
}

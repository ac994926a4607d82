namespace Twin.Model.Scenarios;

/// <summary>Something that goes wrong at a given time.</summary>
public sealed record Disruption
{
    /// <summary>What goes wrong.</summary>
    [Parameter("siteClosed or registrationOutage.", "siteClosed（采样点关闭）或 registrationOutage（登记系统中断）。", Required = true)]
    public DisruptionType Type { get; init; }

    /// <summary>Whether it happens.</summary>
    [Parameter("false switches it off.", "false 表示停用。")]
    public bool Enabled { get; init; } = true;

    /// <summary>When it begins.</summary>
    [Parameter("When it begins.", "开始时刻。", Required = true)]
    public Moment At { get; init; }

    /// <summary>How long an outage lasts.</summary>
    [Parameter("How long an outage lasts (10–240 min reported by several cities, 2022).",
        "中断持续时间（2022 年多个城市通报为 10–240 分钟）。", Grade = "P", Minimum = 1)]
    [ActsWhen("type = registrationOutage")]
    public Duration Length { get; init; } = Duration.Minutes(45);

    /// <summary>The sites that it hits; empty for all.</summary>
    [Parameter("Codes of the sites that it hits, such as S-017; empty or left out for all.",
        "受影响采样点的代码，如 S-017；为空或省略表示全部。", Pattern = "S-[0-9]{3,6}", PatternText = "a site's code such as S-017")]
    public IReadOnlyList<string> Sites { get; init; } = [];
}

/// <summary>Kinds of disruption.</summary>
public enum DisruptionType
{
    /// <summary>A site closes for good; its people are redirected.</summary>
    SiteClosed,

    /// <summary>The registration system fails for a while; paper forms are used.</summary>
    RegistrationOutage,
}

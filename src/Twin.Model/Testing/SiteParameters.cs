using Twin.Model.Distributions;
using Twin.Model.Scenarios;

namespace Twin.Model.Testing;

/// <summary>Sites.</summary>
public sealed record SiteParameters
{
    /// <summary>Number of sites at full scale.</summary>
    [Parameter("Number of sites at full scale; left out: from residentsPerSite.",
        "全规模时的采样点数；省略则按 residentsPerSite 推算。", Grade = "P", Minimum = 1, Maximum = 100_000)]
    public int? Count { get; init; }

    /// <summary>Residents per site.</summary>
    [Parameter("Residents per site (1 per 2,000–3,000), when no count is given.",
        "未给定采样点数时，每个采样点对应的居民数（每 2,000–3,000 人 1 个）。", Grade = "P", Minimum = 10, Maximum = 1_000_000)]
    [ActsWhen("count = none")]
    [ActsWhen("testing.arrivals.file = none")]
    public double ResidentsPerSite { get; init; } = 2_402;

    /// <summary>Further sites that stay closed until an intervention opens them.</summary>
    [Parameter("Codes of sites that stay closed until an openSite intervention.",
        "备用采样点的代码，在 openSite 干预之前保持关闭。", Pattern = "S-[0-9]{3,6}", PatternText = "a site's code such as S-017")]
    public IReadOnlyList<string> Reserve { get; init; } = [];

    /// <summary>Time from the set-up order to readiness.</summary>
    [Parameter("From the community's set-up order to a site ready to swab; left out with the notice off: ready at once.",
        "从社区下达布置指令到采样点具备采样条件所需时间；通知停用且省略时立即就绪。", Grade = "E")]
    [ActsWhen("testing.notice.enabled = true")]
    [ActsWhen("testing.arrivals.file = none")]
    public Distribution Readiness { get; init; } = new Triangular(3 * 3600, 4 * 3600, 5.5 * 3600);

    /// <summary>Expected wait from which a site is amber.</summary>
    [Parameter("Expected wait from which a site is amber.", "预计等候达到此值的采样点标为黄色。", Grade = "P", Minimum = 1)]
    public Duration Amber { get; init; } = Duration.Minutes(25);

    /// <summary>Expected wait from which a site is red.</summary>
    [Parameter("Expected wait from which a site is red.", "预计等候达到此值的采样点标为红色。", Grade = "P", Minimum = 1)]
    public Duration Red { get; init; } = Duration.Minutes(50);
}

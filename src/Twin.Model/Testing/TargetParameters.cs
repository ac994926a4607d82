using Twin.Model.Scenarios;

namespace Twin.Model.Testing;

/// <summary>What a mass test is judged against.</summary>
public sealed record TargetParameters
{
    /// <summary>By when.</summary>
    [Parameter("By when those expected on site are to be tested, this long after opening; left out: the planned length of the window, which an extendWindow during the run does not move.",
        "应到现场人员完成检测的目标时限（自开放起算）；省略则为窗口的计划时长，运行中的 extendWindow 不改变它。", Grade = "S", Minimum = 60)]
    public Duration? Time { get; init; }

    /// <summary>How many of those expected.</summary>
    [Parameter("Share of those expected on site who are to be tested by then; 1: nobody missed.",
        "届时应完成检测者占应到现场人员的比例；1：应检尽检。", Grade = "S", Minimum = 0, Maximum = 1, ExclusiveMinimum = true)]
    public double Share { get; init; } = 1;

    /// <summary>Longest wait.</summary>
    [Parameter("Longest wait at a site, registration and swab together, for the share waitQuantile of its people.",
        "每个采样点中占比为 waitQuantile 的人的最长等候时间，登记与采样合计。", Grade = "P", Minimum = 1, Maximum = 86_400)]
    public Duration Wait { get; init; } = Duration.Minutes(30);

    /// <summary>For how many of a site's people.</summary>
    [Parameter("Share of a site's tested people who are to wait at most `wait`.",
        "每个采样点等候时间不超过 wait 的已检测者应占的比例。", Grade = "P", Minimum = 0, Maximum = 1, ExclusiveMinimum = true)]
    public double WaitQuantile { get; init; } = TestTargets.UsualQuantile;
}

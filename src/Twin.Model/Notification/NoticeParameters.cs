using Twin.Model.Distributions;
using Twin.Model.Scenarios;

namespace Twin.Model.Notification;

/// <summary>How the notice reaches the households.</summary>
public sealed record NoticeParameters
{
    /// <summary>Whether there is a notice.</summary>
    [Parameter("false: everybody knows from the start, and sites are ready at once.", "false：所有人一开始即知晓，采样点立即就绪。")]
    public bool Enabled { get; init; } = true;

    /// <summary>When the district gives it.</summary>
    [Parameter("When the district gives the notice; left out: at the start.", "区级发出通知的时刻；省略则为起始时刻。", Grade = "S")]
    [ActsWhen("enabled = true")]
    public Moment At { get; init; }

    /// <summary>A leader's time to acknowledge.</summary>
    [Parameter("How long a leader takes to acknowledge an order (median 4 min at night, 2 min by day).",
        "负责人确认收到指令所需时间（中位数：夜间 4 分钟，白天 2 分钟）。", Grade = "E")]
    [ActsWhen("enabled = true")]
    public Distribution Acknowledge { get; init; } = LogNormal.ByMedian(240, 0.6);

    /// <summary>When the order goes to the deputy.</summary>
    [Parameter("An order not acknowledged goes to the deputy after this long.", "指令超过此时长未确认，转由副手接收。", Grade = "E", Minimum = 10)]
    [ActsWhen("enabled = true")]
    public Duration ToDeputy { get; init; } = Duration.Minutes(5);

    /// <summary>When the level above takes over.</summary>
    [Parameter("An order still not acknowledged is passed on by the level above after this long.", "指令超过此时长仍未确认，由上一级直接下达。", Grade = "E", Minimum = 10)]
    [ActsWhen("enabled = true")]
    public Duration ToLevelAbove { get; init; } = Duration.Minutes(10);

    /// <summary>Time to pass an order on.</summary>
    [Parameter("Passing an order on, or reporting back: a call or message.", "下达指令或回报一次（电话或消息）所需时间。", Grade = "E", Minimum = 10)]
    [ActsWhen("enabled = true")]
    public Duration PassOn { get; init; } = Duration.Seconds(30);

    /// <summary>Share who read the group message.</summary>
    [Parameter("Share of households that read the group message in time (35 % at night, 85 % by day).",
        "及时看到群消息的户所占比例（夜间 35%，白天 85%）。", Grade = "E", Minimum = 0, Maximum = 1)]
    [ActsWhen("enabled = true")]
    public double MessageRead { get; init; } = 0.35;

    /// <summary>In what time.</summary>
    [Parameter("In what time they read it; after it the others are called.", "各户看到群消息的时限；逾时未看到的改由电话通知。", Grade = "E", Minimum = 11)]
    [ActsWhen("enabled = true | testing.reminders.enabled = true")]
    public Duration MessageTime { get; init; } = Duration.Minutes(10);

    /// <summary>Length of a call.</summary>
    [Parameter("Length of a phone call, answered or not.", "一次电话所用时间，无论是否接听。", Grade = "E", Minimum = 10)]
    [ActsWhen("enabled = true")]
    public Duration Call { get; init; } = Duration.Seconds(75);

    /// <summary>Share of calls answered.</summary>
    [Parameter("Probability that a call is answered (60 % at night, 80 % by day).", "电话接通的概率（夜间 60%，白天 80%）。", Grade = "E", Minimum = 0, Maximum = 1)]
    [ActsWhen("enabled = true")]
    public double CallAnswered { get; init; } = 0.60;

    /// <summary>Calls per household.</summary>
    [Parameter("Calls to a household before somebody goes to its door.", "上门之前对一户拨打电话的次数。", Grade = "E", Minimum = 0, Maximum = 20)]
    [ActsWhen("enabled = true")]
    public int CallTries { get; init; } = 3;

    /// <summary>A door knock.</summary>
    [Parameter("Time for one door, way included (13–19 households an hour).", "上门一户所需时间，含路程（每小时 13–19 户）。", Grade = "P")]
    [ActsWhen("enabled = true | testing.reminders.enabled = true & testing.reminders.knock = true")]
    public Distribution Knock { get; init; } = new UniformDuration(3600.0 / 19, 3600.0 / 13);

    /// <summary>Helpers per micro-grid.</summary>
    [Parameter("Helpers of a party group, its leader included (1 + 3 in one Ningbo canvass).",
        "一个党小组的协助人员数，含组长（宁波一次摸排为 1 + 3 人）。", Grade = "P", Minimum = 0, Maximum = 100)]
    [ActsWhen("enabled = true | testing.reminders.enabled = true")]
    public int Helpers { get; init; } = 4;

    /// <summary>Helpers who do not show up.</summary>
    [Parameter("Probability that a helper, the leader aside, does not show up.", "协助人员（组长除外）未到岗的概率。", Grade = "E", Minimum = 0, Maximum = 1)]
    [ActsWhen("enabled = true | testing.reminders.enabled = true")]
    public double HelperNoShow { get; init; } = 0.20;

    /// <summary>Share of reminders read.</summary>
    [Parameter("Share of households that read a reminder (by day).", "看到提醒的户所占比例（白天）。", Grade = "E", Minimum = 0, Maximum = 1)]
    [ActsWhen("testing.reminders.enabled = true")]
    public double ReminderRead { get; init; } = 0.85;
}

using Twin.Experiments.Statistics;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Staffing.Helping;

/// <summary>Helpers of each party group, as planned, and what one more or less is worth.</summary>
/// <param name="PerGroup">Helpers planned for each party group, its leader included.</param>
/// <param name="Given">Helpers of the scenario.</param>
/// <param name="Groups">Party groups.</param>
/// <param name="Hours">Hours paid to each helper.</param>
/// <param name="HourCost">Cost of a helper's hour.</param>
/// <param name="Trials">The numbers that were tried, in rising order.</param>
public sealed record HelperPlan(int PerGroup, int Given, int Groups, double Hours, double HourCost, IReadOnlyList<HelperTrial> Trials)
{
    /// <summary>Whether with none of the numbers up to the scenario's own the time was found to hold, so that its own was kept.</summary>
    public bool GaveUp { get; init; }

    /// <summary>Helpers in all.</summary>
    public int Total => PerGroup * Groups;

    /// <summary>Cost of the helpers' hours.</summary>
    public double Cost => CostOf(PerGroup);

    /// <summary>Cost of a number of helpers in each group.</summary>
    /// <param name="perGroup">0 or more.</param>
    public double CostOf(int perGroup) => perGroup * Groups * Hours * HourCost;

    /// <summary>What a number of helpers came to; null if it was not tried.</summary>
    /// <param name="perGroup">Helpers in each group.</param>
    public HelperTrial? Of(int perGroup) => Trials.FirstOrDefault(trial => trial.PerGroup == perGroup);

    /// <summary>Moments between which helpers are paid, ms since the start: they tell the households, and knock after reminders; null if they do neither.</summary>
    /// <param name="scenario">The scenario.</param>
    public static (long From, long To)? Paid(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        (bool tell, bool remind) = (scenario.Testing.Notice.Enabled, scenario.Testing.Reminders.Enabled);
        (long open, long close) = (scenario.Testing.Window.Open.SinceStart, scenario.Testing.Window.Close.SinceStart);
        long from = tell ? scenario.Testing.Notice.At.SinceStart : open;
        long to = remind ? close : open;
        return (tell || remind) && to > from ? (from, to) : null;
    }
}

/// <summary>What a number of helpers in each party group came to, on days common to all numbers.</summary>
/// <param name="PerGroup">Helpers in each group.</param>
/// <param name="Days">The days, with one staffing.</param>
/// <param name="StaffCost">Cost of the cheapest samplers and desks, all staying, by reckoning; null if it was not reckoned or none holds.</param>
public sealed record HelperTrial(int PerGroup, IReadOnlyList<StaffDay> Days, double? StaffCost)
{
    /// <summary>What the days say of the goal's probability of being in time; open for a number that was looked at only to compare.</summary>
    public SequentialVerdict Verdict { get; init; }

    /// <summary>Days on which 98 % were tested in time.</summary>
    public int InTime => Days.Count(day => day.InTime);

    /// <summary>How much later 98 % are tested than with another number, min, on the days that both had; null if they are not on every day.</summary>
    /// <param name="other">The other number.</param>
    public PairedDifference? LaterThan(HelperTrial other)
    {
        (StaffDay[] own, StaffDay[] others) = CommonWith(other);
        return own.Concat(others).All(day => day.T98 >= 0)
            ? PairedDifference.Of([.. own.Select(day => day.T98 / 60_000.0)], [.. others.Select(day => day.T98 / 60_000.0)])
            : null;
    }

    /// <summary>How many people more remain untested than with another number, on the days that both had.</summary>
    /// <param name="other">The other number.</param>
    public PairedDifference MoreUntestedThan(HelperTrial other)
    {
        (StaffDay[] own, StaffDay[] others) = CommonWith(other);
        return PairedDifference.Of([.. own.Select(day => (double)day.Untested)], [.. others.Select(day => (double)day.Untested)]);
    }

    private (StaffDay[] Own, StaffDay[] Others) CommonWith(HelperTrial other)
    {
        ArgumentNullException.ThrowIfNull(other);
        int common = Math.Min(Days.Count, other.Days.Count);
        return ([.. Days.Take(common)], [.. other.Days.Take(common)]);
    }
}

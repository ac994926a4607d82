using System.Globalization;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Stressing.Factors;

/// <summary>The factors of a scenario, and those that it has not.</summary>
/// <param name="Of">The factors, in the order in which they are shown.</param>
/// <param name="LeftOut">Keys of groups that were asked for but mean nothing in this scenario, each with the key of the reason.</param>
/// <remarks>
/// Published range: an outage of 10 to 240 min (several cities, 2022). Estimates made for this project: absence 2 to 30 %, helpers who do not come 5 to
/// 40 %, slots kept 50 to 95 %, a swab of 12 to 35 s, registration of 8 to 25 s, a site ready after 2 to 9 h; and, with less behind them, closures,
/// late turnout and people elsewhere. Far ends are as far as the model goes, or where nobody would still hold the test. docs/stress.md has the table.
/// </remarks>
public sealed record StressFactors(IReadOnlyList<StressFactor> Of, IReadOnlyList<(string Group, string Reason)> LeftOut)
{
    private const int MostHours = 4;

    /// <summary>Groups that are tried unless others are named.</summary>
    public static IReadOnlyList<string> Usual { get; } = ["absence", "noShow", "slots", "outage", "closures", "turnout", "swab"];

    /// <summary>All groups.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Usual, "registration", "readiness", "elsewhere"];

    /// <summary>Makes the factors.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="layout">Its sites.</param>
    /// <param name="groups">The groups that are wanted, of <see cref="All"/>.</param>
    /// <exception cref="ArgumentException">There is no such group.</exception>
    public static StressFactors Make(Scenario scenario, SiteLayout layout, IReadOnlyList<string> groups)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(groups);
        List<StressFactor> made = [];
        List<(string, string)> leftOut = [];
        foreach (string group in groups)
        {
            if (Missing(group, scenario, layout) is { } reason)
            {
                leftOut.Add((group, reason));
                continue;
            }

            StressFactor[] factors = [.. Group(group, scenario, layout).Where(factor => factor.Steps >= 1)];
            made.AddRange(factors);
            if (factors.Length == 0)
            {
                leftOut.Add((group, "atEnd"));
            }
        }

        return new StressFactors(made, leftOut);
    }

    /// <summary>Why a group means nothing in a scenario; null if it does mean something.</summary>
    private static string? Missing(string group, Scenario scenario, SiteLayout layout)
    {
        MassTestingParameters testing = scenario.Testing;
        bool reminds = testing.Reminders.Enabled;
        return group switch
        {
            "noShow" when !testing.Notice.Enabled && !(reminds && testing.Reminders.Knock) => "noHelpers",
            "slots" when !testing.Slots.Enabled => "noSlots",
            "closures" or "elsewhere" when layout.Count < 2 => "oneSite",
            "turnout" when !reminds => "noReminders",
            "readiness" when !testing.Notice.Enabled => "noNotice",
            _ => null,
        };
    }

    private static IEnumerable<StressFactor> Group(string group, Scenario scenario, SiteLayout layout)
    {
        MassTestingParameters testing = scenario.Testing;
        return group switch
        {
            "absence" => [Share(group, testing.Staff.Absence, 0.30, 0.60, 0.01, (under, value, _) => With(under, under.Testing with { Staff = under.Testing.Staff with { Absence = value } }))],
            "noShow" => [Share(group, testing.Notice.HelperNoShow, 0.40, 1, 0.025, (under, value, _) => With(under, under.Testing with { Notice = under.Testing.Notice with { HelperNoShow = value } }))],
            "slots" => [Share(group, testing.Slots.Compliance, 0.50, 0, -0.025, (under, value, _) => With(under, under.Testing with { Slots = under.Testing.Slots with { Compliance = value } }))],
            "outage" => Outages(testing.Window),
            "closures" => Closures(layout),
            "turnout" => [Share(group, testing.Turnout.AfterReminder, 0.10, 0.60, 0.02, (under, value, _) => With(under, under.Testing with { Turnout = LaterTurnout.Of(under.Testing.Turnout, value) }))],
            "swab" => [Mean(group, testing.Service.Swab.Mean, 35, 60, 1, (under, ratio) => under with { Swab = ScaledDistribution.By(under.Swab, ratio) })],
            "registration" => [Mean(group, testing.Service.Registration.Mean, 25, 60, 1, (under, ratio) => under with { Registration = ScaledDistribution.By(under.Registration, ratio) })],
            "readiness" => [Readiness(testing.Sites.Readiness.Mean / 3600)],
            "elsewhere" => [Share(group, testing.Turnout.Elsewhere, 0.50, 0.90, 0.02, (under, value, _) => With(under, under.Testing with { Turnout = LaterTurnout.Elsewhere(under.Testing.Turnout, value) }))],
            _ => throw new ArgumentException($"'{group}' is no factor; allowed are {string.Join(", ", All)}.", nameof(group)),
        };
    }

    private static Scenario With(Scenario scenario, MassTestingParameters testing) => scenario with { Testing = testing };

    private static StressFactor Share(string key, double own, double plausible, double furthest, double step, StressApplication apply) =>
        Factor(key, key, StressUnit.Share, "E", own, plausible, furthest, step, apply);

    private static StressFactor Mean(string key, double own, double plausible, double furthest, double step, Func<ServiceParameters, double, ServiceParameters> scale) => Factor(
        key, key, StressUnit.Seconds, "E", own, plausible, furthest, step,
        (under, value, _) => With(under, under.Testing with { Service = scale(under.Testing.Service, value / own) }));

    private static StressFactor Readiness(double own) => Factor(
        "readiness", "readiness", StressUnit.Hours, "E", own, 6, 9, 0.25, (under, value, _) => With(under, under.Testing with
        {
            Sites = under.Testing.Sites with { Readiness = ScaledDistribution.By(under.Testing.Sites.Readiness, value / own) },
        }));

    /// <summary>An outage at all sites that begins at the opening, and one at each of some hours after it.</summary>
    private static IEnumerable<StressFactor> Outages(WindowParameters window)
    {
        double hours = (window.Close.SinceStart - window.Open.SinceStart - window.LastEntry.Milliseconds) / 3_600_000.0;
        int between = Math.Max(1, (int)Math.Ceiling(hours / MostHours));
        for (int hour = 0; hour < hours; hour += between)
        {
            Moment at = new(window.Open.SinceStart + (hour * 3_600_000L));
            yield return Factor(
                string.Create(CultureInfo.InvariantCulture, $"outage-{hour}h"), "outage", StressUnit.Minutes, "P", 0, 240, 240, 5,
                (under, value, _) => value == 0 ? under : under with
                {
                    Disruptions = [.. under.Disruptions, new Disruption { Type = DisruptionType.RegistrationOutage, At = at, Length = Duration.Minutes(value) }],
                }) with
            { At = at.SinceStart };
        }
    }

    /// <summary>Closures here and there: 5 % of the sites are plausible, a quarter the far end. Closures side by side: half as many, and up to 20.</summary>
    private static IEnumerable<StressFactor> Closures(SiteLayout layout)
    {
        int plausible = Math.Max(1, (int)Math.Round(layout.Count * 0.05));
        int furthest = Math.Clamp((int)Math.Round(layout.Count * 0.25), plausible, layout.Count - 1);
        yield return Factor(
            "closures", "closures", StressUnit.Sites, "E", 0, plausible, furthest, 1,
            (under, value, seed) => SiteClosures.Close(under, SiteClosures.Scattered(layout, seed), (int)Math.Round(value)));
        int near = Math.Max(1, plausible / 2);
        yield return Factor(
            "closures-near", "closures", StressUnit.Sites, "E", 0, near, Math.Clamp(Math.Min(furthest, 20), near, layout.Count - 1), 1,
            (under, value, seed) => SiteClosures.Close(under, SiteClosures.Neighbouring(layout, seed), (int)Math.Round(value)));
    }

    private static StressFactor Factor(
        string key, string group, StressUnit unit, string grade, double own, double plausible, double furthest, double step, StressApplication apply)
    {
        // A scenario that is already beyond what is thought plausible is searched to the far end, which then is the range.
        bool within = (plausible - own) * Math.Sign(step) > 1e-9;
        return new StressFactor(key, group, unit, grade)
        {
            Own = own,
            Plausible = within ? plausible : furthest,
            Furthest = furthest,
            Steps = (furthest - own) / step < 1e-9 ? 0 : Math.Max(1, (int)Math.Round((furthest - own) / step)),
            Apply = apply,
        };
    }
}

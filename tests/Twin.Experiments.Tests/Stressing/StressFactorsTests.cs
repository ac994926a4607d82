using Twin.Experiments.Stressing.Factors;
using Twin.Model.Distributions;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Tests.Stressing;

public sealed class StressFactorsTests
{
    public static TheoryData<Distribution> Forms { get; } =
    [
        new Constant(20), new UniformDuration(10, 30), new Triangular(5, 10, 30), new ExponentialDuration(20), new ErlangDuration(3, 20), new GammaDuration(20, 8),
        new WeibullDuration(1.5, 20), new LogNormal(20, 8), LogNormal.ByMedian(20, 0.5), new NormalDuration(20, 3), new TruncatedNormal(20, 5, 10, 40),
        new Empirical([10, 20, 40], [1, 2, 1]), new Mixture([(0.7, new LogNormal(20, 8)), (0.3, new UniformDuration(40, 60))]),
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public void By_EveryForm_MultipliesEveryQuantile(Distribution form)
    {
        Distribution scaled = ScaledDistribution.By(form, 1.75);
        foreach (double u in new[] { 0.001, 0.1, 0.37, 0.5, 0.9, 0.999 })
        {
            Assert.Equal(form.Quantile(u) * 1.75, scaled.Quantile(u), 6);
        }
    }

    [Fact]
    public void Make_Usual_HasRangesThatBeginAtTheScenario()
    {
        StressFactors factors = StressFactors.Make(StressDistrict.Scenario, StressDistrict.Layout, StressFactors.All);
        Assert.Empty(factors.LeftOut);
        Assert.Equal(
            ["absence", "noShow", "slots", "outage-0h", "outage-1h", "outage-2h", "outage-3h", "closures", "closures-near", "turnout", "swab", "registration", "readiness", "elsewhere"],
            factors.Of.Select(factor => factor.Key));
        foreach (StressFactor factor in factors.Of)
        {
            Assert.Equal((factor.Own, factor.Furthest), (factor.ValueAt(0), factor.ValueAt(factor.Steps)));
            Assert.True(factor.PlausibleShare(factor.Steps) >= 1, factor.Key);
            Assert.Equal(ScenarioJson.Of(StressDistrict.Scenario).ToJsonString(), ScenarioJson.Of(factor.Apply(StressDistrict.Scenario, factor.Own, 3)).ToJsonString());
            Assert.NotEqual(ScenarioJson.Of(StressDistrict.Scenario).ToJsonString(), ScenarioJson.Of(factor.Apply(StressDistrict.Scenario, factor.Furthest, 3)).ToJsonString());
        }
    }

    [Theory]
    [InlineData("absence", 0.2, 0.2)]
    [InlineData("noShow", 0.3, 0.3)]
    [InlineData("slots", 0.6, 0.6)]
    [InlineData("swab", 30, 30)]
    [InlineData("registration", 20, 20)]
    [InlineData("readiness", 5, 5)]
    [InlineData("turnout", 0.1, 0.1)]
    [InlineData("elsewhere", 0.4, 0.4)]
    public void Apply_Value_IsWhatTheScenarioThenHas(string key, double value, double expected)
    {
        MassTestingParameters under = StressDistrict.Factor(key).Apply(StressDistrict.Scenario, value, 3).Testing;
        double found = key switch
        {
            "absence" => under.Staff.Absence,
            "noShow" => under.Notice.HelperNoShow,
            "slots" => under.Slots.Compliance,
            "swab" => under.Service.Swab.Mean,
            "registration" => under.Service.Registration.Mean,
            "readiness" => under.Sites.Readiness.Mean / 3600,
            "turnout" => under.Turnout.AfterReminder,
            _ => under.Turnout.Elsewhere,
        };
        Assert.Equal(expected, found, 9);
        Assert.Equal(1.0, under.Turnout.Home + under.Turnout.Elsewhere + under.Turnout.AfterReminder, 9);
    }

    [Fact]
    public void Apply_Outage_BeginsAtItsHourAndLastsTheValue()
    {
        Disruption outage = Assert.Single(StressDistrict.Factor("outage-2h").Apply(StressDistrict.Scenario, 95, 3).Disruptions);
        Assert.Equal((DisruptionType.RegistrationOutage, Duration.Minutes(95)), (outage.Type, outage.Length));
        Assert.Equal(StressDistrict.Scenario.Testing.Window.Open.SinceStart + (2 * 3_600_000L), outage.At.SinceStart);
    }

    [Theory]
    [InlineData("closures")]
    [InlineData("closures-near")]
    public void Apply_MoreClosures_AreTheSameOnesAndOthersBesides(string key)
    {
        Scenario full = StressDistrict.Scenario with { Scale = 0.1 };
        SiteLayout layout = StressDistrict.Shelf.PlacesOf(full).Layout;
        StressFactor factor = StressFactors.Make(full, layout, ["closures"]).Of.Single(factor => factor.Key == key);
        IReadOnlyList<string> before = [];
        for (int step = 1; step <= factor.Steps; step++)
        {
            IReadOnlyList<string> closed = Assert.Single(factor.Apply(full, factor.ValueAt(step), 11).Disruptions).Sites;
            Assert.Equal(step, closed.Distinct().Count());
            Assert.Equal(before, closed.Take(step - 1));
            before = closed;
        }

        Assert.True(Enumerable.Range(1, 12).Select(seed => factor.Apply(full, 1, (ulong)seed).Disruptions.Single().Sites[0]).Distinct().Count() > 4);
    }

    [Fact]
    public void Make_WhatTheScenarioHasNot_IsLeftOutWithTheReason()
    {
        MassTestingParameters testing = StressDistrict.Scenario.Testing;
        Scenario bare = StressDistrict.Scenario with
        {
            Testing = testing with
            {
                Slots = testing.Slots with { Enabled = false },
                Reminders = testing.Reminders with { Enabled = false },
                Notice = testing.Notice with { Enabled = false },
                Staff = testing.Staff with { Absence = 0.6 },
            },
        };
        StressFactors factors = StressFactors.Make(bare, StressDistrict.Layout, ["absence", "noShow", "slots", "turnout", "readiness", "swab"]);
        Assert.Equal([("absence", "atEnd"), ("noShow", "noHelpers"), ("slots", "noSlots"), ("turnout", "noReminders"), ("readiness", "noNotice")], factors.LeftOut);
        Assert.Equal(["swab"], factors.Of.Select(factor => factor.Key));
    }

    [Fact]
    public void Make_OwnValueBeyondThePlausible_TakesTheFarEndForTheRange()
    {
        Scenario worse = StressDistrict.Scenario with { Testing = StressDistrict.Scenario.Testing with { Staff = StressDistrict.Scenario.Testing.Staff with { Absence = 0.4 } } };
        StressFactor factor = Assert.Single(StressFactors.Make(worse, StressDistrict.Layout, ["absence"]).Of);
        Assert.Equal((0.4, 0.6, 0.6, 20), (factor.Own, factor.Plausible, factor.Furthest, factor.Steps));
    }
}

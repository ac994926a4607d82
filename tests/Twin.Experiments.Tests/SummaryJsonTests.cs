using System.Globalization;
using System.Text.Json.Nodes;
using Twin.Experiments.Tables;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Experiments.Tests;

public sealed class SummaryJsonTests
{
    private static readonly RunTiming Timing = new(0.4, 0, 0.9, 0.8, 18_000, 1.1, 2.5, 300_000_000);

    [Fact]
    public void Of_RealRun_HasEveryPromisedField()
    {
        JsonObject summary = SummaryJson.Of(KernelRun.Small, Timing);
        foreach (string key in new[]
        {
            "schema", "software", "scenario", "seed", "engine", "digest", "resultsDigest", "residents", "households", "events", "windows", "tested", "coverageAtTarget", "t98",
            "lastTest", "untested", "wait", "registrationWait", "swabWait", "sentHomeWait", "staff", "supplies", "laboratory", "notification", "grains", "timing", "realTimeFactor", "peakWorkingSetBytes",
        })
        {
            Assert.True(summary.ContainsKey(key), key);
        }

        Assert.All(["mean", "p50", "p90", "p95", "p99", "max"], key => Assert.NotNull(summary["wait"]![key]));
        Assert.All(["generateSeconds", "activateSeconds", "stepSeconds", "reportSeconds", "totalSeconds"], key => Assert.NotNull(summary["timing"]![key]));
        Assert.Equal(18_000 / 0.8, summary["realTimeFactor"]!.GetValue<double>());
        Assert.False(summary.ContainsKey("replications"));
    }

    [Fact]
    public void Of_RealRun_ConservesResidents()
    {
        JsonObject summary = SummaryJson.Of(KernelRun.Small, Timing);
        long untested = Enum.GetValues<UntestedReason>().Sum(reason => summary["untested"]![UntestedReasons.Camel(reason)]!.GetValue<long>());
        Assert.Equal(summary["residents"]!.GetValue<long>(), summary["tested"]!.GetValue<long>() + untested);
        Assert.Equal(untested, summary["untested"]!["total"]!.GetValue<long>());
    }

    [Fact]
    public void Of_NeverReached_IsNullNotMinusOne()
    {
        RunRecord record = KernelRun.Small;
        JsonObject summary = SummaryJson.Of(record with { MassTest = record.MassTest! with { T98 = -1, LastTest = -1 } }, Timing);
        Assert.Null(summary["t98"]);
        Assert.Null(summary["t98Clock"]);
        Assert.Null(summary["lastTest"]);
    }

    [Fact]
    public void Of_Moment_IsSecondsSinceStartWithTheLocalClockBeside()
    {
        RunRecord record = KernelRun.Small;
        JsonObject summary = SummaryJson.Of(record with { MassTest = record.MassTest! with { T98 = 34_930_500 } }, Timing);
        Assert.Equal(34_930.5, summary["t98"]!.GetValue<double>());
        Assert.EndsWith("T11:42:10+08:00", summary["t98Clock"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Replications_GivesIntervalAndShare()
    {
        JsonObject replications = SummaryJson.Of(SyntheticRun.Record(sites: 8, communities: 16, replications: 5), Timing)["replications"]!.AsObject();
        Assert.Equal(5, replications["count"]!.GetValue<int>());
        JsonNode tested = replications["measures"]!["tested"]!;
        Assert.InRange(tested["mean"]!.GetValue<double>(), tested["low"]!.GetValue<double>(), tested["high"]!.GetValue<double>());
        Assert.InRange(tested["mean"]!.GetValue<double>(), tested["min"]!.GetValue<double>(), tested["max"]!.GetValue<double>());
        Assert.Equal(0, replications["targetMetShare"]!.GetValue<double>());
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void ToText_UnderAnotherCulture_IsTheSame(string culture)
    {
        string expected = SummaryJson.ToText(SummaryJson.Of(KernelRun.Small, Timing));
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Equal(expected, SummaryJson.ToText(SummaryJson.Of(KernelRun.Small, Timing)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}

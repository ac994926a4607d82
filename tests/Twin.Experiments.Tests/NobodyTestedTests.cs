using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Experiments.Tests;

public sealed class NobodyTestedTests
{
    /// <summary>Both come after closing: the day tests nobody.</summary>
    private static readonly RunRecord Nobody = KernelRun.OfArrivals("13:00,S-001,A-1\n13:05,S-001,A-2\n", "");

    [Theory]
    [InlineData("wait.mean")]
    [InlineData("wait.p50")]
    [InlineData("wait.p90")]
    [InlineData("wait.p95")]
    [InlineData("wait.p99")]
    [InlineData("wait.max")]
    [InlineData("sites.waitAtTarget.worst")]
    [InlineData("lastTest")]
    public void Measures_NobodyTested_AreUndefinedAndNotZero(string key) =>
        Assert.True(MassTestMeasures.All.Single(measure => measure.Key == key).Value(Nobody.MassTest!).IsUndefined);

    [Fact]
    public void T98_NotReached_LiesBeyondTheEndOfTheRun() =>
        Assert.Equal(Nobody.MassTest!.Horizon / 1000.0, MassTestMeasures.All.Single(measure => measure.Key == "t98").Value(Nobody.MassTest!).After);

    [Fact]
    public void Answer_SiteThatTestedNobody_IsNamed()
    {
        SiteResult site = Nobody.MassTest!.Sites[0];
        Assert.True(site.ServedNobody);
        Assert.Null(site.WaitP90);
        Assert.Contains(RunText.Answer(Nobody, "en"), line => line.Contains("tested nobody", StringComparison.Ordinal) && line.Contains(site.Code, StringComparison.Ordinal));
    }
}

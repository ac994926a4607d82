using Twin.Experiments.Reports;
using Twin.Experiments.Sweeps;
using Twin.Experiments.Tests.Sweeps;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Experiments.Tests.Reports;

/// <summary>The page of a sweep whose figures are set: 4 points, waits of 100 + 60 a + 10 b s.</summary>
public sealed class SweepReportTests
{
    private const string Grid = """
        factors:
          - {path: testing.staff.absence, values: [0, 0.1]}
          - {path: testing.slots.enabled, values: [true, false]}
        responses: [wait.p90]
        replications: {count: 5}
        """;

    [Fact]
    public void Effects_OfAGrid_AreTheDifferencesOfTheLevelsMeansGreatestFirst()
    {
        IReadOnlyList<FactorEffect> effects = FactorEffect.Of(Summary(Grid), 0);
        Assert.Equal([0, 1], effects.Select(effect => effect.Factor));
        Assert.Equal([60.0, 10.0], effects.Select(effect => Math.Round(effect.Size, 9)));
    }

    [Theory]
    [InlineData("en", "Wait, 90 % at most is best with absence 0, enabled true: 1 min 42 s (1 min 4", "hangs most on testing.staff.absence: from 1 min 47 s to 2 min 47 s")]
    [InlineData("zh", "在 absence 0、enabled true 时最好：1 分 42 秒", "影响最大的是 testing.staff.absence")]
    public void Of_Grid_NamesTheBestPointAndWhatItHangsOn(string language, params string[] said)
    {
        string html = System.Net.WebUtility.HtmlDecode(Page(Summary(Grid), "Twin 1.2.3 abc", language));
        Assert.All(said, part => Assert.Contains(part, html, StringComparison.Ordinal));
        Assert.Contains("testing.staff.absence=0", html, StringComparison.Ordinal);
        Assert.Contains("Twin 1.2.3", html, StringComparison.Ordinal);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(html, "<img "));
        Assert.DoesNotContain("{0}", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_EstimateThatIsVaried_IsFlagged() =>
        Assert.Contains("The answer hangs on estimates (grade E), which are no facts: testing.staff.absence", System.Net.WebUtility.HtmlDecode(Page(Summary(Grid), "Twin 1 a", "en")), StringComparison.Ordinal);

    [Theory]
    [InlineData("factors: [{path: testing.staff.absence, values: [0, 0.1, 0.2]}]")]
    [InlineData("factors: [{path: testing.staff.absence, range: {from: 0, to: 0.3}}, {path: testing.slots.enabled, values: [true, false]}, {path: testing.window.lastEntry, range: {from: 10min, to: 60min}}]\ndesign: sobol\npoints: 16")]
    public void Of_OtherDesigns_HaveAPictureOfEachResponse(string keys)
    {
        string html = Page(Summary(keys + "\nresponses: [wait.p90, t98]\nreplications: {count: 2}"), "Twin 1 a", "en");
        Assert.Equal(2, System.Text.RegularExpressions.Regex.Count(html, "<img "));
        Assert.Contains("fewer than 5 replications", html, StringComparison.Ordinal);
    }

    private static string Page(SweepSummary summary, string software, string language) =>
        System.Text.Encoding.UTF8.GetString(Assert.Single(SweepReport.Draw(summary, software, language)).Content);

    private static SweepSummary Summary(string keys)
    {
        Sweep sweep = Experiment.Read(keys);
        SweepStore store = SweepStore.InMemory(sweep);
        using (store)
        {
            foreach (SweepPoint point in sweep.Points)
            {
                for (int replication = 0; replication < sweep.Rule.Least; replication++)
                {
                    double wait = 100 + (point.Levels[0].Quantity ?? 0) * 600 + (point.Levels.Count > 1 && point.Levels[1].Label == "false" ? 10 : 0) + replication;
                    MeasureValue[] measures = [.. MassTestMeasures.All.Select(measure => MeasureValue.Of(measure.Key == "wait.p90" ? wait : 20_000 + wait))];
                    store.Append(new SweepRow(new SweepTask(point.Number, replication), 1, "d", "r", 1, measures, 0.1));
                }
            }

            return SweepSummary.Of(sweep, store);
        }
    }
}

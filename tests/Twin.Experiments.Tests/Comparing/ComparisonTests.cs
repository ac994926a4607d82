using System.Text;
using Twin.Experiments.Comparing;
using Twin.Experiments.Replicating;
using Twin.Experiments.Texts;
using Twin.Model.Testing;
using static Twin.Experiments.Tests.Comparing.ComparedScenario;

namespace Twin.Experiments.Tests.Comparing;

public sealed class ComparisonTests(ITestOutputHelper output)
{
    [Fact]
    public void Run_IdenticalVariants_DifferByExactlyZero()
    {
        Comparison comparison = Compare(5, 2, Of("A", "mass-testing-490k"), Of("B", "mass-testing-490k"));
        Assert.All(comparison.Differences, difference =>
        {
            Assert.Equal((0.0, null), (difference.Paired!.Mean, difference.Paired.Low));
            Assert.Equal(DifferenceVerdict.NoDifference, difference.Verdict);
        });
        Assert.StartsWith("No difference", ComparisonText.Answer(comparison, "en")[0], StringComparison.Ordinal);
        Assert.Contains(ComparisonText.Answer(comparison, "en"), line => line.StartsWith("Warning: the scenarios differ in no assumption", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_FewerStaff_IsWorseAndCommonRandomNumbersSaveVariance()
    {
        Comparison comparison = Compare(20, 2, Of("A", "mass-testing-490k"), Of("B", "mass-testing-490k", "testing.staff.samplers=3000"));
        foreach (MeasureDifference difference in comparison.Differences)
        {
            output.WriteLine($"{difference.Measure.Key}: common random numbers save a factor of {difference.Paired?.VarianceSaved:F2}");
        }

        MeasureDifference wait = comparison.Differences.Single(difference => difference.Measure.Key == "wait.mean");
        Assert.Equal(DifferenceVerdict.FirstBetter, wait.Verdict);
        Assert.True(wait.Paired!.High < 0);
        Assert.True(wait.AdjustedProbability < 0.01);
        Assert.True(wait.Paired.VarianceSaved > 3);
        Assert.True(comparison.Differences.Single(difference => difference.Measure.Key == "t98").Paired!.VarianceSaved > 10);
        ComparisonHeadline headline = comparison.HeadlineOf((0, 1));
        Assert.Equal(HeadlineKind.First, headline.Kind);
        Assert.StartsWith("A (mass-testing-490k) is better than B (mass-testing-490k) against the targets: better in ", ComparisonText.Answer(comparison, "en")[0], StringComparison.Ordinal);
        // Every measure that is good or bad is counted once.
        Assert.Equal(headline.Judged, Enum.GetValues<DifferenceVerdict>().Sum(headline.Count));
        Assert.Equal(DifferenceVerdict.SecondBetter, comparison.Differences.Single(difference => difference.Measure.Key == "staff.hours").Verdict);
        Assert.Contains(AssumptionDifferences.Of(comparison.Order.Variants), difference => difference.Path == "testing.staff.samplers" && difference.Values is ["3400", "3000"]);
    }

    [Fact]
    public void Run_OneOrTwoThreads_GiveTheSameFiles()
    {
        Comparison[] both = [.. new[] { 1, 2 }.Select(threads => Compare(5, threads, Of("A", "mass-testing-490k"), Of("B", "mass-testing-rush"), Of("C", "mass-testing-490k", "testing.staff.absence=0.3")))];
        Assert.Equal(ComparisonTables.Replications(both[0]).ToBytes(), ComparisonTables.Replications(both[1]).ToBytes());
        Assert.Equal(ComparisonTables.Differences(both[0]).ToBytes(), ComparisonTables.Differences(both[1]).ToBytes());
        Assert.Equal(ComparisonJson.Of(both[0], 0).ToJsonString(), ComparisonJson.Of(both[1], 0).ToJsonString());
        Assert.Equal(3 * MassTestMeasures.All.Count, both[0].Differences.Count);
        Assert.Equal(1 - (0.05 / 3), both[0].Differences[0].Paired!.Confidence, 12);
        Assert.Contains(ComparisonText.Answer(both[0], "en"), line => line.Contains("Bonferroni over 3 comparisons", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_ReplicationOfAVariant_IsThatOfARun()
    {
        Comparison comparison = SlotsAgainstRush;
        ComparedVariant variant = comparison.Order.Variants[1];
        MassTestPlan plan = new PlanShelf().PlanOf(variant.Scenario, new Twin.Model.Randomness.Draws(variant.Scenario.Seed).ReplicationSeed(3));
        MassTestResult alone = MassTestResultReader.Read(plan, new Twin.Kernel.KernelEngine(plan).Run().Metrics);
        Assert.All(MassTestMeasures.All.Select((measure, i) => (measure, i)), of => Assert.Equal(of.measure.Value(alone), comparison.Tallies[1].Value(3, of.i)));
    }

    [Fact]
    public void Run_FewerThanFive_SaysNothingIsSure()
    {
        Comparison comparison = Compare(4, 2, Of("A", "mass-testing-490k"), Of("B", "mass-testing-rush"));
        Assert.All(comparison.Differences, difference => Assert.True(difference.Verdict is DifferenceVerdict.TooFew or DifferenceVerdict.Undefined));
        Assert.Contains(ComparisonText.Answer(comparison, "en"), line => line.Contains("at least 5 are needed", StringComparison.Ordinal));
    }

    [Fact]
    public void Faults_OtherDistrictOrStart_AreNamedKeyByKey()
    {
        ComparedVariant first = Of("A", "mass-testing-490k");
        ComparedVariant other = Of("B", "mass-testing-490k", "district.residents=480000", "start=2022-04-10T01:00:00+08:00");
        IReadOnlyList<string> faults = PairingCheck.Faults([first, other with { Scenario = other.Scenario with { Scale = 0.02 } }]);
        Assert.Contains(faults, fault => fault.StartsWith("B: district.residents: found 480000; allowed: 490000 as in A", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("B: start: found", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("B: scale: found 0.02; allowed: 0.01", StringComparison.Ordinal));
        Assert.Throws<ArgumentException>(() => Compare(1, 1, first, other));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Write_EitherLanguage_LeavesEveryFileAndAPageWithoutRequests(string language)
    {
        using TemporaryFolder temporary = new();
        string path = temporary.Of("out");
        using (OutFolder folder = OutFolder.Prepare(path, false, OutFolderKind.Comparison))
        {
            ComparisonOutput.Write(SlotsAgainstRush, folder, language, 1);
        }

        Assert.Equal(
            ["compare.csv", "coverage.png", "differences.csv", "heatmap-1-2.png", "map-1-2.png", "report.html", "results.json.gz", "sites.csv", "summary.json"],
            Directory.EnumerateFileSystemEntries(path).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal));
        string page = File.ReadAllText(Path.Combine(path, "report.html"));
        Assert.Contains(TextCatalogue.In(language)["page.figures"], page, StringComparison.Ordinal);
        Assert.Contains("testing.slots.enabled", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(src|href|url)\s*[=(]\s*[""']?(https?:|//)", page);
        Assert.DoesNotContain("{0}", page, StringComparison.Ordinal);
        string[] rows = Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(path, "compare.csv"))).TrimEnd().Split('\n');
        Assert.Equal(1 + (2 * 10), rows.Length);
    }

    [Fact]
    public void Prepare_FolderOfARun_IsRefused()
    {
        using TemporaryFolder temporary = new();
        Directory.CreateDirectory(temporary.Of("out"));
        File.WriteAllText(temporary.Of("out", "summary.json"), $$"""{"schema": "{{SummaryJson.Schema}}"}""");
        Assert.Throws<OutFolderException>(() => OutFolder.Prepare(temporary.Of("out"), false, OutFolderKind.Comparison));
        File.WriteAllText(temporary.Of("out", "summary.json"), $$"""{"schema": "{{ComparisonJson.Schema}}"}""");
        Assert.Throws<OutFolderException>(() => OutFolder.Prepare(temporary.Of("out"), false));
        OutFolder.Prepare(temporary.Of("out"), false, OutFolderKind.Comparison).Dispose();
    }

    [Fact]
    public void Write_OtherSites_LeavesOutTheirDifferenceAndSaysSo()
    {
        Comparison comparison = Compare(5, 2, Of("A", "mass-testing-490k"), Of("B", "mass-testing-490k", "testing.sites.count=300"));
        using TemporaryFolder temporary = new();
        using OutFolder folder = OutFolder.Prepare(temporary.Of("out"), false, OutFolderKind.Comparison);
        ComparisonOutput.Write(comparison, folder, "en", 1);
        Assert.False(File.Exists(temporary.Of("out", "heatmap-1-2.png")));
        Assert.Contains(ComparisonText.Answer(comparison, "en"), line => line.Contains("sites at different places", StringComparison.Ordinal));
    }
}

using System.Text.Json.Nodes;
using MathNet.Numerics.Distributions;
using SkiaSharp;
using Twin.Experiments.Charts;
using Twin.Experiments.Reports;
using Twin.Experiments.Sensitivity;
using Twin.Experiments.Sweeps;
using Twin.Experiments.Sweeps.Output;
using Twin.Experiments.Tests.Sweeps;
using Twin.Experiments.Texts;
using Twin.Model.Randomness;
using Twin.Model.Testing;

namespace Twin.Experiments.Tests.Sensitivity;

/// <summary>Designs for sensitivity as sweeps: of a district of 1 % where something must run, else with rows made by a formula.</summary>
public sealed class SensitivitySweepTests
{
    private const string Factors = """
        factors:
          - {path: testing.staff.samplers, range: {from: 1200, to: 3400}}
          - {path: testing.staff.absence, range: {from: 0.02, to: 0.30}}
          - {path: testing.service.tubeChange, range: {from: 15s, to: 40s}}
          - {name: slots, levels: [{name: kept}, {name: rush, set: [testing.slots.enabled=false]}]}
        responses: [lastTest, wait.p90]

        """;

    private const string Morris = Factors + "design: morris\ntrajectories: 6\nreplications: {count: 2}\n";
    private const string Saltelli = Factors + "design: saltelli\nbasePoints: 5\nreplications: {count: 2}\n";

    private static readonly string[] Files =
        ["replications.csv", "replications.parquet", "points.csv", "points.parquet", "sensitivity.csv", "sensitivity.parquet", "sensitivity.png", "report.html", "summary.json"];

    [Fact]
    public void Read_Morris_TrajectoriesOverTheLevels()
    {
        Sweep sweep = Experiment.Read(Morris);
        Assert.Equal((30, 6, 5), (sweep.Points.Count, sweep.Sensitivity!.Blocks, sweep.Sensitivity.PointsOfBlock));
        Assert.Equal(["1200", "1933", "2667", "3400"], sweep.Points.Select(point => point.Levels[0].Label).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["15s", "23s333ms", "31s667ms", "40s"], sweep.Points.Select(point => point.Levels[2].Label).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["kept", "rush"], sweep.Points.Select(point => point.Levels[3].Label).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["", "E", "E", ""], sweep.Factors.Select(factor => factor.Grade));
        Assert.NotEqual(sweep.Identity, Experiment.Read(Morris.Replace("trajectories: 6", "trajectories: 7", StringComparison.Ordinal)).Identity);
    }

    [Fact]
    public void Read_Saltelli_BasePointsAndMixtures()
    {
        Sweep sweep = Experiment.Read(Saltelli);
        Assert.Equal((30, 5, 6), (sweep.Points.Count, sweep.Sensitivity!.Blocks, sweep.Sensitivity.PointsOfBlock));
        Assert.Equal(sweep.Points[1].Levels[0].Label, sweep.Points[2].Levels[0].Label);
        Assert.Equal(sweep.Points[0].Levels[1].Label, sweep.Points[2].Levels[1].Label);
    }

    [Theory]
    [InlineData("{name: a, levels: [{name: x}, {name: y, set: [testing.slots.compliance=0.5]}]}", "E")]
    [InlineData("{name: a, grade: choice, levels: [{name: x}, {name: y, set: [testing.slots.compliance=0.5]}]}", "")]
    [InlineData("{name: a, levels: [{name: x, set: [testing.service.pool=5]}, {name: y, set: [testing.service.pool=20]}]}", "P")]
    [InlineData("{name: a, levels: [{name: x}, {name: y, set: [testing.slots.enabled=false]}]}", "")]
    [InlineData("{path: testing.staff.samplers, grade: E, range: {from: 1000, to: 2000}}", "E")]
    [InlineData("{path: testing.service.swab.lognormal.mean, range: {from: 12s, to: 35s}}", "E")]
    public void Read_Factor_HasTheGradeOfItsKeysOrAsStated(string factor, string grade) =>
        Assert.Equal(grade, Experiment.Read($"set: [\"testing.service.swab={{lognormal: {{mean: 20s, sd: 8s}}}}\"]\nfactors: [{factor}]\ndesign: morris\ntrajectories: 2\n").Factors[0].Grade);

    [Fact]
    public void SeedOf_CommonRandomNumbers_SameWithinABlockAndOthersInAnother()
    {
        Sweep sweep = Experiment.Read(Morris);
        ulong[] seeds = [.. sweep.Points.Select(point => sweep.SeedOf(point, 1))];
        Assert.All(seeds.Chunk(5), block => Assert.Single(block.Distinct()));
        Assert.Equal(6, seeds.Distinct().Count());
        Sweep own = Experiment.Read(Morris + "crn: false\n");
        Assert.Equal(30, own.Points.Select(point => own.SeedOf(point, 1)).Distinct().Count());
    }

    [Theory]
    [InlineData(Morris)]
    [InlineData(Saltelli)]
    public async Task Run_OneOrTwoThreadsOrCutAndGoneOn_SameBytes(string keys)
    {
        using TemporaryFolder folder = new();
        Sweep sweep = Experiment.Read(keys);
        await CompleteAsync(sweep, folder.Of("one"), SweepFolderUse.Begin, 1);
        await CompleteAsync(sweep, folder.Of("two"), SweepFolderUse.Begin, 2);
        using CancellationTokenSource cut = new();
        using (SweepFolder interrupted = SweepFolder.Prepare(folder.Of("cut"), sweep, SweepFolderUse.Begin))
        {
            Assert.Throws<OperationCanceledException>(() => SweepRunner.Run(sweep, interrupted.Store, 2, progress => CancelAt(progress, 23, cut), cut.Token));
        }

        await CompleteAsync(sweep, folder.Of("cut"), SweepFolderUse.Resume, 2);
        Assert.All(Files, file => Assert.Equal(File.ReadAllBytes(folder.Of("one", file)), File.ReadAllBytes(folder.Of("two", file))));
        Assert.All(Files, file => Assert.Equal(File.ReadAllBytes(folder.Of("one", file)), File.ReadAllBytes(folder.Of("cut", file))));
        Assert.Equal(Files.Append(SweepStore.FileName).Order(StringComparer.Ordinal), Directory.EnumerateFileSystemEntries(folder.Of("cut")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    /// <summary>With so few staff that queues form, the samplers decide when the last person is done, and more of them make it earlier.</summary>
    [Fact]
    public void Run_Morris_FindsWhatDecides()
    {
        SensitivitySummary sensitivity = Ran(Morris).Sensitivity!;
        FactorInfluence first = sensitivity.Responses[0].Factors[0];
        Assert.Equal(("testing.staff.samplers", 1), (first.Factor.Name, first.Rank));
        Assert.True(first.Morris!.Mu.Estimate < -600, $"{first.Morris.Mu.Estimate} s");
        Assert.All(sensitivity.Responses, response => Assert.InRange(response.ChanceShare!.Value, 1e-6, 0.9));
        Assert.All(sensitivity.Responses.SelectMany(response => response.Factors), factor => Assert.NotNull(factor.Morris!.Chance));
    }

    /// <summary>A response that is linear in the factors: each effect is its coefficient, whatever the unit and the kind of the factor.</summary>
    [Fact]
    public void Of_LinearResponse_EffectsAreOverWholeRanges()
    {
        SweepSummary summary = Of(Morris, (sweep, point, _) => Linear(sweep.Points[point - 1]));
        IReadOnlyList<FactorInfluence> factors = summary.Sensitivity!.Responses[0].Factors;
        Assert.Equal(["testing.staff.samplers", "slots", "testing.service.tubeChange", "testing.staff.absence"], factors.Select(factor => factor.Factor.Name));
        Assert.Equal([2200, 1000, 900, 28], factors.Select(factor => Math.Round(factor.Strength.Estimate, 6)));
        Assert.Equal([-2200, 1000, 900, 28], factors.Select(factor => Math.Round(factor.Morris!.Mu.Estimate, 6)));
        Assert.All(factors, factor => Assert.Empty(factor.OpenWith));
        Assert.Equal(["testing.service.tubeChange"], summary.Sensitivity.Responses[0].Factors.Where(factor => factor.IsFlagged).Select(factor => factor.Factor.Name));
    }

    [Fact]
    public void Of_EstimateAmongTheFirstThree_IsFlaggedInWarningSummaryTableAndText()
    {
        SweepSummary summary = Of(Saltelli.Replace("basePoints: 5", "basePoints: 60", StringComparison.Ordinal), (sweep, point, _) => Linear(sweep.Points[point - 1]) * 10);
        SweepWarning warning = summary.Warnings.First(warning => warning.Kind == SweepWarningKind.HangsOnEstimate);
        Assert.Contains("testing.service.tubeChange", warning.Factors);
        JsonObject flag = SweepJson.Of(summary)["flagged"]!.AsArray().Select(node => node!.AsObject()).First();
        Assert.Equal(("lastTest", "testing.service.tubeChange", "E", 3), ((string?)flag["response"], (string?)flag["factor"], (string?)flag["grade"], (int?)flag["rank"]));
        SweepText text = new(summary, "en");
        Assert.Contains(text.Lines(), line => line == "Last test: this answer hangs on an estimate (grade E): testing.service.tubeChange.");
        Assert.All(text.Rows(), row => Assert.Equal(text.Header.Count, row.Count));
        Assert.Contains(new SweepText(summary, "zh").Lines(), line => line.Contains("取决于一个估计值（E 级）：testing.service.tubeChange", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_FactorsAlike_RankIsOpenAndSaid()
    {
        SweepSummary summary = Of(Morris.Replace("trajectories: 6", "trajectories: 40", StringComparison.Ordinal), (_, point, replication) => Noise(point, replication, 100));
        ResponseSensitivity response = summary.Sensitivity!.Responses[0];
        Assert.All(response.Factors, factor => Assert.NotEmpty(factor.OpenWith));
        Assert.Empty(response.Influential);
        Assert.Empty(response.Contenders);
        Assert.Contains(summary.Warnings, warning => warning.Kind == SweepWarningKind.NotTold && warning.Response == response.Response && warning.Factors.Count > 0);
        Assert.Contains(new SweepText(summary, "en").Lines(), line => line.StartsWith("Last test: no factor is told", StringComparison.Ordinal));
        Assert.InRange(response.ChanceShare!.Value, 0.6, 1);
    }

    /// <summary>A quarter of the variance is chance: replications of a point differ with variance 2 × 100², their mean with 100²; a factor of two levels adds (2 × 173.2)² / 4.</summary>
    [Fact]
    public void Of_Noise_ChanceShareIsThatOfTheVarianceBetweenReplications()
    {
        SweepSummary summary = Of(
            Saltelli.Replace("basePoints: 5", "basePoints: 400", StringComparison.Ordinal) + "crn: false\n",
            (sweep, point, replication) => (sweep.Points[point - 1].Levels[3].Label == "rush" ? 346.4 : 0) + Noise(point, replication, 100 * Math.Sqrt(2)));
        Assert.InRange(summary.Sensitivity!.Responses[0].ChanceShare!.Value, 0.21, 0.29);
    }

    /// <summary>A factor without direction, such as one whose effect turns with another, is told from chance by μ* alone; without replications to compare that is not known.</summary>
    [Theory]
    [InlineData("count: 2", true)]
    [InlineData("count: 1", null)]
    public void IsTold_EffectWithoutDirection_NeedsToKnowChance(string count, bool? expected)
    {
        SweepSummary summary = Of(
            Morris.Replace("count: 2", count, StringComparison.Ordinal).Replace("trajectories: 6", "trajectories: 40", StringComparison.Ordinal),
            (sweep, point, replication) => Turning(sweep.Points[point - 1]) + Noise(sweep.Sensitivity!.BlockOf(point), replication, 50));
        FactorInfluence slots = summary.Sensitivity!.Responses[0].Factors.Single(factor => factor.Factor.Name == "slots");
        Assert.True(slots.Morris!.Mu.Low < 0 && slots.Morris.Mu.High > 0, $"{slots.Morris.Mu}");
        Assert.Equal(expected, slots.IsTold);
        Assert.False(summary.Sensitivity.Responses[0].Factors.Single(factor => factor.Factor.Name == "testing.service.tubeChange").IsTold);

        static double Turning(SweepPoint point) => (point.Levels[3].Label == "rush" ? 1 : -1) * (point.Levels[0].Quantity!.Value - 2300);
    }

    /// <summary>Without common random numbers a factor that does nothing has a total order of what chance gives, unless that is taken away.</summary>
    [Fact]
    public void Of_SaltelliOnOwnNumbers_FactorsThatDoNothingHaveNoShareAndNoName()
    {
        ResponseSensitivity response = OnOwnNumbers(2).Sensitivity!.Responses[0];
        Assert.Equal(["slots"], response.Influential.Select(factor => factor.Factor.Name));
        Assert.All(response.Factors.Where(factor => factor.Factor.Name != "slots"), factor => Assert.Equal(0, factor.Strength.Low));
        Assert.InRange(response.Factors[0].Strength.Estimate, 0.35, 0.65);
    }

    /// <summary>With one replication chance is not known: the total order of a factor that does nothing is then no reason to name it.</summary>
    [Fact]
    public void Of_SaltelliWithOneReplication_NamesOnlyWhatItsFirstOrderTells()
    {
        SweepSummary summary = OnOwnNumbers(1);
        Assert.Equal(["slots"], summary.Sensitivity!.Responses[0].Influential.Select(factor => factor.Factor.Name));
        Assert.Contains(summary.Warnings, warning => warning.Kind == SweepWarningKind.ChanceUnknown);
    }

    /// <summary>With common random numbers the smallest effect is told from nothing; that does not make an answer hang on it.</summary>
    [Fact]
    public void Of_ShareBelowWhatMatters_IsNotWhatTheAnswerHangsOn()
    {
        SweepSummary summary = Of(
            Saltelli.Replace("basePoints: 5", "basePoints: 60", StringComparison.Ordinal),
            (sweep, point, _) => (10 * sweep.Points[point - 1].Levels[2].Quantity!.Value) + (sweep.Points[point - 1].Levels[3].Label == "rush" ? 20_000 : 0));
        Assert.Equal(["slots"], summary.Sensitivity!.Responses[0].Influential.Select(factor => factor.Factor.Name));
        Assert.Empty(summary.Sensitivity.Flagged);
        Assert.Contains(new SweepText(summary, "en").Lines(), line => line == "Last test: the most influential is slots; no other is told.");
    }

    [Fact]
    public void Of_FewBasePointsAndMuchChance_SharesLieWithinZeroAndOneAndTheDesignIsSaidToBeTooSmall()
    {
        SweepSummary summary = Of(Saltelli + "crn: false\n", (_, point, replication) => Noise(point, replication, 100));
        Assert.All(summary.Sensitivity!.Responses[0].Factors, factor => Assert.All(
            new[] { factor.Strength.Estimate, factor.Strength.Low!.Value, factor.Strength.High!.Value, factor.Sobol!.First.Estimate }, share => Assert.InRange(share, 0, 1)));
        Assert.Contains(summary.Warnings, warning => warning.Kind == SweepWarningKind.DesignTooSmall);
        Assert.Contains(new SweepText(summary, "en").Lines(), line => line.Contains("base points are too few for shares of Last test", StringComparison.Ordinal));
    }

    /// <summary>Half of the variance is the factor slots, half is chance; the others do nothing.</summary>
    private static SweepSummary OnOwnNumbers(int count) => Of(
        Saltelli.Replace("basePoints: 5", "basePoints: 200", StringComparison.Ordinal).Replace("count: 2", $"count: {count}", StringComparison.Ordinal) + "crn: false\n",
        (sweep, point, replication) => (sweep.Points[point - 1].Levels[3].Label == "rush" ? 200 : 0) + Noise(point, replication, 100 * Math.Sqrt(count)));

    [Fact]
    public void Of_ResponseSomewhereNotDefined_BlockIsLeftOutAndSaid()
    {
        SweepSummary summary = Of(Morris, (sweep, point, _) => point == 7 ? null : Linear(sweep.Points[point - 1]));
        Assert.Equal((5, 1), (summary.Sensitivity!.Responses[0].Blocks, summary.Sensitivity.Responses[0].LeftOut));
        Assert.Contains(summary.Warnings, warning => warning.Kind == SweepWarningKind.BlocksLeftOut);
        Assert.Contains(new SweepText(summary, "en").Lines(), line => line.Contains("1 of 6 trajectories", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_ResponseThatDoesNotVary_HasNoIndices()
    {
        SweepSummary summary = Of(Morris, (_, _, _) => 5);
        Assert.All(summary.Sensitivity!.Responses, response => Assert.Empty(response.Factors));
        Assert.All(summary.Warnings, warning => Assert.Equal(SweepWarningKind.NoIndex, warning.Kind));
        Assert.NotEmpty(SensitivityChart.Draw(summary.Sensitivity, TextCatalogue.In("en")));
    }

    [Theory]
    [InlineData("trajectories: 6", "trajectories: 4", SweepWarningKind.FewBlocks)]
    [InlineData("count: 2", "count: 1", SweepWarningKind.ChanceUnknown)]
    public void Of_TooFew_GivesNoIntervalOrShareAndSaysSo(string written, string instead, SweepWarningKind kind)
    {
        SweepSummary summary = Of(Morris.Replace(written, instead, StringComparison.Ordinal), (sweep, point, _) => Linear(sweep.Points[point - 1]));
        Assert.Contains(summary.Warnings, warning => warning.Kind == kind);
        FactorInfluence first = summary.Sensitivity!.Responses[0].Factors[0];
        Assert.Equal(kind == SweepWarningKind.FewBlocks, first.Strength.Low is null);
        Assert.Equal(kind == SweepWarningKind.ChanceUnknown, first.Morris!.Chance is null);
    }

    [Fact]
    public void Read_ListOfWordsInASaltelliDesign_IsDrawnFrom() => Assert.Equal(
        ["building", "household", "person"],
        Experiment.Read("factors: [{path: testing.slots.by, values: [building, household, person]}]\ndesign: saltelli\nbasePoints: 20\n").Points.Select(point => point.Label).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(1, "en")]
    [InlineData(4, "zh")]
    public void Draw_EveryNumberOfResponses_GivesAPictureOfTheSize(int responses, string language)
    {
        string[] keys = ["lastTest", "coverageAtTarget", "wait.p90", "staff.hours"];
        SweepSummary summary = Of(Morris.Replace("[lastTest, wait.p90]", $"[{string.Join(", ", keys.Take(responses))}]", StringComparison.Ordinal), (sweep, point, _) => Linear(sweep.Points[point - 1]));
        using SKBitmap bitmap = SKBitmap.Decode(SensitivityChart.Draw(summary.Sensitivity!, TextCatalogue.In(language)));
        Assert.Equal((ChartStyle.Width, ChartStyle.Height), (bitmap.Width, bitmap.Height));
        Assert.Contains(bitmap.Pixels, pixel => (pixel.Red, pixel.Green, pixel.Blue) == (ChartStyle.Amber.R, ChartStyle.Amber.G, ChartStyle.Amber.B));
    }

    [Theory]
    [InlineData("en", "Last test: this answer hangs on an estimate (grade E): testing.service.tubeChange.", "1200 to 3400")]
    [InlineData("zh", "这一结论取决于一个估计值（E 级）：testing.service.tubeChange。", "1200 至 3400")]
    public void Report_Flagged_SaysSoAndNamesEveryFactorAndRange(string language, string flag, string range)
    {
        SweepSummary summary = Of(Morris, (sweep, point, _) => Linear(sweep.Points[point - 1]));
        string page = System.Text.Encoding.UTF8.GetString(SweepReport.Draw(summary, "Twin 1.2.3 abc", language).Single(file => file.Name == "report.html").Content);
        Assert.Contains("<p class=\"sentence\">", page, StringComparison.Ordinal);
        Assert.Contains($"{flag}</p>", System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains($"<td>{range}</td>", page, StringComparison.Ordinal);
        Assert.Contains("-- sweep folder/t.yaml", page, StringComparison.Ordinal);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(page, "<img "));
        Assert.All(summary.Sweep.Factors, factor => Assert.Contains($">{factor.Name}</th>", page, StringComparison.Ordinal));
        Assert.DoesNotContain("http://", page, StringComparison.Ordinal);
    }

    private static double Linear(SweepPoint point) =>
        10_000 - point.Levels[0].Quantity!.Value + (100 * point.Levels[1].Quantity!.Value) + (36 * point.Levels[2].Quantity!.Value) + (point.Levels[3].Label == "rush" ? 1000 : 0);

    /// <summary>Normal numbers of a fixed seed.</summary>
    private static double Noise(int point, int replication, double deviation)
    {
        (uint w0, uint w1, _, _) = Philox.Block((uint)point, (uint)replication, 0, 0, 11, 0);
        return deviation * Normal.InvCDF(0, 1, ((((ulong)w0 << 20) ^ w1) + 0.5) / (1UL << 52));
    }

    private static SweepSummary Ran(string keys)
    {
        Sweep sweep = Experiment.Read(keys);
        using SweepStore store = SweepStore.InMemory(sweep);
        return SweepRunner.Run(sweep, store, 2);
    }

    /// <summary>A sweep whose every measure is a formula.</summary>
    private static SweepSummary Of(string keys, Func<Sweep, int, int, double?> value)
    {
        Sweep sweep = Experiment.Read(keys);
        using SweepStore store = SweepStore.InMemory(sweep);
        foreach (SweepPoint point in sweep.Points)
        {
            for (int replication = 0; replication < sweep.Rule.Least; replication++)
            {
                double? own = value(sweep, point.Number, replication);
                store.Append(new SweepRow(new SweepTask(point.Number, replication), 1, "d", "r", 10, [.. MassTestMeasures.All.Select(_ => own)], 0.5));
            }
        }

        return SweepSummary.Of(sweep, store);
    }

    private static async Task CompleteAsync(Sweep sweep, string path, SweepFolderUse use, int threads)
    {
        using SweepFolder folder = SweepFolder.Prepare(path, sweep, use);
        await SweepOutput.WriteAsync(SweepRunner.Run(sweep, folder.Store, threads), folder);
    }

    private static void CancelAt(SweepProgress progress, int count, CancellationTokenSource cut)
    {
        if (progress.Ran >= count)
        {
            cut.Cancel();
        }
    }
}

using System.Text.Json.Nodes;
using Twin.Experiments.Backtesting;
using Twin.Experiments.Backtesting.Counting;
using Twin.Experiments.Backtesting.Fitting;
using Twin.Experiments.Backtesting.Predicting;
using Twin.Experiments.Backtesting.Reports;
using Twin.Experiments.Plans;
using Twin.Experiments.Reports;
using Twin.Experiments.Texts;
using Twin.Model.Testing;

namespace Twin.Experiments.Tests.Backtesting;

/// <summary>Backtests on counts that the model made itself, with the plan's parameters and with hidden ones.</summary>
public sealed class BacktestTests
{
    private static readonly Lazy<Backtest> AsAssumed = new(() => BacktestDistrict.Run(BacktestDistrict.Counts(11), fitPoints: 96));

    private static readonly Lazy<Backtest> HiddenParameters = new(() => BacktestDistrict.Run(
        BacktestDistrict.Counts(12, testing => testing with { Staff = testing.Staff with { Absence = 0.25 }, Slots = testing.Slots with { Compliance = 0.6 } }),
        fitPoints: 96, parameters: ["absence", "compliance"]));

    [Fact]
    public void Run_CountsOfTheModel_CoverageIsNominalWithoutBias()
    {
        Backtest backtest = AsAssumed.Value;
        Assert.True(backtest.Agrees, string.Join('\n', BacktestText.Answer(backtest, "en")));
        Assert.All(backtest.Kinds, kind =>
        {
            Assert.Equal((0.90, 0.95), (kind.Ninety!.Nominal, kind.NinetyFive!.Nominal));
            Assert.Equal(CoverageVerdict.AsExpected, kind.Ninety.Verdict);
            Assert.False(kind.Total.IsOff);
        });
    }

    [Fact]
    public void Run_CountsOfTheModel_EveryParametersIntervalHoldsItsValue()
    {
        Assert.Equal(["absence", "compliance", "turnout", "swabbing", "registering", "readiness"], AsAssumed.Value.Fit!.Parameters.Select(parameter => parameter.Parameter.Key));
        Assert.All(AsAssumed.Value.Fit.Parameters, parameter => Assert.NotEqual(FitVerdict.SpeakAgainst, parameter.Verdict));
        Assert.False(AsAssumed.Value.Fit.IsUnexplained);
    }

    [Fact]
    public void Run_HiddenParameters_ReportsTheMissAndItsDirection()
    {
        Backtest backtest = HiddenParameters.Value;
        Assert.False(backtest.Agrees);
        Assert.Equal(CoverageVerdict.TooFew, backtest.Tested.Ninety!.Verdict);
        Assert.True(backtest.Waiting!.Total.IsOff);
        Assert.True(backtest.Waiting.Total.Bias > 0);
        Assert.Contains("people waiting", BacktestText.Answer(backtest, "en")[0], StringComparison.Ordinal);
        Assert.Contains(backtest.Waiting.Times, time => time.IsOff);
    }

    [Theory]
    [InlineData(0, 0.25, 0.10, true)]
    [InlineData(1, 0.60, 0.85, false)]
    public void Run_HiddenParameters_TheIntervalHoldsTheHiddenValueAndNothingFalseIsSaid(int which, double hidden, double assumed, bool told)
    {
        FittedParameter parameter = HiddenParameters.Value.Fit!.Parameters[which];
        Assert.Equal(assumed, parameter.Assumed);
        Assert.InRange(hidden, parameter.Low, parameter.High);
        Assert.NotEqual(FitVerdict.Agree, parameter.Verdict);

        // Six intervals that hold together are too wide for the second after one day.
        Assert.Equal(told, parameter.Verdict == FitVerdict.SpeakAgainst);
    }

    [Fact]
    public void Run_SiteWithFewerSamplersThanPlanned_IsFoundAndBehind()
    {
        StaffingPlan plan = BacktestDistrict.Plan;
        StaffRoster hidden = new() { Rows = [.. plan.Roster.Rows.Select(row => row.Site == 2 ? row with { Samplers = row.Samplers / 2 } : row)] };
        SiteCounts counts = BacktestDistrict.Counts(13, of: plan with { Scenario = StaffingPlan.Into(plan.Scenario, hidden, null) });
        Backtest backtest = BacktestDistrict.Run(counts, replications: 59);
        Assert.Equal(2, backtest.Sites[0].Site);
        Assert.True(backtest.Sites[0] is { Gap: < 0, Probability: <= 0.05 }, $"{backtest.Sites[0]}");
        Assert.Contains(BacktestText.Answer(backtest, "en"), line => line.StartsWith("S-003: behind by", StringComparison.Ordinal));
        Assert.Null(backtest.Fit);
    }

    [Fact]
    public void Run_FewDays_HasNoBandsAndSaysSo()
    {
        Backtest backtest = BacktestDistrict.Run(BacktestDistrict.Counts(11), replications: 5);
        Assert.Null(backtest.Tested.Ninety);
        Assert.Contains(BacktestText.Answer(backtest, "en"), line => line.Contains("5 days of the model are too few for 95 % bands", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Write_Backtest_LeavesEveryFileAndTheReportInOrder(string language)
    {
        using TemporaryFolder folder = new();
        JsonObject summary;
        using (OutFolder results = OutFolder.Prepare(folder.Of("out"), false, OutFolderKind.Backtest))
        {
            summary = BacktestOutput.Write(HiddenParameters.Value, results, ["backtest", "c.csv", "plan.json", "--set", "testing.turnout={home: 0.9}"], language);
        }

        Assert.All(OutFolderKind.Backtest.Files, name => Assert.True(new FileInfo(folder.Of("out", name)).Length > 100, name));
        Assert.Equal("twin-backtest/1", (string?)summary["schema"]);
        Assert.Equal("speakAgainst", (string?)summary["fit"]!["parameters"]![0]!["verdict"]);
        string page = File.ReadAllText(folder.Of("out", "report.html"));
        string[] order = ["id=\"answer\"", "id=\"warnings\"", "id=\"actions\"", "id=\"pictures\"", "id=\"figures\"", "id=\"method\"", "id=\"assumptions\"", "id=\"limits\"", "id=\"reproduce\""];
        Assert.DoesNotContain(order, id => !page.Contains(id, StringComparison.Ordinal));
        Assert.Contains("--set &#39;testing.turnout={home: 0.9}&#39;" + (language == "zh" ? " --lang zh" : ""), page, StringComparison.Ordinal);
        Assert.Equal(order.Select(id => page.IndexOf(id, StringComparison.Ordinal)).Order(), order.Select(id => page.IndexOf(id, StringComparison.Ordinal)));
    }

    [Fact]
    public void Actions_HiddenParameters_AreEstimatedAnewBeforeSitesAreLookedAt()
    {
        IReadOnlyList<PlannedAction> actions = new BacktestActions(HiddenParameters.Value, TextCatalogue.In("en")).All();
        Assert.InRange(actions.Count, 1, AnswerPage.MostActions);
        Assert.StartsWith("Plan with staff absent at ", actions[0].What, StringComparison.Ordinal);
        Assert.StartsWith("--set testing.staff.absence=0.", actions[0].Where, StringComparison.Ordinal);
        int[] sites = [.. Enumerable.Range(0, actions.Count).Where(i => actions[i].Where.StartsWith("S-", StringComparison.Ordinal))];
        Assert.Equal(Enumerable.Range(actions.Count - sites.Length, sites.Length), sites);
        Assert.DoesNotContain(new BacktestActions(AsAssumed.Value, TextCatalogue.In("en")).All(), action => action.What.StartsWith("Plan with", StringComparison.Ordinal));
    }

    [Fact]
    public void Document_NamesEveryColumnAndSummaryKey()
    {
        string document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "backtest.md"));
        IEnumerable<string> columns = new[] { BacktestTables.Cells(HiddenParameters.Value), BacktestTables.Times(HiddenParameters.Value), BacktestTables.Sites(HiddenParameters.Value), BacktestTables.Parameters(HiddenParameters.Value) }
            .SelectMany(table => System.Text.Encoding.UTF8.GetString(table.ToBytes()).TrimStart('\uFEFF').Split('\n')[0].Split(','));
        Assert.All(
            columns.Concat(BacktestJson.Of(HiddenParameters.Value).Select(pair => pair.Key)).Concat(CountsReader.Columns).Concat(HiddenParameters.Value.Fit!.Parameters.Select(parameter => parameter.Parameter.Key)).Distinct(),
            name => Assert.Contains($"`{name}`", document, StringComparison.Ordinal));
    }
}

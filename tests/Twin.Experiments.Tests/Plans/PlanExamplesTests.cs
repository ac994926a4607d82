using System.Text.RegularExpressions;
using Twin.Experiments.Backtesting;
using Twin.Experiments.Backtesting.Counting;
using Twin.Experiments.Backtesting.Reports;
using Twin.Experiments.Plans;
using Twin.Experiments.Replicating;
using Twin.Kernel;
using Twin.Model.Testing;

namespace Twin.Experiments.Tests.Plans;

/// <summary>The examples of docs/plans.md and docs/backtest.md are the code below, which is compiled and run with the plan that docs/plans.md shows.</summary>
public sealed class PlanExamplesTests
{
    [Theory]
    [InlineData("docs/plans.md", "the plan's example")]
    [InlineData("docs/backtest.md", "the backtest's example")]
    public void Example_OfDocument_IsTheCodeThatRuns(string document, string name) =>
        Assert.Contains($"```csharp\n{SourceExample.Of("tests/Twin.Experiments.Tests/Plans/PlanExamplesTests.cs", name)}```\n", SourceExample.Document(document), StringComparison.Ordinal);

    [Fact]
    public void Examples_Run_SayWhetherThePlanHoldsAndHowTheCountsLie()
    {
        Console.Lines.Clear();
        RunBacktest(RunPlan());
        Assert.Contains(Console.Lines, line => line.StartsWith("plan v2 fits its scenario", StringComparison.Ordinal));
        Assert.Contains(Console.Lines, line => line.StartsWith("people tested, summed over all counts: ", StringComparison.Ordinal));
    }

    private static StaffingPlan RunPlan()
    {
        // begin of the plan's example
        StaffingPlan plan = PlanReader.Read("plan.json", File.ReadAllText);
        PlanCheck check = PlanCheck.Run(plan, new PlanShelf(), days: 3, threads: 2);
        Console.WriteLine(string.Join('\n', PlanCheckText.Answer(check, "en")));
        // end of the plan's example
        File.Counts = CountsOf(plan);
        return plan;
    }

    private static void RunBacktest(StaffingPlan plan)
    {
        // begin of the backtest's example
        PlanShelf shelf = new();
        int sites = shelf.PlacesOf(plan.Scenario).Layout.Count;
        SiteCounts counts = CountsReader.Read("counts.csv", File.ReadAllText("counts.csv"), plan.Scenario, sites);
        Backtest backtest = Backtest.Run(plan, counts, new BacktestEffort { Threads = 2 }, shelf);
        Console.WriteLine(string.Join('\n', BacktestText.Answer(backtest, "en")));
        // end of the backtest's example
    }

    private static string CountsOf(StaffingPlan plan)
    {
        MassTestPlan compiled = new PlanShelf().PlanOf(plan.Scenario, 7);
        MassTestResult day = Replications.Of(compiled, (_, outcome) => MassTestResultReader.Read(compiled, outcome.Metrics), TestContext.Current.CancellationToken);
        return CountsText.Of(day, plan.Scenario.Start, 30);
    }

    /// <summary>The plan that the document shows, its counts of a day, and the repository's files.</summary>
    private static class File
    {
        public static string Counts { get; set; } = "";

        public static string ReadAllText(string path) => path switch
        {
            "plan.json" => Regex.Match(SourceExample.Document("docs/plans.md"), "```json\n(.+?)```", RegexOptions.Singleline).Groups[1].Value,
            "counts.csv" => Counts,
            _ => SourceExample.Document(path),
        };
    }

    private static class Console
    {
        public static List<string> Lines { get; } = [];

        public static void WriteLine(string lines) => Lines.AddRange(lines.Split('\n'));
    }
}

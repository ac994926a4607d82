using System.Text.Json.Nodes;
using Twin.Experiments;
using Twin.Experiments.Backtesting;
using Twin.Experiments.Backtesting.Counting;
using Twin.Experiments.Backtesting.Fitting;
using Twin.Experiments.Backtesting.Reports;
using Twin.Experiments.Plans;
using Twin.Experiments.Replicating;
using Twin.Experiments.Texts;
using Twin.Model.Events;
using Twin.Silo.Commands;

namespace Twin.Silo.Runs;

/// <summary>One <c>twin backtest</c>, from the counts to the report.</summary>
/// <param name="options">What was asked.</param>
/// <param name="interruption">Ctrl-C.</param>
internal sealed class BacktestSession(BacktestOptions options, Interruption interruption)
{
    /// <summary>Compares and writes what came of it.</summary>
    /// <returns>An <see cref="ExitCode"/>: success as well if the counts are not as the model says, which is an answer.</returns>
    /// <exception cref="InputException">The command line or a file that it names is wrong.</exception>
    /// <exception cref="InvalidOperationException">A day could not be simulated.</exception>
    public int Run()
    {
        interruption.Doing = "reading the plan";
        StaffingPlan plan = PlanFiles.Read("PLAN", options.Plan, options.ScenarioFile, options.Sets);
        LeftOutNote.Told(plan.Scenario, options.Output);
        plan = plan with { Scenario = plan.Scenario with { Seed = options.Seed ?? plan.Scenario.Seed } };
        CheckParameters(plan);
        string text = ReadCounts();
        PlanShelf shelf = new();
        int sites = shelf.PlanOf(plan.Scenario, plan.Scenario.Seed).Layout.Count;
        SiteCounts counts = CountsReader.Read(options.Counts, text, plan.Scenario, sites);
        using OutFolder folder = ResultsFolder.Take(() => OutFolder.Prepare(options.Output.Folder ?? Path.Combine("out", plan.Scenario.Name + "-backtest"), options.Output.Force, OutFolderKind.Backtest));
        Backtest backtest = Compare(plan, counts, shelf);
        interruption.Doing = "writing the results";
        Tell(backtest, folder, BacktestOutput.Write(backtest, folder, options.Command(), options.Output.Language));
        return ExitCode.Success;
    }

    private void CheckParameters(StaffingPlan plan)
    {
        string[] known = [.. FitParameter.Of(plan.Scenario).Select(parameter => parameter.Key)];
        if (options.Parameters.FirstOrDefault(key => !known.Contains(key, StringComparer.Ordinal)) is { } unknown)
        {
            throw InputException.At("--fit", OptionValue.Quoted(unknown), $"some of {string.Join(", ", known)}, the parameters that matter in {plan.Scenario.Name}");
        }
    }

    private string ReadCounts()
    {
        try
        {
            return ScenarioFiles.Open(options.Counts);
        }
        catch (IOException failure)
        {
            throw InputException.At("COUNTS", $"{OptionValue.Quoted(options.Counts)}, which cannot be read ({failure.Message})", $"a CSV file with the columns {string.Join(", ", CountsReader.Columns)}");
        }
    }

    private Backtest Compare(StaffingPlan plan, SiteCounts counts, PlanShelf shelf)
    {
        int points = options.NoFit ? 0 : options.FitPoints;
        int all = options.Replications + (2 * points);
        int done = 0;
        interruption.Doing = "simulating days";
        interruption.Done = () => $"{Counted.Of(done, "day")} simulated; no result was written";
        CompareProgress progress = new(options.Output.Quiet ? null : Console.Error, all, options.Output.Language, TimeProvider.System);
        BacktestEffort effort = new() { Replications = options.Replications, FitPoints = points, Parameters = options.Parameters, Threads = options.Threads };
        try
        {
            return Backtest.Run(plan, counts, effort, shelf, ended => progress.Report(Math.Min(all, done = ended)), interruption.Token);
        }
        catch (SimulationException failure)
        {
            throw new InvalidOperationException($"A day could not be simulated: {failure.Message}", failure);
        }
    }

    private void Tell(Backtest backtest, OutFolder folder, JsonObject summary) => PrintedAnswer.Write(
        options.Output, summary, () => PrintedAnswer.Lines(BacktestText.Answer(backtest, options.Output.Language)), PrintedAnswer.Shown(folder.Path, "report.html"));
}

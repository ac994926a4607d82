using System.Globalization;
using System.Text.Json.Nodes;
using Twin.Experiments;
using Twin.Experiments.Comparing;
using Twin.Experiments.Plans;
using Twin.Experiments.Replicating;
using Twin.Experiments.Staffing;
using Twin.Experiments.Texts;
using Twin.Model.Districts;
using Twin.Model.Testing;
using Twin.Silo.Commands;

namespace Twin.Silo.Runs;

/// <summary>One <c>twin plan diff</c>.</summary>
/// <param name="options">What was asked.</param>
/// <param name="interruption">Ctrl-C.</param>
internal sealed class PlanDiffSession(PlanDiffOptions options, Interruption interruption)
{
    /// <summary>Compares two plans and writes what came of it.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    /// <exception cref="InputException">A plan or its scenario is wrong, or the plans cannot be compared.</exception>
    /// <exception cref="ReplicationFailedException">An entity failed.</exception>
    public int Run()
    {
        interruption.Doing = "reading the plans";
        StaffingPlan first = PlanFiles.Read("A", options.First, options.ScenarioFile);
        StaffingPlan second = PlanFiles.Read("B", options.Second, options.ScenarioFile);
        using OutFolder folder = ResultsFolder.Take(() => OutFolder.Prepare(options.Output.Folder ?? Path.Combine("out", "plan-diff"), options.Output.Force, OutFolderKind.PlanDiff));
        interruption.Doing = "generating the district";
        PlanShelf shelf = new();
        (District district, SiteLayout layout) = shelf.PlacesOf(first.Scenario);
        PlanDifference paper = Paper(first, second, shelf, district, layout);
        PlanDiff diff = new(paper, null);
        double seconds = 0;
        if (!options.NoRun)
        {
            (diff, seconds) = Runs(paper, shelf);
        }

        interruption.Doing = "writing the results";
        Tell(diff, folder, PlanDiffOutput.Write(diff, folder, Command(), options.Output.Language, seconds));
        return ExitCode.Success;
    }

    private PlanDifference Paper(StaffingPlan first, StaffingPlan second, PlanShelf shelf, District district, SiteLayout layout)
    {
        // Sites that a scenario does not have are refused by its plan, with file and line.
        _ = shelf.PlanOf(first.Scenario, first.Scenario.Seed);
        _ = shelf.PlanOf(StaffingPlan.Into(first.Scenario, second.Roster, second.File.Helpers), first.Scenario.Seed);
        StaffCosts costs = new(options.CostSampler ?? first.Costs.Sampler, options.CostDesk ?? first.Costs.Desk, first.Costs.Helper);
        return PlanDifference.Of(first, second, costs, district, layout);
    }

    private (PlanDiff Diff, double Seconds) Runs(PlanDifference paper, PlanShelf shelf)
    {
        int all = 2 * options.Replications;
        int done = 0;
        interruption.Doing = "comparing";
        interruption.Done = () => $"{done} of {Counted.Of(all, "run")}; no result was written";
        CompareProgress progress = new(options.Output.Quiet ? null : Console.Error, all, options.Output.Language, TimeProvider.System);
        PlanDiff diff = PlanDiff.Run(paper, options.Replications, shelf, options.Threads, ended => progress.Report(done = ended), interruption.Token);
        return (diff, progress.Seconds);
    }

    private List<string> Command() =>
    [
        "plan", "diff", options.First, options.Second,
        .. new OptionWords()
            .Add("--scenario", options.ScenarioFile)
            .Flag("--no-run", options.NoRun)
            .Add("--replications", options.NoRun ? null : options.Replications)
            .Add("--cost-sampler", options.CostSampler)
            .Add("--cost-desk", options.CostDesk)
            .Words,
    ];

    private void Tell(PlanDiff diff, OutFolder folder, JsonObject summary) => PrintedAnswer.Write(
        options.Output, summary, () => PrintedAnswer.Lines(PlanDiffText.Answer(diff, options.Output.Language)), PrintedAnswer.Shown(folder.Path, "report.html"));
}

using System.Globalization;
using Twin.Experiments.Backtesting.Counting;
using Twin.Experiments.Plans;
using Twin.Experiments.Replicating;
using Twin.Experiments.Texts;
using Twin.Kernel;
using Twin.Model.Scenarios;
using Twin.Model.Testing;
using Twin.Silo.Commands;

namespace Twin.Silo.Runs;

/// <summary>One <c>twin plan counts</c>.</summary>
/// <param name="options">What was asked.</param>
/// <param name="interruption">Ctrl-C.</param>
internal sealed class PlanCountsSession(PlanCountsOptions options, Interruption interruption)
{
    /// <summary>Simulates a day and writes its counts.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    /// <exception cref="InputException">The plan or its scenario is wrong, or the file cannot be written.</exception>
    public int Run()
    {
        interruption.Doing = "reading the plan";
        StaffingPlan plan = PlanFiles.Read("PLAN", options.Plan, options.ScenarioFile, options.Sets);
        Scenario scenario = plan.Scenario;
        if (File.Exists(options.Counts))
        {
            throw InputException.At("COUNTS", $"{OptionValue.Quoted(options.Counts)}, which exists", "the path of a file that does not exist yet");
        }

        using OutputFile file = new("COUNTS", options.Counts);
        interruption.Doing = "simulating the day";
        MassTestPlan compiled = new PlanShelf().PlanOf(scenario, options.Seed ?? scenario.Seed);
        MassTestResult day = Replications.Of(compiled, (_, outcome) => MassTestResultReader.Read(compiled, outcome.Metrics), interruption.Token);
        file.Complete(CountsText.Of(day, scenario.Start, options.Minutes).TrimEnd('\n').Split('\n'));
        Console.Out.WriteLine($"{options.Counts}: {Counted.Of(day.Tested, "person", "people")} tested at {Counted.Of(day.Sites.Count, "site")}");
        return ExitCode.Success;
    }
}

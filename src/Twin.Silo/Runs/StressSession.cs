using System.Globalization;
using System.Text.Json.Nodes;
using Twin.Experiments;
using Twin.Experiments.Replicating;
using Twin.Experiments.Staffing;
using Twin.Experiments.Stressing;
using Twin.Experiments.Stressing.Reports;
using Twin.Experiments.Texts;
using Twin.Model.Scenarios;
using Twin.Model.Testing;
using Twin.Silo.Commands;

namespace Twin.Silo.Runs;

/// <summary>One <c>twin stress</c>, from the scenario file to the report.</summary>
/// <param name="options">What was asked.</param>
/// <param name="interruption">Ctrl-C.</param>
internal sealed class StressSession(StressOptions options, Interruption interruption)
{
    private const double Hour = 3_600_000;

    /// <summary>Stresses and writes what came out.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    /// <exception cref="InputException">The command line or a file that it names is wrong.</exception>
    /// <exception cref="ScenarioInputException">The scenario asks for what its district cannot give.</exception>
    /// <exception cref="Experiments.Comparing.ReplicationFailedException">An entity failed.</exception>
    public int Run()
    {
        interruption.Doing = "reading the scenario";
        Scenario scenario = ReadScenario();
        StressGoal goal = new()
        {
            WaitTargetSeconds = TestTargets.Of(scenario).WaitSeconds,
            ByMilliseconds = TestTargets.Of(scenario).Milliseconds,
            Share = options.Confidence,
            Costs = new StaffCosts(options.CostSampler, options.CostDesk),
        };
        StressEffort effort = new() { Days = options.Replications, Pairs = options.Pairs, Parallelism = options.Threads };
        StressProgress progress = new(options.Output.Quiet ? null : Console.Error, options.Output.Language, TimeProvider.System);
        StressTest test = new(scenario, goal, effort, options.Factors, new PlanShelf(), progress.Report, interruption.Token);
        Check(test);
        progress.About = test.Runs.About;
        if (options.DryRun)
        {
            interruption.Doing = "timing two days";
            progress.IsOff = true;
            new StressEstimate(scenario.Name, test, options).Write();
            return ExitCode.Success;
        }

        string shown = options.Output.Folder ?? Path.Combine("out", scenario.Name + "-stress");
        using OutFolder folder = ResultsFolder.Take(() => OutFolder.Prepare(shown, options.Output.Force, OutFolderKind.Stress));
        interruption.Doing = "stressing";
        interruption.Done = () => $"{Counted.Of(progress.Days, "day")} simulated; no result was written";
        StressResult result = test.Run();
        interruption.Doing = "writing the results";
        JsonObject summary = StressOutput.Write(result, new StressOrigin(options.ScenarioFile, options.Reproducing()), folder, options.Output.Language);
        new StressAnswer(options).Write(result, summary, shown);
        return ExitCode.Success;
    }

    private static Duration? Minutes(double? minutes) => minutes is { } given ? Duration.Seconds(Math.Round(given * 60)) : null;

    private Scenario ReadScenario()
    {
        Scenario scenario = LeftOutNote.Told(ScenarioFiles.Read(options.ScenarioFile, options.Sets, options.Seed, options.Scale), options.Output);
        if (scenario.Activity != Activity.MassTesting)
        {
            throw InputException.At("SCENARIO", "a scenario of activity queue, which has no sites", "one of activity massTesting");
        }

        if (scenario.Testing.Arrivals.File.Length > 0)
        {
            throw InputException.At("SCENARIO", "arrivals given in a file (testing.arrivals.file), the same on every day", "a generated population, whose days differ");
        }

        double most = (scenario.Horizon.Milliseconds - scenario.Testing.Window.Open.SinceStart) / Hour;
        if (options.ByHours >= most)
        {
            throw InputException.At("--by", string.Create(CultureInfo.InvariantCulture, $"{options.ByHours} h after opening"),
                string.Create(CultureInfo.InvariantCulture, $"less than {most:0.##} h: the scenario's horizon ends then"));
        }

        return TestTargets.Moved(scenario, Minutes(options.WaitTargetMinutes), Minutes(options.ByHours * 60));
    }

    private void Check(StressTest test)
    {
        if (test.Factors.Of.Count == 0)
        {
            throw InputException.At(
                "--factors", $"{string.Join(", ", options.Factors)}, none of which means anything in this scenario",
                "factors of what the scenario has: slots, reminders, a notice, more than one site");
        }
    }
}

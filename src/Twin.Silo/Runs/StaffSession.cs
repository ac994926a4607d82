using System.Globalization;
using System.Text.Json.Nodes;
using Twin.Experiments;
using Twin.Experiments.Replicating;
using Twin.Experiments.Staffing;
using Twin.Experiments.Staffing.Reports;
using Twin.Experiments.Statistics;
using Twin.Experiments.Texts;
using Twin.Model.Events;
using Twin.Model.Scenarios;
using Twin.Model.Testing;
using Twin.Silo.Commands;

namespace Twin.Silo.Runs;

/// <summary>One <c>twin staff</c>, from the scenario file to the report.</summary>
/// <param name="options">What was asked.</param>
/// <param name="interruption">Ctrl-C.</param>
internal sealed class StaffSession(StaffOptions options, Interruption interruption)
{
    private const double Hour = 3_600_000;
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(10);

    private int _days;
    private long _told = TimeProvider.System.GetTimestamp();

    /// <summary>Searches and writes what came out.</summary>
    /// <returns>An <see cref="ExitCode"/>: success as well if no staffing keeps the constraints, which is an answer.</returns>
    /// <exception cref="InputException">The command line or a file that it names is wrong.</exception>
    public int Run()
    {
        interruption.Doing = "reading the scenario";
        Scenario scenario = ReadScenario();
        StaffGoal goal = new()
        {
            Confidence = options.Confidence,
            Assurance = options.Assurance,
            WaitTargetSeconds = TestTargets.Of(scenario).WaitSeconds,
            ByMilliseconds = TestTargets.Of(scenario).Milliseconds,
            Costs = new StaffCosts(options.CostSampler, options.CostDesk, options.CostHelper),
            Shifts = options.ShiftLengths is { } lengths ? StaffShifts.Of(scenario, lengths) : StaffShifts.Default(scenario),
        };
        StaffEffort effort = new()
        {
            ObservedDays = options.WatchReplications,
            SearchDays = options.SearchReplications,
            ConfirmDays = options.Replications,
            LooksAround = !options.PlanOnly,
            Parallelism = options.Threads,
        };
        Check(scenario, goal, effort);
        CheckShifts(scenario);
        string shown = options.Output.Folder ?? Path.Combine("out", scenario.Name + "-staff");
        using OutFolder folder = Prepare(shown);
        interruption.Doing = "searching for a staffing";
        interruption.Done = () => $"{Counted.Of(_days, "day")} simulated; no result was written";
        PlanShelf shelf = new();
        StaffingResult result = Search(scenario, goal, effort, shelf);
        interruption.Doing = "writing the results";
        StaffingOrigin origin = new(options.ScenarioFile, options.Reproducing(), options.Author, options.Note);
        JsonObject summary = StaffingOutput.Write(result, origin, shelf.PlanOf(scenario, scenario.Seed), folder, shown, options.Output.Language);
        Tell(result, summary, shown);
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

        return TestTargets.Moved(scenario, Minutes(options.WaitTargetMinutes), Minutes(options.ByHours * 60));
    }

    private void Check(Scenario scenario, StaffGoal goal, StaffEffort effort)
    {
        double level = 1 - ((1 - goal.Assurance) / effort.Attempts);
        int fewest = ProportionBound.FewestTrials(goal.Confidence, level);
        if (options.Replications < fewest)
        {
            throw InputException.At(
                "--replications", string.Create(CultureInfo.InvariantCulture, $"{options.Replications}, with which a probability of {goal.Confidence} cannot be confirmed"),
                string.Create(CultureInfo.InvariantCulture, $"at least {fewest} for --confidence {goal.Confidence} and --assurance {goal.Assurance}"));
        }

        double most = (scenario.Horizon.Milliseconds - scenario.Testing.Window.Open.SinceStart) / Hour;
        if (options.ByHours >= most)
        {
            throw InputException.At("--by", string.Create(CultureInfo.InvariantCulture, $"{options.ByHours} h after opening"),
                string.Create(CultureInfo.InvariantCulture, $"less than {most:0.##} h: the scenario's horizon ends then"));
        }
    }

    private void CheckShifts(Scenario scenario)
    {
        double hours = StaffShifts.Hours(scenario.Testing.Window);
        if (options.ShiftLengths?.FirstOrDefault(length => length >= hours) is { } length and > 0)
        {
            throw InputException.At("--shift-lengths", string.Create(CultureInfo.InvariantCulture, $"{length} h"),
                string.Create(CultureInfo.InvariantCulture, $"less than {hours:0.##} h, the length of the window"));
        }
    }

    private OutFolder Prepare(string path) => ResultsFolder.Take(() => OutFolder.Prepare(path, options.Output.Force, OutFolderKind.Staffing));

    private StaffingResult Search(Scenario scenario, StaffGoal goal, StaffEffort effort, PlanShelf shelf)
    {
        long began = TimeProvider.System.GetTimestamp();
        bool IsLate() => options.TimeLimitMinutes is { } minutes && TimeProvider.System.GetElapsedTime(began).TotalMinutes > minutes;
        try
        {
            return new StaffingSearch(scenario, goal, effort, shelf, IsLate, Progress, interruption.Token).Run();
        }
        catch (SimulationException failure)
        {
            throw new InvalidOperationException($"A day could not be simulated: {failure.Message}", failure);
        }
    }

    private void Progress(int days)
    {
        _days = days;
        if (!options.Output.Quiet && TimeProvider.System.GetElapsedTime(_told) > BetweenLines)
        {
            _told = TimeProvider.System.GetTimestamp();
            Console.Error.WriteLine($"twin: {Counted.Of(days, "day")} simulated");
        }
    }

    private void Tell(StaffingResult result, JsonObject summary, string shown) => PrintedAnswer.Write(
        options.Output, summary, () => PrintedAnswer.Lines(StaffingText.Answer(result, options.Output.Language)), Path.Combine(shown, "report.html"));
}

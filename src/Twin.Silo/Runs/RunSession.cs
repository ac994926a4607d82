using Twin.Experiments;
using Twin.Model.Events;
using Twin.Model.Results;
using Twin.Model.Scenarios;
using Twin.Silo.Commands;
using Twin.Silo.Display;

namespace Twin.Silo.Runs;

/// <summary>One <c>twin run</c>, from the scenario file to the report.</summary>
/// <param name="options">What was asked.</param>
/// <param name="interruption">Ctrl-C.</param>
public sealed class RunSession(RunOptions options, Interruption interruption)
{
    /// <summary>Runs.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    /// <exception cref="InputException">The command line or a file that it names is wrong.</exception>
    /// <exception cref="RunFailedException">An entity failed.</exception>
    public async Task<int> RunAsync()
    {
        interruption.Doing = "reading the scenario";
        (Scenario scenario, IReadOnlyList<TimedInput> inputs) = ReadScenario();
        using OutFolder folder = PrepareFolder(scenario);
        using RunFiles files = new(options);
        IRunEngine engine = StartEngine();

        interruption.Doing = "generating the district";
        long began = TimeProvider.System.GetTimestamp();
        ActivityRun activity = ActivityRun.Of(scenario, options.ScenarioFile, files.HasVisits, inputs);
        files.Trace(activity.Plan, scenario.Start);
        double generateSeconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds;

        interruption.Doing = "running";
        RunMeter meter = new(activity.Plan, scenario.Start, activity.Expected, TimeProvider.System);
        interruption.Done = meter.DoneSoFar;
        EngineOutcome outcome = await StepAsync(engine, activity.Plan, meter, files);
        if (!outcome.Completed)
        {
            return interruption.Tell();
        }

        RunRecord record = activity.WithResult(RunRecords.Of(scenario, options, outcome) with { GenerateSeconds = generateSeconds }, outcome);
        files.WriteVisits(activity.RecordHeader, activity.RecordLines(outcome));
        if (options.Replications > 1)
        {
            interruption.Doing = $"running {options.Replications - 1} more replications after the main run";
            record = activity.WithReplications(record, outcome, options.Replications, interruption.Token);
        }

        interruption.Doing = "writing the results";
        new RunAnswer(options).Write(record, folder);
        return ExitCode.Success;
    }

    private (Scenario Scenario, IReadOnlyList<TimedInput> Inputs) ReadScenario()
    {
        (InputJournalHeader? header, IReadOnlyList<TimedInput> inputs) = options.Inputs is { } journal ? InputJournal.Read(journal) : (null, []);
        Scenario scenario = LeftOutNote.Told(ScenarioFiles.Read(options.ScenarioFile, [.. header?.Set ?? [], .. options.Sets], options.Seed, options.Scale), options.Output);
        if (header is not null && header.Scenario != Path.GetFileNameWithoutExtension(options.ScenarioFile))
        {
            throw InputException.At("--inputs", $"the journal of a run of {header.Scenario}", $"that of a run of {Path.GetFileNameWithoutExtension(options.ScenarioFile)}");
        }

        return (scenario with { Seed = options.Seed ?? header?.Seed ?? scenario.Seed, Scale = options.Scale ?? header?.Scale ?? scenario.Scale }, inputs);
    }

    private OutFolder PrepareFolder(Scenario scenario)
    {
        string path = options.Output.Folder ?? Path.Combine("out", scenario.Name);
        return ResultsFolder.Take(() => OutFolder.Prepare(path, options.Output.Force));
    }

    private IRunEngine StartEngine() => options.Engine == "kernel"
        ? new KernelRunEngine()
        : new GrainRunEngine(options.Output.Quiet ? null : text => Console.Error.WriteLine($"twin: {text}"), interruption.Token);

    private async Task<EngineOutcome> StepAsync(IRunEngine engine, SimulationPlan plan, RunMeter meter, RunFiles files)
    {
        try
        {
            return await RunDisplays.Of(options.Output.Language, options.Output.Quiet).ShowAsync(
                meter, progress => engine.RunAsync(plan, files.Observer, progress, interruption.Token));
        }
        catch (SimulationException failure)
        {
            throw new RunFailedException(plan, failure);
        }
        finally
        {
            files.WriteTrace();
        }
    }
}

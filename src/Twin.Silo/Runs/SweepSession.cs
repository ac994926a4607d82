using System.Globalization;
using System.Text.Json.Nodes;
using Twin.Experiments;
using Twin.Experiments.Sweeps;
using Twin.Experiments.Sweeps.Files;
using Twin.Experiments.Sweeps.Output;
using Twin.Model.Scenarios;
using Twin.Silo.Commands;

namespace Twin.Silo.Runs;

/// <summary>One <c>twin sweep</c>, from the experiment file to the tables.</summary>
/// <param name="options">What was asked.</param>
/// <param name="interruption">Ctrl-C.</param>
public sealed class SweepSession(SweepOptions options, Interruption interruption)
{
    /// <summary>Sweeps.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    /// <exception cref="InputException">The command line, the experiment or the out folder is wrong.</exception>
    /// <exception cref="ScenarioFormatException">The experiment, its scenario or a point of it is wrong.</exception>
    /// <exception cref="ScenarioInputException">A point asks for what its district cannot give.</exception>
    public async Task<int> RunAsync()
    {
        interruption.Doing = "reading the experiment";
        Sweep sweep = Read();
        SweepPlans plans = new(sweep);
        if (options.DryRun)
        {
            interruption.Doing = "timing two replications";
            plans.Check(interruption.Token);
            new SweepEstimate(sweep, options).Write(plans, interruption.Token);
            return ExitCode.Success;
        }

        if (!options.Resume)
        {
            interruption.Doing = "checking the points";
            plans.Check(interruption.Token);
        }

        using SweepFolder folder = Prepare(sweep);
        interruption.Doing = "sweeping";
        using SweepDisplay display = SweepDisplay.Of(options);
        interruption.Done = () => DoneSoFar(display.Last, folder.Path);
        SweepSummary summary = await Task.Run(() => SweepRunner.Run(sweep, folder.Store, options.Threads, display.Report, interruption.Token), CancellationToken.None);
        display.Dispose();

        interruption.Doing = "writing the results";
        JsonObject json = await SweepOutput.WriteAsync(summary, folder, options.Language);
        new SweepAnswer(options).Write(summary, json, folder);
        return ExitCode.Success;
    }

    private Sweep Read()
    {
        const string Allowed = "the path of an experiment file (YAML), such as experiments/staffing-grid.yaml";
        string path = options.ExperimentFile;
        if (Directory.Exists(path) || !File.Exists(path))
        {
            throw InputException.At("EXPERIMENT", Directory.Exists(path) ? $"the folder {OptionValue.Quoted(path)}" : $"no file {OptionValue.Quoted(path)}", Allowed);
        }

        try
        {
            return SweepReader.Read(path, ScenarioFiles.Open, options.Changes);
        }
        catch (IOException failure)
        {
            throw InputException.At("EXPERIMENT", $"{OptionValue.Quoted(path)}, which cannot be read ({failure.Message})", Allowed);
        }
    }

    private SweepFolder Prepare(Sweep sweep)
    {
        SweepFolderUse use = options.Resume ? SweepFolderUse.Resume : options.Force ? SweepFolderUse.Force : SweepFolderUse.Begin;
        return ResultsFolder.Take(() => SweepFolder.Prepare(options.Out ?? Path.Combine("out", sweep.File.Name), sweep, use));
    }

    private static string DoneSoFar(SweepProgress last, string folder) => string.Create(
        CultureInfo.InvariantCulture,
        $"{last.Finished} replications are kept in {Path.GetRelativePath(Environment.CurrentDirectory, folder)}; the same command with --resume goes on with them");
}

using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Twin.Experiments;
using Twin.Experiments.Sweeps;
using Twin.Experiments.Sweeps.Files;
using Twin.Experiments.Sweeps.Output;
using Twin.Experiments.Texts;
using Twin.Grains.Running;
using Twin.Model.Scenarios;
using Twin.Silo.Clusters;
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
        SweepSummary summary = options.Cluster is { } cluster
            ? await OnClusterAsync(cluster, sweep, folder.Store, display)
            : await Task.Run(() => SweepRunner.Run(sweep, folder.Store, options.Threads, display.Report, interruption.Token), CancellationToken.None);
        display.Dispose();

        interruption.Doing = "writing the results";
        JsonObject json = await SweepOutput.WriteAsync(summary, folder, options.Output.Language);
        new SweepAnswer(options).Write(summary, json, folder);
        return ExitCode.Success;
    }

    private async Task<SweepSummary> OnClusterAsync(ClusterAddress cluster, Sweep sweep, SweepStore store, SweepDisplay display)
    {
        IPEndPoint address = await cluster.ResolveAsync("--cluster", interruption.Token);
        Probe(address);
        await using SweepCluster silos = await SweepCluster.StartAsync(address, SweepHost.JobOf(sweep), options.Threads, display.Note, interruption.Token);
        display.Note($"silos join with: twin worker {address}");
        if (!IPAddress.IsLoopback(address.Address))
        {
            display.Note("whoever reaches that port can join: keep it to a network that you trust");
        }

        SweepWork work = new(sweep, store, progress =>
        {
            display.Threads = silos.Threads;
            display.Report(progress);
        });
        await silos.RunAsync(work, options.WaitFor, display.Begin, interruption.Token);
        return SweepSummary.Of(sweep, store);
    }

    private static void Probe(IPEndPoint address)
    {
        try
        {
            address.Port = address.Port == 0 ? LocalPort.Free(address.Address) : address.Port;
            LocalPort.Probe(address);
        }
        catch (SocketException failure)
        {
            throw InputException.At("--cluster", $"{address}, where this process cannot listen ({failure.Message})", "an address of this machine and a port that is free");
        }
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
            Sweep sweep = SweepReader.Read(path, ScenarioFiles.Open, options.Changes);
            LeftOutNote.Told(sweep.Base, options.Output);
            FormerKeysNote.Tell(sweep, options.Output.Language, options.Output.Quiet);
            return sweep;
        }
        catch (IOException failure)
        {
            throw InputException.At("EXPERIMENT", $"{OptionValue.Quoted(path)}, which cannot be read ({failure.Message})", Allowed);
        }
    }

    private SweepFolder Prepare(Sweep sweep)
    {
        SweepFolderUse use = options.Resume ? SweepFolderUse.Resume : options.Output.Force ? SweepFolderUse.Force : SweepFolderUse.Begin;
        return ResultsFolder.Take(() => SweepFolder.Prepare(options.Output.Folder ?? Path.Combine("out", sweep.File.Name), sweep, use));
    }

    private static string DoneSoFar(SweepProgress last, string folder) =>
        $"{Counted.Of(last.Finished, "replication is", "replications are")} kept in {Path.GetRelativePath(Environment.CurrentDirectory, folder)}; the same command with --resume goes on from there";
}

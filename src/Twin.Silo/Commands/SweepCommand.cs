using System.CommandLine;
using Twin.Experiments.Sweeps;
using Twin.Experiments.Sweeps.Files;
using Twin.Silo.Runs;
using static Twin.Silo.Commands.SharedOption;

namespace Twin.Silo.Commands;

/// <summary><c>twin sweep</c>: runs a scenario at many points and says how its figures answer, with intervals.</summary>
internal static class SweepCommand
{
    private static readonly Argument<string> ExperimentFile = new("EXPERIMENT") { Description = "Path of an experiment file (YAML)." };

    private static readonly Option<ulong?> Seed = OptionValue.Number<ulong>("--seed", "Seed instead of the file's", 0, ulong.MaxValue);

    private static readonly Option<double?> Scale =
        NewScale("Share of the district instead of the file's");

    private static readonly Option<int?> Replications =
        OptionValue.Number("--replications", "A fixed number of replications a point instead of the file's rule", 1, Sweep.MostReplications);

    private static readonly Option<int?> Threads =
        OptionValue.Number("--threads", "Replications at a time in this process (default: a processor each); 0 with --cluster only", 0, 256);

    private static readonly Option<ClusterAddress?> Cluster = new("--cluster")
    {
        Description = "Lets silos join that run replications too (twin worker HOST:PORT). At HOST:PORT of this machine, "
            + $"by default {ClusterAddress.Default.Host}:{ClusterAddress.Default.Port}; port 0 for a free one.",
        HelpName = "HOST:PORT",
        Arity = ArgumentArity.ZeroOrOne,
        CustomParser = result =>
        {
            if (result.Tokens.Count == 0)
            {
                return ClusterAddress.Default;
            }

            string found = result.Tokens[0].Value;
            if (ClusterAddress.Parse(found) is { } address)
            {
                return address;
            }

            result.AddError(InputException.Describe("--cluster", OptionValue.Quoted(found), ClusterAddress.Allowed));
            return null;
        },
    };

    private static readonly Option<int?> WaitFor = OptionValue.Number("--wait-for", "With --cluster: begins when so many silos have joined (default 0)", 0, 1000);

    private static readonly Option<string?> Out = OptionValue.Path("--out", "Folder for the results (default out/NAME).", "DIR");

    private static readonly Option<bool> Resume = OptionValue.Flag("--resume", "Goes on with an interrupted sweep in the folder.");

    private static readonly Option<bool> Force = OptionValue.Flag("--force", "Uses a folder that holds something; a sweep in it is lost.");

    private static readonly Option<bool> DryRun = OptionValue.Flag("--dry-run", "Says how many replications it would run and about how long, and runs none for keeps.");

    /// <summary>Builds the command.</summary>
    /// <param name="interruption">Ctrl-C.</param>
    public static Command Build(Interruption interruption)
    {
        Command command = new("sweep", "Runs an experiment: a scenario at many points, each with replications.")
        {
            ExperimentFile, Seed, Scale, Replications, Threads, Cluster, WaitFor, Out, Resume, Force, DryRun, Language, Quiet, Json,
        };
        Resume.Validators.Add(result =>
        {
            if (!result.Implicit && result.GetResult(Force) is { Implicit: false })
            {
                result.AddError(InputException.Describe("--resume", "--force beside it", "--resume to go on, or --force to begin anew"));
            }
        });
        command.Validators.Add(result =>
        {
            if (result.GetResult(Cluster) is null && result.GetValue(Threads) == 0)
            {
                result.AddError(InputException.Describe("--threads", OptionValue.Quoted("0"), "a whole number from 1 to 256, or 0 with --cluster"));
            }

            if (result.GetResult(Cluster) is null && result.GetResult(WaitFor) is { Implicit: false })
            {
                result.AddError(InputException.Describe("--wait-for", "no --cluster beside it", "--wait-for with --cluster"));
            }
        });
        command.SetAction(parsed => new SweepSession(Read(parsed), interruption).RunAsync());
        return command;
    }

    private static SweepOptions Read(ParseResult parsed) => new()
    {
        ExperimentFile = parsed.GetRequiredValue(ExperimentFile),
        Changes = new SweepChanges(parsed.GetValue(Seed), parsed.GetValue(Scale), parsed.GetValue(Replications)),
        Threads = parsed.GetValue(Threads) ?? Environment.ProcessorCount,
        Cluster = parsed.GetValue(Cluster),
        WaitFor = parsed.GetValue(WaitFor) ?? 0,
        Output = ReadOutput(parsed, Out, Force),
        Resume = parsed.GetValue(Resume),
        DryRun = parsed.GetValue(DryRun),
    };
}

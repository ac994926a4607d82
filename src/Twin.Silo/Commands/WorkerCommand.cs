using System.CommandLine;
using Twin.Silo.Clusters;
using static Twin.Silo.Commands.SharedOption;

namespace Twin.Silo.Commands;

/// <summary><c>twin worker</c>: a silo that runs replications for a sweep elsewhere.</summary>
internal static class WorkerCommand
{
    private static readonly Argument<ClusterAddress> Sweep = new("SWEEP")
    {
        Description = $"Where a sweep with --cluster takes silos: {ClusterAddress.Allowed}.",
        CustomParser = result =>
        {
            string found = result.Tokens[0].Value;
            if (ClusterAddress.Parse(found) is { Port: > 0 } address)
            {
                return address;
            }

            result.AddError(InputException.Describe("SWEEP", OptionValue.Quoted(found), ClusterAddress.Allowed));
            return null;
        },
    };

    private static readonly Option<int?> Threads =
        OptionValue.Number("--threads", "Replications at a time (default: a processor each)", 1, Environment.ProcessorCount);

    /// <summary>Builds the command.</summary>
    /// <param name="interruption">Ctrl-C.</param>
    public static Command Build(Interruption interruption)
    {
        Command command = new("worker", "Runs replications for a sweep with --cluster, here or on another machine, until it is done.") { Sweep, Threads, Quiet };
        command.SetAction(parsed => new WorkerSession(
            new WorkerOptions
            {
                Cluster = parsed.GetRequiredValue(Sweep),
                Threads = parsed.GetValue(Threads) ?? Environment.ProcessorCount,
                Quiet = parsed.GetValue(Quiet),
            },
            interruption).RunAsync());
        return command;
    }
}

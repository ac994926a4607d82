using System.CommandLine;
using Twin.Silo.Runs;
using static Twin.Silo.Commands.SharedOption;

namespace Twin.Silo.Commands;

/// <summary><c>twin compare</c>: which of two or more scenarios is better, and how sure.</summary>
internal static class CompareCommand
{
    private static readonly Argument<string[]> Scenarios = new("SCENARIO")
    {
        Description = $"Two or more scenario files (YAML), each {CompareVariants.AllowedFile}; the same file may come twice, with different changes. Without a name they are A, B, C …",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<int?> Replications =
        OptionValue.Number("--replications", "Pairs: replications of each scenario, with the same seeds (default 30)", 1, 100_000);

    private static readonly Option<string[]> Sets = new("--set")
    {
        Description = $"Changes a key: {CompareVariants.AllowedSet}; may be repeated.",
        HelpName = "[NAME:]PATH=VALUE",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    private static readonly Option<bool> AllPairs = OptionValue.Flag("--all-pairs", "Compares every pair of scenarios; otherwise the first with each other.");

    private static readonly Option<ulong?> Seed = OptionValue.Number<ulong>("--seed", "Seed of every draw, of all scenarios (default the first's)", 0, ulong.MaxValue);

    private static readonly Option<string?> Out = OptionValue.Path("--out", "Folder for the results (default out/compare-NAME-NAME by the scenarios' names).", "DIR");

    /// <summary>Builds the command.</summary>
    /// <param name="interruption">Ctrl-C.</param>
    public static Command Build(Interruption interruption)
    {
        Command command = new("compare", "Compares scenarios over paired replications: which is better, by how much, and how sure.")
        {
            Scenarios, Replications, Sets, AllPairs, Seed, Scale, Threads, Out, Force, Language, Quiet, Json,
        };
        command.SetAction(parsed => new CompareSession(Read(parsed), interruption).Run());
        return command;
    }

    private static CompareOptions Read(ParseResult parsed) => new()
    {
        Variants = CompareVariants.Read(parsed.GetRequiredValue(Scenarios), parsed.GetValue(Sets) ?? []),
        Replications = parsed.GetValue(Replications) ?? 30,
        AllPairs = parsed.GetValue(AllPairs),
        Seed = parsed.GetValue(Seed),
        Scale = parsed.GetValue(Scale),
        Threads = parsed.GetValue(Threads) ?? Environment.ProcessorCount,
        Output = ReadOutput(parsed, Out),
    };
}

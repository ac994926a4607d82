using System.CommandLine;
using System.CommandLine.Parsing;
using Twin.Experiments.Stressing.Factors;
using Twin.Silo.Runs;
using static Twin.Silo.Commands.SharedOption;

namespace Twin.Silo.Commands;

/// <summary><c>twin stress</c>: how far a scenario is from breaking, and what mends its most fragile sites.</summary>
internal static class StressCommand
{
    private static readonly Argument<string> ScenarioFile = new("SCENARIO") { Description = "Path of a scenario file (YAML) of a mass test." };

    private static readonly Option<string[]> Factors = new("--factors")
    {
        Description = $"What is stressed, separated by commas: {string.Join(", ", StressFactors.All)}, or all; default {string.Join(',', StressFactors.Usual)}.",
        HelpName = "LIST",
        DefaultValueFactory = _ => [.. StressFactors.Usual],
        CustomParser = ReadFactors,
    };

    private static readonly Option<bool> NoPairs = OptionValue.Flag("--no-pairs", "One factor at a time only.");

    private static readonly Option<double?> Confidence = OptionValue.Number("--confidence", "Share of days on which a limit, and of cases in which a fix, must hold (default 0.9)", 0.51, 0.999);

    private static readonly Option<int?> Replications = OptionValue.Number("--replications", "Days, each with limits of its own (default 10)", 1, 1000);

    private static readonly Option<bool> DryRun = OptionValue.Flag("--dry-run", "Says how many days it would simulate and about how long, and keeps nothing.");

    private static readonly Option<string?> Out = OptionValue.Path("--out", "Folder for the results (default out/NAME-stress).", "DIR");

    /// <summary>Builds the command.</summary>
    /// <param name="interruption">Ctrl-C.</param>
    public static Command Build(Interruption interruption)
    {
        Command command = new("stress", "Finds how far absence, outages, closures and more may go until a day breaks, and the cheapest fixes of the most fragile sites.")
        {
            ScenarioFile, Factors, NoPairs, Confidence, WaitTarget, By, CostSampler, CostDesk, Replications, Threads, DryRun, Seed, Scale, Sets, Out, Force, Language, Quiet, Json,
        };
        command.SetAction(parsed => new StressSession(Read(parsed), interruption).Run());
        return command;
    }

    private static string[] ReadFactors(ArgumentResult result)
    {
        string[] named = [.. result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries)).Distinct(StringComparer.Ordinal)];
        if (named is ["all"])
        {
            return [.. StressFactors.All];
        }

        foreach (string wrong in named.Where(name => !StressFactors.All.Contains(name, StringComparer.Ordinal)))
        {
            result.AddError(InputException.Describe("--factors", OptionValue.Quoted(wrong), $"{string.Join(", ", StressFactors.All)}, separated by commas, or all"));
        }

        return named;
    }

    private static StressOptions Read(ParseResult parsed) => new()
    {
        ScenarioFile = parsed.GetRequiredValue(ScenarioFile),
        Factors = parsed.GetRequiredValue(Factors),
        Pairs = !parsed.GetValue(NoPairs),
        Confidence = parsed.GetValue(Confidence) ?? 0.9,
        WaitTargetMinutes = parsed.GetValue(WaitTarget),
        ByHours = parsed.GetValue(By),
        CostSampler = parsed.GetValue(CostSampler) ?? 60,
        CostDesk = parsed.GetValue(CostDesk) ?? 40,
        Replications = parsed.GetValue(Replications) ?? 10,
        Threads = parsed.GetValue(Threads) ?? Environment.ProcessorCount,
        DryRun = parsed.GetValue(DryRun),
        Seed = parsed.GetValue(Seed),
        Scale = parsed.GetValue(Scale),
        Sets = parsed.GetValue(Sets) ?? [],
        Output = ReadOutput(parsed, Out),
    };
}

using System.CommandLine;
using System.CommandLine.Parsing;

namespace Twin.Silo.Commands;

/// <summary>Options that mean the same to every command that has them.</summary>
internal static class SharedOption
{
    /// <summary>Least and greatest scale, as the scenario's key has them.</summary>
    public const double ScaleMinimum = 0.01, ScaleMaximum = 20;

    /// <summary>Whether a folder that holds something else is overwritten.</summary>
    public static readonly Option<bool> Force = OptionValue.Flag("--force", "Overwrites a folder that holds something else.");

    /// <summary>The language.</summary>
    public static readonly Option<string> Language = OptionValue.Word("--lang", "Language of the answer and the report", "en", "zh");

    /// <summary>Whether only errors are said.</summary>
    public static readonly Option<bool> Quiet = OptionValue.Flag("--quiet", "Says errors only.");

    /// <summary>Whether the summary is all that goes to standard output.</summary>
    public static readonly Option<bool> Json = OptionValue.Flag("--json", "Prints the summary as JSON and nothing else on standard output.");

    /// <summary>Replications at a time.</summary>
    public static readonly Option<int?> Threads =
        OptionValue.Number("--threads", "Replications at a time, without effect on the result (default one for each core)", 1, 1_024);

    /// <summary>Seed of every draw.</summary>
    public static readonly Option<ulong?> Seed = OptionValue.Number<ulong>("--seed", "Seed of every draw", 0, ulong.MaxValue);

    /// <summary>Share of the district.</summary>
    public static readonly Option<double?> Scale = NewScale("Share of the district");

    /// <summary>Changes to the scenario, <c>path=value</c> each.</summary>
    public static readonly Option<string[]> Sets = new("--set")
    {
        Description = "Changes a key of the scenario, such as testing.staff.absence=0.2; may be repeated.",
        HelpName = "PATH=VALUE",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
        Validators = { CheckSets },
    };

    /// <summary>Scenario file in place of a plan's.</summary>
    public static readonly Option<string?> PlanScenario = OptionValue.Path("--scenario", "Scenario file in place of the one that the plan names.", "FILE");

    /// <summary>Cost of a sampler's hour.</summary>
    public static readonly Option<double?> CostSampler =
        OptionValue.Number("--cost-sampler", "Cost of a sampler's hour, in any currency (default 60, an estimate: grade E)", 0.01, 1e6);

    /// <summary>Cost of a registration desk's hour.</summary>
    public static readonly Option<double?> CostDesk =
        OptionValue.Number("--cost-desk", "Cost of a registration desk's hour (default 40, an estimate: grade E)", 0.01, 1e6);

    /// <summary>What the target's share of people at each site wait at most, min.</summary>
    public static readonly Option<double?> WaitTarget = OptionValue.Number("--wait-target", "Longest wait at each site for the share testing.targets.waitQuantile of its people, minutes; in place of testing.targets.wait", 0.1, 1440);

    /// <summary>When 98 % are to be tested, h after opening.</summary>
    public static readonly Option<double?> By = OptionValue.Number("--by", "98 % of those expected are tested at most so many hours after opening; in place of testing.targets.time", 0.1, 48);

    /// <summary>An option for the share of the district.</summary>
    /// <param name="text">What it means.</param>
    public static Option<double?> NewScale(string text) => OptionValue.Number("--scale", text, ScaleMinimum, ScaleMaximum);

    /// <summary>Where the results go, and in what words.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="folder">The command's option for its out folder.</param>
    /// <param name="force">The command's own option in place of <see cref="Force"/>; null if it has none.</param>
    public static OutputOptions ReadOutput(ParseResult parsed, Option<string?> folder, Option<bool>? force = null) =>
        new(parsed.GetValue(folder), parsed.GetValue(force ?? Force), parsed.GetRequiredValue(Language), parsed.GetValue(Quiet), parsed.GetValue(Json));

    private static void CheckSets(OptionResult result)
    {
        foreach (string set in result.Tokens.Select(token => token.Value).Where(set => set.IndexOf('=', StringComparison.Ordinal) < 1))
        {
            result.AddError(InputException.Describe("--set", OptionValue.Quoted(set), "PATH=VALUE, such as testing.staff.absence=0.2"));
        }
    }
}

using System.CommandLine;
using Twin.Silo.Runs;
using static Twin.Silo.Commands.SharedOption;

namespace Twin.Silo.Commands;

/// <summary><c>twin backtest</c>: compares a past round's counts with what the model gives for its plan.</summary>
internal static class BacktestCommand
{
    private static readonly Argument<string> Counts = new("COUNTS") { Description = "Path of a counts file (CSV): site, from, to, tested, waiting. Counts only: columns of persons are refused." };

    private static readonly Argument<string> Plan = new("PLAN") { Description = "Path of the staffing plan (JSON) that the round was run with." };

    private static readonly Option<ulong?> Seed = OptionValue.Number<ulong>("--seed", "Seed of the model's days (default the plan's)", 0, ulong.MaxValue);

    private static readonly Option<int?> Replications = OptionValue.Number("--replications", "Days of the model; 39 or more for 95 % bands (default 119)", 2, 100_000);

    private static readonly Option<int?> FitPoints = OptionValue.Number("--fit-points", "Days of each of two or three rounds in which parameters are varied (default 128)", 48, 100_000);

    private static readonly Option<bool> NoFit = OptionValue.Flag("--no-fit", "Looks for no parameters.");

    private static readonly Option<string?> Parameters = new("--fit")
    {
        Description = "The parameters that are looked for, the others being taken as known: some of absence, compliance, turnout, swabbing, registering, readiness (default all that matter).",
        HelpName = "KEY,KEY…",
    };

    private static readonly Option<string?> Out = OptionValue.Path("--out", "Folder for the results (default out/NAME-backtest).", "DIR");

    /// <summary>Builds the command.</summary>
    /// <param name="interruption">Ctrl-C.</param>
    public static Command Build(Interruption interruption)
    {
        Command command = new("backtest", "Compares a past round's counts by site and time with what the model gives for its plan.")
        {
            Counts, Plan, PlanScenario, Sets, Seed, Replications, FitPoints, NoFit, Parameters, Threads, Out, Force, Language, Quiet, Json,
        };
        command.SetAction(parsed => new BacktestSession(Read(parsed), interruption).Run());
        return command;
    }

    private static BacktestOptions Read(ParseResult parsed) => new()
    {
        Counts = parsed.GetRequiredValue(Counts),
        Plan = parsed.GetRequiredValue(Plan),
        ScenarioFile = parsed.GetValue(PlanScenario),
        Sets = parsed.GetValue(Sets) ?? [],
        Seed = parsed.GetValue(Seed),
        Replications = parsed.GetValue(Replications) ?? 119,
        FitPoints = parsed.GetValue(FitPoints) ?? 128,
        NoFit = parsed.GetValue(NoFit),
        Parameters = parsed.GetValue(Parameters)?.Split(',', StringSplitOptions.TrimEntries) ?? [],
        Threads = parsed.GetValue(Threads) ?? Environment.ProcessorCount,
        Output = ReadOutput(parsed, Out),
    };
}

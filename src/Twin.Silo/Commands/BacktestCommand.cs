using System.CommandLine;
using Twin.Silo.Runs;

namespace Twin.Silo.Commands;

/// <summary><c>twin backtest</c>: compares a past round's counts with what the model gives for its plan.</summary>
internal static class BacktestCommand
{
    private static readonly Argument<string> Counts = new("COUNTS") { Description = "Path of a counts file (CSV): site, from, to, tested, waiting. Counts only: columns of persons are refused." };

    private static readonly Argument<string> Plan = new("PLAN") { Description = "Path of the staffing plan (JSON) that the round was run with." };

    private static readonly Option<string?> ScenarioFile = OptionValue.Path("--scenario", "Scenario file in place of the one that the plan names.", "FILE");

    private static readonly Option<string[]> Sets = RunCommand.SetOption();

    private static readonly Option<ulong?> Seed = OptionValue.Number<ulong>("--seed", "Seed of the model's days (default the plan's)", 0, ulong.MaxValue);

    private static readonly Option<int?> Replications = OptionValue.Number("--replications", "Days of the model; 39 or more for 95 % bands (default 119)", 2, 100_000);

    private static readonly Option<int?> FitPoints = OptionValue.Number("--fit-points", "Days of each of two or three rounds in which parameters are varied (default 128)", 48, 100_000);

    private static readonly Option<bool> NoFit = OptionValue.Flag("--no-fit", "Looks for no parameters.");

    private static readonly Option<string?> Parameters = new("--fit")
    {
        Description = "The parameters that are looked for, the others being taken as known: some of absence, compliance, turnout, swabbing, registering, readiness (default all that matter).",
        HelpName = "KEY,KEY…",
    };

    private static readonly Option<int?> Threads = OptionValue.Number("--threads", "Days at a time, without effect on the result (default one for each core)", 1, 1_024);

    private static readonly Option<string?> Out = OptionValue.Path("--out", "Folder for the results (default out/NAME-backtest).", "DIR");

    private static readonly Option<bool> Force = OptionValue.Flag("--force", "Overwrites a folder that holds something else.");

    private static readonly Option<string> Language = OptionValue.Word("--lang", "Language of the answer and the report", "en", "zh");

    private static readonly Option<bool> Quiet = OptionValue.Flag("--quiet", "Says errors only.");

    private static readonly Option<bool> Json = OptionValue.Flag("--json", "Prints the summary as JSON and nothing else on standard output.");

    /// <summary>Builds the command.</summary>
    /// <param name="interruption">Ctrl-C.</param>
    public static Command Build(Interruption interruption)
    {
        Command command = new("backtest", "Compares a past round's counts by site and time with what the model gives for its plan.")
        {
            Counts, Plan, ScenarioFile, Sets, Seed, Replications, FitPoints, NoFit, Parameters, Threads, Out, Force, Language, Quiet, Json,
        };
        command.SetAction(parsed => new BacktestSession(Read(parsed), interruption).Run());
        return command;
    }

    private static BacktestOptions Read(ParseResult parsed) => new()
    {
        Counts = parsed.GetRequiredValue(Counts),
        Plan = parsed.GetRequiredValue(Plan),
        ScenarioFile = parsed.GetValue(ScenarioFile),
        Sets = parsed.GetValue(Sets) ?? [],
        Seed = parsed.GetValue(Seed),
        Replications = parsed.GetValue(Replications) ?? 119,
        FitPoints = parsed.GetValue(FitPoints) ?? 128,
        NoFit = parsed.GetValue(NoFit),
        Parameters = parsed.GetValue(Parameters)?.Split(',', StringSplitOptions.TrimEntries) ?? [],
        Threads = parsed.GetValue(Threads) ?? Environment.ProcessorCount,
        Out = parsed.GetValue(Out),
        Force = parsed.GetValue(Force),
        Language = parsed.GetRequiredValue(Language),
        Quiet = parsed.GetValue(Quiet),
        Json = parsed.GetValue(Json),
    };
}

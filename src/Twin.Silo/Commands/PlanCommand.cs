using System.CommandLine;
using Twin.Silo.Runs;
using static Twin.Silo.Commands.SharedOption;

namespace Twin.Silo.Commands;

/// <summary><c>twin plan</c>: checks a staffing plan, says what changes between two, and makes the counts of a day with one.</summary>
internal static class PlanCommand
{
    private static readonly Argument<string> Plan = new("PLAN") { Description = "Path of a staffing plan (JSON)." };

    private static readonly Argument<string> First = new("A") { Description = "Path of the first staffing plan (JSON)." };

    private static readonly Argument<string> Second = new("B") { Description = "Path of the second staffing plan." };

    private static readonly Argument<string> Counts = new("COUNTS") { Description = "Path of the counts file (CSV) to write." };

    private static readonly Option<int?> Days = OptionValue.Number("--replications", "How many of the days that the plan rests on are run again, the first ones (default 3)", 0, 100_000);

    private static readonly Option<int?> Pairs = OptionValue.Number("--replications", "Pairs: replications with each plan, with the same seeds (default 30)", 1, 100_000);

    private static readonly Option<bool> NoRun = OptionValue.Flag("--no-run", "Compares on paper only: neither plan is run.");

    private static readonly Option<double?> CostSampler = OptionValue.Number("--cost-sampler", "Cost of a sampler's hour (default the first plan's)", 0.01, 1e6);

    private static readonly Option<double?> CostDesk = OptionValue.Number("--cost-desk", "Cost of a registration desk's hour (default the first plan's)", 0.01, 1e6);

    private static readonly Option<int?> Minutes = OptionValue.Number("--interval", "Length of an interval in minutes (default 30)", 1, 1_440);

    private static readonly Option<ulong?> Seed = OptionValue.Number<ulong>("--seed", "Seed of the day (default the scenario's)", 0, ulong.MaxValue);

    private static readonly Option<string?> Out = OptionValue.Path("--out", "Folder for the results (default out/plan-diff).", "DIR");

    /// <summary>Builds the command.</summary>
    /// <param name="interruption">Ctrl-C.</param>
    public static Command Build(Interruption interruption)
    {
        Command check = new("check", "Checks that a plan fits its scenario, and that the runs that it rests on come out again.") { Plan, PlanScenario, Days, Threads, Language, Json };
        check.SetAction(parsed => new PlanCheckSession(ReadCheck(parsed), interruption).Run());
        Command diff = new("diff", "Says what changes where between two plans, and what it does to the result.")
        {
            First, Second, PlanScenario, Pairs, NoRun, CostSampler, CostDesk, Threads, Out, Force, Language, Quiet, Json,
        };
        diff.SetAction(parsed => new PlanDiffSession(ReadDiff(parsed), interruption).Run());
        Command counts = new("counts", "Simulates one day with a plan and writes its counts by site and time, as twin backtest reads them.") { Plan, Counts, PlanScenario, Sets, Seed, Minutes };
        counts.SetAction(parsed => new PlanCountsSession(ReadCounts(parsed), interruption).Run());
        return new Command("plan", "Checks staffing plans and compares them.") { check, diff, counts };
    }

    private static PlanCheckOptions ReadCheck(ParseResult parsed) => new()
    {
        Plan = parsed.GetRequiredValue(Plan),
        ScenarioFile = parsed.GetValue(PlanScenario),
        Replications = parsed.GetValue(Days) ?? 3,
        Threads = parsed.GetValue(Threads) ?? Environment.ProcessorCount,
        Language = parsed.GetRequiredValue(Language),
        Json = parsed.GetValue(Json),
    };

    private static PlanDiffOptions ReadDiff(ParseResult parsed) => new()
    {
        First = parsed.GetRequiredValue(First),
        Second = parsed.GetRequiredValue(Second),
        ScenarioFile = parsed.GetValue(PlanScenario),
        Replications = parsed.GetValue(Pairs) ?? 30,
        NoRun = parsed.GetValue(NoRun),
        CostSampler = parsed.GetValue(CostSampler),
        CostDesk = parsed.GetValue(CostDesk),
        Threads = parsed.GetValue(Threads) ?? Environment.ProcessorCount,
        Output = ReadOutput(parsed, Out),
    };

    private static PlanCountsOptions ReadCounts(ParseResult parsed) => new()
    {
        Plan = parsed.GetRequiredValue(Plan),
        Counts = parsed.GetRequiredValue(Counts),
        ScenarioFile = parsed.GetValue(PlanScenario),
        Sets = parsed.GetValue(Sets) ?? [],
        Seed = parsed.GetValue(Seed),
        Minutes = parsed.GetValue(Minutes) ?? 30,
    };
}

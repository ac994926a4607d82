using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Twin.Experiments.Plans;
using Twin.Silo.Runs;
using static Twin.Silo.Commands.SharedOption;

namespace Twin.Silo.Commands;

/// <summary><c>twin staff</c>: finds the cheapest staffing that holds, and confirms it by simulation.</summary>
internal static class StaffCommand
{
    private static readonly Argument<string> ScenarioFile = new("SCENARIO") { Description = "Path of a scenario file (YAML) of a mass test. Its own staff do not count." };

    private static readonly Option<double?> CostHelper = OptionValue.Number("--cost-helper", "Cost of a party-group helper's hour (default 20, an estimate: grade E)", 0, 1e6);

    private static readonly Option<IReadOnlyList<double>?> ShiftLengths = StaffShiftLengths.Option();

    private static readonly Option<double?> Confidence = OptionValue.Number("--confidence", "Least probability of each constraint (default 0.95)", 0.5, 0.999);

    private static readonly Option<double?> Assurance =
        OptionValue.Number("--assurance", "How sure it must be that the probabilities are that high (default 0.95)", 0.5, 0.999);

    private static readonly Option<int?> Replications = OptionValue.Number("--replications", "Fresh days that confirm the plan (default 240)", 10, 100_000);

    private static readonly Option<int?> SearchReplications = OptionValue.Number("--search-replications", "Days of each round of the search (default 30)", 5, 100_000);

    private static readonly Option<int?> WatchReplications =
        OptionValue.Number("--watch-replications", "Days that are watched, and replayed at each site with more and fewer staff (default 40)", 2, 10_000);

    private static readonly Option<bool> PlanOnly =
        OptionValue.Flag("--plan-only", "Looks for the plan only: no frontier, no uniform and greedy staffing, no cost of each constraint.");

    private static readonly Option<double?> TimeLimit =
        OptionValue.Number("--time-limit", "Minutes after which parts that only look around are left out, which the answer says", 0.1, 100_000);

    private static readonly Option<string?> Author = new("--author")
    {
        Description = "Role of who asks, for plan.json, such as planner (default). Not a name.",
        HelpName = "ROLE",
        Validators = { CheckAuthor },
    };

    private static readonly Option<string?> Note = new("--note") { Description = "A note for plan.json.", HelpName = "TEXT" };

    private static readonly Option<string?> Out = OptionValue.Path("--out", "Folder for the results (default out/NAME-staff).", "DIR");

    /// <summary>Builds the command.</summary>
    /// <param name="interruption">Ctrl-C.</param>
    public static Command Build(Interruption interruption)
    {
        Command command = new("staff", "Finds the cheapest samplers and desks per site and shift, and helpers, with which time and waits hold, and confirms them by simulation.")
        {
            ScenarioFile, CostSampler, CostDesk, CostHelper, ShiftLengths, Confidence, Assurance, WaitTarget, By, Replications, SearchReplications, WatchReplications, PlanOnly, TimeLimit,
            Threads, Author, Note, Seed, Scale, Sets, Out, Force, Language, Quiet, Json,
        };
        command.SetAction(parsed => new StaffSession(Read(parsed), interruption).Run());
        return command;
    }

    /// <summary>A role that a plan takes: one that it refuses would be found after the search only.</summary>
    private static void CheckAuthor(OptionResult result)
    {
        string found = result.Tokens.Count == 0 ? "" : result.Tokens[0].Value;
        if (!Regex.IsMatch(found, $@"\A(?:{PlanFile.RolePattern})\z", RegexOptions.CultureInvariant))
        {
            result.AddError(InputException.Describe("--author", OptionValue.Quoted(found), PlanFile.RoleText));
        }
    }

    private static StaffOptions Read(ParseResult parsed) => new()
    {
        ScenarioFile = parsed.GetRequiredValue(ScenarioFile),
        CostSampler = parsed.GetValue(CostSampler) ?? 60,
        CostDesk = parsed.GetValue(CostDesk) ?? 40,
        CostHelper = parsed.GetValue(CostHelper) ?? 20,
        ShiftLengths = parsed.GetValue(ShiftLengths),
        Confidence = parsed.GetValue(Confidence) ?? 0.95,
        Assurance = parsed.GetValue(Assurance) ?? 0.95,
        WaitTargetMinutes = parsed.GetValue(WaitTarget),
        ByHours = parsed.GetValue(By),
        Replications = parsed.GetValue(Replications) ?? 240,
        SearchReplications = parsed.GetValue(SearchReplications) ?? 30,
        WatchReplications = parsed.GetValue(WatchReplications) ?? 40,
        Threads = parsed.GetValue(Threads) ?? Environment.ProcessorCount,
        PlanOnly = parsed.GetValue(PlanOnly),
        TimeLimitMinutes = parsed.GetValue(TimeLimit),
        Author = parsed.GetValue(Author) ?? "planner",
        Note = parsed.GetValue(Note) ?? "",
        Seed = parsed.GetValue(Seed),
        Scale = parsed.GetValue(Scale),
        Sets = parsed.GetValue(Sets) ?? [],
        Output = ReadOutput(parsed, Out),
    };
}

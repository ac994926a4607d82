using System.Globalization;
using System.Text.Json.Nodes;
using Twin.Experiments.Plans;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Staffing.Reports;

/// <summary>What a search came to, for programs: summary.json and plan.json.</summary>
internal static class StaffingJson
{
    /// <summary>The value of <c>schema</c> in summary.json.</summary>
    public const string Schema = OutFolderKind.StaffingFamily + "1";

    /// <summary>summary.json.</summary>
    /// <param name="result">The result.</param>
    /// <param name="origin">Whence it comes.</param>
    public static JsonObject Summary(StaffingResult result, StaffingOrigin origin) => new()
    {
        ["schema"] = Schema,
        ["software"] = Software(),
        ["scenario"] = result.Scenario.Name,
        ["scenarioFile"] = origin.ScenarioFile,
        ["options"] = new JsonArray([.. origin.Options.Select(option => (JsonNode)option)]),
        ["seed"] = result.Scenario.Seed,
        ["goal"] = Goal(result),
        ["feasible"] = result.Best is not null,
        ["confirmed"] = result.Confirmed,
        ["attempts"] = result.Attempts,
        ["best"] = Measured(result.Best, result),
        ["bound"] = result.Bound,
        ["totalCost"] = result.TotalCost,
        ["helpers"] = HelperText.Json(result.Helpers),
        ["uniform"] = Comparison(result.Uniform, result),
        ["uniformShifted"] = Comparison(result.UniformShifted, result),
        ["greedy"] = Comparison(result.Greedy, result),
        ["start"] = Measured(result.Start, result),
        ["most"] = Measured(result.Most, result),
        ["frontier"] = new JsonArray([.. result.Frontier.Select(point => With(Measured(point.Measured, result)!, "level", point.Level))]),
        ["relaxations"] = new JsonArray([.. result.Relaxations.Select(relaxation => (JsonNode)new JsonObject
        {
            ["key"] = relaxation.Key, ["reference"] = relaxation.Reference, ["measured"] = Measured(relaxation.Measured, result),
        })]),
        ["picked"] = result.Picked is { } picked
            ? new JsonObject { ["decided"] = picked.Decided, ["observations"] = new JsonArray([.. picked.Observations.Select(count => (JsonNode)count)]) }
            : null,
        ["daysSimulated"] = result.DaysSimulated,
        ["cut"] = new JsonArray([.. result.Cut.Select(part => (JsonNode)part)]),
        ["leftOut"] = new JsonArray([.. result.LeftOut.Select(part => (JsonNode)part)]),
        ["resolved"] = ScenarioJson.Of(result.Scenario),
    };

    private static IEnumerable<string> Sets(IReadOnlyList<string> options) =>
        options.Index().Where(option => option.Index > 0 && options[option.Index - 1] == "--set").Select(option => option.Item);

    /// <summary>Targets that the command's own options moved, as changes of the scenario: who reads the plan's scenario measures against them too.</summary>
    private static IEnumerable<string> MovedTargets(StaffGoal goal, IReadOnlyList<string> options)
    {
        if (options.Contains("--wait-target", StringComparer.Ordinal))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"testing.targets.wait={goal.WaitTargetSeconds}s");
        }

        if (options.Contains("--by", StringComparer.Ordinal))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"testing.targets.time={goal.ByMilliseconds / 1000.0}s");
        }
    }

    /// <summary>plan.json: the staffing as a document of its own, with the digests of the days that it rests on.</summary>
    /// <param name="result">The result, with a staffing.</param>
    /// <param name="origin">Whence it comes.</param>
    public static JsonObject Plan(StaffingResult result, StaffingOrigin origin)
    {
        StaffMeasured best = result.Best!;
        StaffRoster roster = best.Plan.Roster;
        Software software = Experiments.Software.This;
        return PlanJson.Of(new PlanFile
        {
            Schema = PlanFile.Format,
            Author = origin.Author,
            Note = origin.Note,
            Software = $"{software.Name} {software.Version}{(software.Commit is { } commit ? $" {commit}" : "")}",
            Command = string.Join(' ', ["twin", "staff", origin.ScenarioFile, .. origin.Options]),
            Scenario = result.Scenario.Name,
            ScenarioFile = origin.ScenarioFile,
            Set = [.. Sets(origin.Options).Concat(MovedTargets(result.Goal, origin.Options)).Distinct(StringComparer.Ordinal)],
            Seed = result.Scenario.Seed,
            Scale = result.Scenario.Scale,
            Start = result.Scenario.Start,
            ScenarioDigest = StaffingPlan.DigestOf(result.Scenario),
            Goal = new PlanGoal
            {
                Confidence = result.Goal.Confidence,
                Assurance = result.Goal.Assurance,
                BoundConfidence = StaffFamily.Level(result.Goal, result.Effort),
                WaitTargetSeconds = result.Goal.WaitTargetSeconds,
                BySeconds = result.Goal.ByMilliseconds / 1000.0,
                CostSampler = result.Goal.Costs.Sampler,
                CostDesk = result.Goal.Costs.Desk,
                CostHelper = result.Goal.Costs.Helper,
                ShiftHours = [.. result.Goal.Shifts.Select(shift => shift.Hours)],
                WindowHours = result.WindowHours,
            },
            Confirmed = result.Confirmed,
            RestsOn = new PlanEvidence
            {
                Days = best.Days.Count,
                FirstReplication = best.Days[0].Number,
                WaitHeld = best.WaitHolds,
                InTime = best.InTime,
                Digest = best.Digest,
                Digests = [.. best.Days.Select(day => day.Digest.ToString("x32", CultureInfo.InvariantCulture))],
                Seeds = [.. best.Days.Select(day => day.Seed)],
            },
            Cost = best.Cost,
            Helpers = result.Helpers?.PerGroup,
            Key = StaffingPlan.KeyOf(roster, result.Helpers?.PerGroup),
            Sites = [.. roster.Rows.Select(row => new PlanEntry { Site = SiteLayout.CodeOf(row.Site), From = At(row.From), To = At(row.To), Samplers = row.Samplers, Desks = row.Desks })],
        });
    }

    private static Moment? At(long? sinceStart) => sinceStart is { } milliseconds ? new Moment(milliseconds) : null;

    private static JsonObject Software() => new()
    {
        ["name"] = Experiments.Software.This.Name,
        ["version"] = Experiments.Software.This.Version,
        ["commit"] = Experiments.Software.This.Commit,
    };

    private static JsonObject Goal(StaffingResult result) => new()
    {
        ["confidence"] = result.Goal.Confidence,
        ["assurance"] = result.Goal.Assurance,
        ["boundConfidence"] = StaffFamily.Level(result.Goal, result.Effort),
        ["waitTargetSeconds"] = result.Goal.WaitTargetSeconds,
        ["bySeconds"] = result.Goal.ByMilliseconds / 1000.0,
        ["costSampler"] = result.Goal.Costs.Sampler,
        ["costDesk"] = result.Goal.Costs.Desk,
        ["costHelper"] = result.Goal.Costs.Helper,
        ["shiftHours"] = new JsonArray([.. result.Goal.Shifts.Select(shift => (JsonNode)shift.Hours)]),
        ["windowHours"] = result.WindowHours,
    };

    private static JsonObject? Comparison(StaffComparison? other, StaffingResult result) =>
        other is null ? null : With(With(Measured(other.Measured, result)!, "confirmed", other.Confirmed), "attempts", other.Attempts);

    private static JsonObject? Measured(StaffMeasured? measured, StaffingResult result)
    {
        if (measured is null)
        {
            return null;
        }

        double level = StaffFamily.Level(result.Goal, result.Effort);
        bool some = measured.Days.Count > 0;
        return new JsonObject
        {
            ["samplers"] = measured.Plan.TotalSamplers,
            ["desks"] = measured.Plan.TotalDesks,
            ["samplersToClose"] = measured.Plan.Sites.Sum(site => site.SamplersToClose),
            ["desksToClose"] = measured.Plan.Sites.Sum(site => site.DesksToClose),
            ["cost"] = measured.Cost,
            ["days"] = measured.Days.Count,
            ["waitHeld"] = measured.WaitHolds,
            ["inTime"] = measured.InTime,
            ["bothHeld"] = measured.BothHold,
            ["waitAtLeast"] = some ? measured.WaitAtLeast(level) : null,
            ["inTimeAtLeast"] = some ? measured.InTimeAtLeast(level) : null,
            ["key"] = measured.Plan.Key,
            ["digest"] = measured.Digest,
        };
    }

    private static JsonObject With(JsonObject json, string key, JsonNode value)
    {
        json[key] = value;
        return json;
    }
}

/// <summary>Whence a staffing comes.</summary>
/// <param name="ScenarioFile">Path of the scenario file as the user gave it.</param>
/// <param name="Options">The options that change the result.</param>
/// <param name="Author">The role of who asked; never a name.</param>
/// <param name="Note">A note of theirs; may be empty.</param>
public sealed record StaffingOrigin(string ScenarioFile, IReadOnlyList<string> Options, string Author, string Note);

using System.Text.Json.Nodes;
using Twin.Experiments.Comparing;
using Twin.Experiments.Staffing;

namespace Twin.Experiments.Plans;

/// <summary>summary.json of two plans.</summary>
public static class PlanDiffJson
{
    /// <summary>The value of <c>schema</c>.</summary>
    public const string Schema = OutFolderKind.PlanDiffFamily + "1";

    /// <summary>The summary.</summary>
    /// <param name="diff">The plans.</param>
    /// <param name="seconds">Wall time of the replications, s.</param>
    public static JsonObject Of(PlanDiff diff, double seconds)
    {
        ArgumentNullException.ThrowIfNull(diff);
        PlanDifference paper = diff.Paper;
        Software software = Software.This;
        return new JsonObject
        {
            ["schema"] = Schema,
            ["software"] = new JsonObject { ["name"] = software.Name, ["version"] = software.Version, ["commit"] = software.Commit },
            ["first"] = Plan(paper.First, paper.Sites.Select(site => site.First), paper.Costs),
            ["second"] = Plan(paper.Second, paper.Sites.Select(site => site.Second), paper.Costs),
            ["costSampler"] = paper.Costs.Sampler,
            ["costDesk"] = paper.Costs.Desk,
            ["otherScenario"] = paper.OtherScenario,
            ["costHelper"] = paper.Costs.Helper,
            ["helpersChange"] = paper.Helpers.Second - paper.Helpers.First,
            ["helperCostChange"] = paper.HelperCostChange,
            ["answer"] = new JsonArray([.. PlanDiffText.Answer(diff, "en").Select(line => (JsonNode)line)]),
            ["streets"] = new JsonArray([.. paper.Streets.Select(street => (JsonNode)new JsonObject
            {
                ["street"] = street.Name.Code, ["name"] = street.Name.Name, ["samplersChange"] = street.Samplers, ["desksChange"] = street.Desks,
                ["hoursChange"] = street.Hours, ["costChange"] = street.CostChange(paper.Costs),
            })]),
            ["moves"] = new JsonArray([.. paper.Moves.Select(site => (JsonNode)new JsonObject
            {
                ["site"] = site.Code, ["street"] = NameOf(paper, site), ["samplersFirst"] = site.First.Samplers, ["samplersSecond"] = site.Second.Samplers,
                ["desksFirst"] = site.First.Desks, ["desksSecond"] = site.Second.Desks, ["shiftsFirst"] = site.First.Shifts, ["shiftsSecond"] = site.Second.Shifts,
                ["hoursChange"] = site.Hours, ["costChange"] = site.CostChange(paper.Costs),
            })]),
            ["comparison"] = diff.Runs is { } runs ? ComparisonJson.Of(runs, seconds) : null,
        };
    }

    private static string NameOf(PlanDifference paper, SiteMove site) => paper.Streets.First(street => street.Street == site.Street).Name.Code;

    private static JsonObject Plan(StaffingPlan plan, IEnumerable<SiteStaffing> sites, StaffCosts costs)
    {
        SiteStaffing[] all = [.. sites];
        return new JsonObject
        {
            ["file"] = plan.Path,
            ["version"] = plan.File.Version,
            ["author"] = plan.File.Author,
            ["note"] = plan.File.Note,
            ["restsOn"] = plan.File.RestsOn?.Digest,
            ["samplers"] = all.Sum(site => site.Samplers),
            ["desks"] = all.Sum(site => site.Desks),
            ["hours"] = all.Sum(site => site.Hours),
            ["cost"] = all.Sum(site => site.Cost(costs)),
        };
    }
}

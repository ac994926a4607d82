using System.Text.Json.Nodes;
using Twin.Experiments.Stressing.Factors;
using Twin.Experiments.Stressing.Fixing;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Stressing.Reports;

/// <summary>What a stress test came to, for programs: summary.json.</summary>
internal static class StressJson
{
    /// <summary>The value of <c>schema</c>.</summary>
    public const string Schema = OutFolderKind.StressFamily + "1";

    /// <summary>summary.json.</summary>
    /// <param name="result">The result.</param>
    /// <param name="origin">Whence it comes.</param>
    public static JsonObject Of(StressResult result, StressOrigin origin) => new()
    {
        ["schema"] = Schema,
        ["software"] = new JsonObject { ["name"] = Software.This.Name, ["version"] = Software.This.Version, ["commit"] = Software.This.Commit },
        ["scenario"] = result.Scenario.Name,
        ["scenarioFile"] = origin.ScenarioFile,
        ["options"] = new JsonArray([.. origin.Options.Select(option => (JsonNode)option)]),
        ["seed"] = result.Scenario.Seed,
        ["goal"] = new JsonObject
        {
            ["waitTargetSeconds"] = result.Goal.WaitTargetSeconds,
            ["bySeconds"] = result.Goal.ByMilliseconds / 1000.0,
            ["share"] = result.Goal.Share,
            ["costSampler"] = result.Goal.Costs.Sampler,
            ["costDesk"] = result.Goal.Costs.Desk,
        },
        ["days"] = result.Effort.Days,
        ["seeds"] = new JsonArray([.. result.Seeds.Select(seed => (JsonNode)seed)]),
        ["heldWithoutStress"] = ByCriterion(criterion => result.HeldWithoutStress[(int)criterion]),
        ["factors"] = new JsonArray([.. result.Limits.Select(limits => (JsonNode)Factor(limits, result.Goal))]),
        ["leftOut"] = new JsonArray([.. result.LeftOut.Select(left => (JsonNode)new JsonObject { ["group"] = left.Group, ["reason"] = left.Reason })]),
        ["pairs"] = new JsonArray([.. result.Pairs.Select(pair => (JsonNode)Pair(pair))]),
        ["cases"] = result.Cases,
        ["sites"] = new JsonArray([.. result.Sites.Select(site => (JsonNode)Site(site, result.Goal))]),
        ["fixesCost"] = result.FixesCost,
        ["withFixes"] = result.WithFixes is { } mended ? Factor(mended, result.Goal) : null,
        ["daysSimulated"] = result.DaysSimulated,
        ["resolved"] = ScenarioJson.Of(result.Scenario),
    };

    private static JsonObject ByCriterion(Func<StressCriterion, JsonNode?> value) =>
        new(Enum.GetValues<StressCriterion>().Select(criterion => KeyValuePair.Create(StressTables.Word(criterion), value(criterion))));

    private static JsonObject Factor(FactorLimits limits, StressGoal goal) => new()
    {
        ["key"] = limits.Factor.Key,
        ["group"] = limits.Factor.Group,
        ["grade"] = limits.Factor.Grade,
        ["unit"] = StressTables.Unit(limits.Factor),
        ["atMilliseconds"] = limits.Factor.At,
        ["own"] = limits.Factor.Own,
        ["plausibleEnd"] = limits.Factor.Plausible,
        ["furthest"] = limits.Factor.Furthest,
        ["steps"] = limits.Factor.Steps,
        ["probed"] = limits.Probed,
        ["limits"] = ByCriterion(criterion => new JsonObject
        {
            ["half"] = Estimate(limits, criterion, 0.5),
            ["share"] = Estimate(limits, criterion, goal.Share),
            ["brokenAtOwn"] = limits.BrokenAtOwn(criterion),
            ["neverBroken"] = limits.NeverBroken(criterion),
            ["holdAtPlausible"] = limits.HoldAtPlausible(criterion),
            ["notMonotone"] = limits.NotMonotone(criterion),
        }),
    };

    private static JsonObject Estimate(FactorLimits limits, StressCriterion criterion, double share)
    {
        LimitEstimate estimate = limits.Estimate(criterion, share);
        return new JsonObject
        {
            ["value"] = StressTables.Value(limits.Factor, estimate.Step),
            ["low"] = StressTables.Value(limits.Factor, estimate.Low),
            ["high"] = StressTables.Value(limits.Factor, estimate.High),
            ["step"] = estimate.Step,
            ["lowStep"] = estimate.Low,
            ["highStep"] = estimate.High,
        };
    }

    private static JsonObject Pair(PairLimits pair) => new()
    {
        ["first"] = pair.First.Key,
        ["second"] = pair.Second.Key,
        ["days"] = pair.Fractions.Count,
        ["fraction"] = pair.Point,
        ["low"] = pair.Median?.Low,
        ["high"] = pair.Median?.High,
        ["interaction"] = pair.Interaction.ToString().ToLowerInvariant(),
    };

    private static JsonObject Site(FragileSite site, StressGoal goal) => new()
    {
        ["site"] = SiteLayout.CodeOf(site.Site),
        ["points"] = Math.Round(site.Points, 6),
        ["cases"] = site.Cases,
        ["groups"] = new JsonObject(site.Groups.Select(group => KeyValuePair.Create(group.Group, (JsonNode?)group.Count))),
        ["homeResidents"] = site.Residents,
        ["samplers"] = site.Samplers,
        ["desks"] = site.Desks,
        ["fix"] = site.Fix is { } fix ? Fix(fix, goal) : null,
    };

    private static JsonObject Fix(SiteFix fix, StressGoal goal)
    {
        StaffChange change = fix.Change ?? fix.Best!;
        return new JsonObject
        {
            ["suffices"] = fix.Change is not null,
            ["samplers"] = change.Samplers,
            ["desks"] = change.Desks,
            ["from"] = change.From >= 0 ? SiteLayout.CodeOf(change.From) : null,
            ["cost"] = fix.Change is null ? null : fix.Cost,
            ["tried"] = fix.Tried,
            ["cleared"] = fix.Cleared,
            ["waitBeforeSeconds"] = Finite(fix.WaitBefore),
            ["waitAfterSeconds"] = Finite(fix.WaitAfter),
            ["factor"] = fix.Factor,
            ["confirmation"] = fix.Confirmation is { } found
                ? new JsonObject
                {
                    ["days"] = found.Days,
                    ["heldBefore"] = found.HeldBefore,
                    ["heldAfter"] = found.HeldAfter,
                    ["giverHeldBefore"] = found.GiverHeldBefore,
                    ["giverHeldAfter"] = found.GiverHeldAfter,
                    ["gained"] = found.Gain.Gained,
                    ["lost"] = found.Gain.Lost,
                    ["confirmed"] = found.Confirms(goal.Share),
                }
                : null,
        };
    }

    /// <summary>A wait without end has no number.</summary>
    private static double? Finite(double? wait) => wait is { } seconds && double.IsFinite(seconds) ? seconds : null;
}

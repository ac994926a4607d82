using System.Text.Json.Nodes;
using Twin.Experiments.Suppression;
using Twin.Experiments.Tables;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Experiments;

/// <summary>The part of the summary that is about a mass test.</summary>
internal static class MassTestSummary
{
    /// <summary>Adds it.</summary>
    public static void AddTo(JsonObject summary, RunRecord record, MassTestResult result)
    {
        ScenarioClock clock = new(record.Scenario.Start);
        AddHeadline(summary, result, clock);
        summary["untested"] = Untested(UntestedTable.Of(result).District);
        summary["wait"] = Wait(result.TotalWait);
        summary["registrationWait"] = Wait(result.RegistrationWait);
        summary["swabWait"] = Wait(result.SwabWait);
        summary["sentHomeWait"] = Wait(result.SentHomeWait);
        summary["balked"] = result.Balked;
        summary["sites"] = Sites(result);
        summary["staff"] = Staff(result);
        AddSupplies(summary, result);
        summary["notification"] = Notification(result, clock);
        if (record.Guideline is { } guideline)
        {
            summary["guideline"] = Guideline(guideline, clock);
        }

        if (record.Replications.Count > 0)
        {
            summary["replications"] = Replications(record);
        }
    }

    private static void AddHeadline(JsonObject summary, MassTestResult result, ScenarioClock clock)
    {
        summary["residents"] = result.Residents;
        summary["households"] = result.Households;
        summary["expectedOnSite"] = result.ExpectedOnSite;
        AddMoment(summary, "open", result.Open, clock);
        AddMoment(summary, "close", result.Close, clock);
        summary["tested"] = result.Tested;
        summary["testedAtTarget"] = result.TestedAtTarget;
        summary["coverage"] = Share(result.Tested, result.Residents);
        summary["coverageAtTarget"] = Share(result.TestedAtTarget, result.Residents);
        summary["targetMet"] = MassTestMeasures.TargetMet(result);
        summary["targets"] = Targets(result.Targets, clock);
        AddMoment(summary, "t98", result.T98, clock);
        AddMoment(summary, "lastTest", result.LastTest, clock);
    }

    /// <summary>What the figures are measured against.</summary>
    internal static JsonObject Targets(TestTargets targets, ScenarioClock clock)
    {
        JsonObject node = new() { ["timeSeconds"] = targets.Milliseconds / 1000.0 };
        AddMoment(node, "line", targets.Line, clock);
        node["share"] = targets.Share;
        node["waitSeconds"] = targets.WaitSeconds;
        node["waitQuantile"] = targets.WaitQuantile;
        return node;
    }

    private static JsonObject Guideline(MassTestResult result, ScenarioClock clock)
    {
        JsonObject guideline = new()
        {
            ["samplers"] = result.Sites.Sum(site => site.Samplers),
            ["desks"] = result.Sites.Sum(site => site.Desks),
            ["tested"] = result.Tested,
            ["testedAtTarget"] = result.TestedAtTarget,
            ["coverageAtTarget"] = Share(result.TestedAtTarget, result.Residents),
        };
        AddMoment(guideline, "lastTest", result.LastTest, clock);
        return guideline;
    }

    /// <summary>Adds a moment: s since the start, and the clock beside it; null if it never came.</summary>
    private static void AddMoment(JsonObject target, string key, long milliseconds, ScenarioClock clock)
    {
        target[key] = milliseconds < 0 ? null : milliseconds / 1000.0;
        target[key + "Clock"] = milliseconds < 0 ? null : clock.Iso(milliseconds);
    }

    private static JsonObject Untested(UntestedRow district)
    {
        JsonObject byReason = new() { ["total"] = district.UntestedTotal };
        for (int reason = 0; reason < district.Untested.Count; reason++)
        {
            byReason[UntestedReasons.Keys[reason]] = district.Untested[reason];
        }

        byReason["suppressed"] = district.Suppressed;
        return byReason;
    }

    private static JsonObject Wait(WaitHistogram wait) => new()
    {
        ["count"] = wait.Count,
        ["mean"] = wait.MeanSeconds is { } mean ? Math.Round(mean, 3) : null,
        ["p50"] = wait.Quantile(0.50),
        ["p90"] = wait.Quantile(0.90),
        ["p95"] = wait.Quantile(0.95),
        ["p99"] = wait.Quantile(0.99),
        ["max"] = wait.MaximumSeconds,
    };

    private static JsonObject Sites(MassTestResult result)
    {
        JsonObject tiers = [];
        foreach (JamTier tier in Enum.GetValues<JamTier>())
        {
            tiers[JamTiers.KeyOf(tier)] = result.Sites.Count(site => JamTiers.WorstOf(site) == tier);
        }

        return new JsonObject
        {
            ["count"] = result.Sites.Count,
            ["worstTier"] = tiers,
            ["amberMinutes"] = result.Sites.Sum(site => site.AmberMinutes),
            ["redMinutes"] = result.Sites.Sum(site => site.RedMinutes),
            ["arrivals"] = result.Sites.Sum(site => site.Arrivals),
            ["sentHome"] = result.Sites.Sum(site => site.SentHome),
            ["late"] = result.Sites.Sum(site => site.Late),
            ["redirected"] = result.Sites.Sum(site => site.Redirected),
        };
    }

    private static JsonObject Staff(MassTestResult result) => new()
    {
        ["samplers"] = Role(result, site => (site.Samplers, site.SamplersAbsent, site.SamplerBusy, site.SamplerDuty)),
        ["desks"] = Role(result, site => (site.Desks, site.DesksAbsent, site.DeskBusy, site.DeskDuty)),
        ["hours"] = result.Sites.Sum(site => site.SamplerDuty + site.DeskDuty) / 3_600_000.0,
    };

    private static JsonObject Role(MassTestResult result, Func<SiteResult, (long Planned, long Absent, long Busy, long Duty)> of)
    {
        (long planned, long absent, long busy, long duty) = result.Sites.Select(of).Aggregate(
            (0L, 0L, 0L, 0L), (sum, site) => (sum.Item1 + site.Planned, sum.Item2 + site.Absent, sum.Item3 + site.Busy, sum.Item4 + site.Duty));
        return new JsonObject
        {
            ["planned"] = planned,
            ["absent"] = absent,
            ["utilisation"] = Share(busy, duty),
            ["hours"] = duty / 3_600_000.0,
        };
    }

    private static void AddSupplies(JsonObject summary, MassTestResult result)
    {
        long tubes = result.Sites.Sum(site => site.Tubes);
        summary["supplies"] = new JsonObject { ["kits"] = result.Tested, ["tubes"] = tubes };
        summary["laboratory"] = new JsonObject
        {
            ["tubesPerDay"] = Laboratory.TubesPerDay,
            ["grade"] = "E",
            ["days"] = Math.Round(Laboratory.Days(tubes), 2),
        };
    }

    private static JsonObject Notification(MassTestResult result, ScenarioClock clock)
    {
        JsonObject notification = [];
        AddMoment(notification, "rolesAssigned", result.RolesAssigned, clock);
        AddMoment(notification, "sitesReady", result.SitesReady, clock);
        JsonObject byChannel = [];
        for (int channel = 0; channel < result.NotifiedByChannel.Length; channel++)
        {
            byChannel[UntestedReasons.Camel((Model.Notification.Channel)channel)] = result.NotifiedByChannel[channel];
        }

        notification["householdsByChannel"] = byChannel;
        JsonArray levels = [];
        foreach (NotificationLevel level in result.Notification)
        {
            JsonObject item = new()
            {
                ["level"] = level.Level,
                ["count"] = level.Count,
                ["reached"] = level.Reached,
                ["meanSeconds"] = level.Reached == 0 ? null : Math.Round(level.SumMilliseconds / 1000.0 / level.Reached, 1),
                ["toDeputy"] = level.ToDeputy,
                ["toLevelAbove"] = level.ToLevelAbove,
            };
            AddMoment(item, "last", level.LastMilliseconds, clock);
            levels.Add(item);
        }

        notification["levels"] = levels;
        return notification;
    }

    private static JsonObject Replications(RunRecord record)
    {
        ReplicationSummary replications = ReplicationSummary.Of(record.Replications, record.Confidence);
        JsonObject measures = [];
        foreach (ReplicatedMeasure measure in replications.Measures)
        {
            measures[measure.Measure.Key] = new JsonObject
            {
                ["defined"] = measure.Defined,
                ["censored"] = measure.Censored,
                ["after"] = measure.After,
                ["mean"] = measure.Mean,
                ["low"] = measure.Interval?.Low,
                ["high"] = measure.Interval?.High,
                ["basis"] = measure.Interval is { } interval ? Tables.UntestedReasons.Camel(interval.Basis) : null,
                ["differing"] = measure.Interval?.Differing,
                ["min"] = measure.Minimum,
                ["max"] = measure.Maximum,
                ["p90"] = measure.Ninety?.Estimate,
                ["p90Low"] = measure.Ninety?.Low,
                ["p90High"] = measure.Ninety?.High,
            };
        }

        return new JsonObject
        {
            ["count"] = replications.Count,
            ["confidence"] = record.Confidence,
            ["fewestForIntervals"] = Statistics.ReplicationRule.Fewest,
            ["targetMet"] = replications.TargetMet,
            ["targetMetShare"] = replications.TargetMetShare,
            ["targetMetAtLeast"] = Math.Round(replications.TargetMetAtLeast, 4),
            ["measures"] = measures,
            ["runs"] = new JsonArray([.. record.Replications.Select(replication => (JsonNode)new JsonObject
            {
                ["number"] = replication.Number,
                ["seed"] = replication.Seed,
                ["digest"] = replication.Digest,
                ["resultsDigest"] = replication.ResultsDigest,
                ["tested"] = replication.Measures["tested"].Number,
                ["lastTest"] = replication.Measures["lastTest"].Number,
                ["lastTestAfter"] = replication.Measures["lastTest"].After,
                ["targetMet"] = replication.TargetMet,
            })]),
        };
    }

    private static double? Share(long part, long whole) => whole == 0 ? null : Math.Round((double)part / whole, 6);
}

using Twin.Experiments.Reports.Keeping;

namespace Twin.Experiments;

/// <summary>What an out folder is of: a run's results are never taken for a comparison's.</summary>
/// <param name="SchemaFamily">How <c>schema</c> in its summary.json begins, whatever its version.</param>
/// <param name="Files">Every file that it may hold; the summary first.</param>
public sealed record OutFolderKind(string SchemaFamily, IReadOnlyList<string> Files)
{
    /// <summary>How the schema of a comparison's summary begins.</summary>
    public const string ComparisonFamily = "twin-comparison/";

    /// <summary>How the schema of a staffing search's summary begins.</summary>
    public const string StaffingFamily = "twin-staffing/";

    /// <summary>How the schema of a stress test's summary begins.</summary>
    public const string StressFamily = "twin-stress/";

    /// <summary>How the schema of two plans' summary begins.</summary>
    public const string PlanDiffFamily = "twin-plan-diff/";

    /// <summary>How the schema of a backtest's summary begins.</summary>
    public const string BacktestFamily = "twin-backtest/";

    /// <summary>Most scenarios that are compared.</summary>
    public const int MostVariants = 8;

    /// <summary>A run.</summary>
    public static OutFolderKind Run { get; } = new(
        SummaryJson.SchemaFamily,
        [
            OutFolder.SummaryFile, "sites.csv", "timeline.csv", "communities.csv", "untested.csv", "stations.csv", "visits.csv", "series.csv", "queues.png",
            "coverage.png", "heatmap.png", "waits.png", "map.png", "report.html", KeptFile.Name,
        ]);

    /// <summary>A staffing search.</summary>
    public static OutFolderKind Staffing { get; } = new(
        StaffingFamily,
        [OutFolder.SummaryFile, "roster.csv", "plan.json", "staffing.csv", "frontier.png", "staff.png", "report.html", KeptFile.Name]);

    /// <summary>A stress test.</summary>
    public static OutFolderKind Stress { get; } = new(
        StressFamily,
        [OutFolder.SummaryFile, "limits.csv", "days.csv", "pairs.csv", "sites.csv", "tornado.png", "report.html", KeptFile.Name]);

    /// <summary>Two plans compared.</summary>
    public static OutFolderKind PlanDiff { get; } = new(
        PlanDiffFamily,
        [OutFolder.SummaryFile, "sites.csv", "streets.csv", "replications.csv", "differences.csv", "moves.png", "coverage.png", "heatmap.png", "report.html", KeptFile.Name]);

    /// <summary>A backtest.</summary>
    public static OutFolderKind Backtest { get; } = new(
        BacktestFamily,
        [OutFolder.SummaryFile, "cells.csv", "sites.csv", "times.csv", "parameters.csv", "district.png", "sites.png", "parameters.png", "report.html", KeptFile.Name]);

    /// <summary>A comparison.</summary>
    public static OutFolderKind Comparison { get; } = new(
        ComparisonFamily,
        [
            OutFolder.SummaryFile, "compare.csv", "differences.csv", "sites.csv", "coverage.png", "report.html", KeptFile.Name,
            .. Enumerable.Range(0, MostVariants).SelectMany(first => Enumerable.Range(first + 1, MostVariants - first - 1).SelectMany(second => PairPictures(first, second))),
        ]);

    /// <summary>Names of the pictures of a pair of variants, by their places from 0: heat map and site map.</summary>
    /// <param name="first">Place of the first.</param>
    /// <param name="second">Place of the second.</param>
    public static IReadOnlyList<string> PairPictures(int first, int second) => [$"heatmap-{first + 1}-{second + 1}.png", $"map-{first + 1}-{second + 1}.png"];
}

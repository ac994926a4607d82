using System.Text;
using Twin.Experiments.Backtesting;
using Twin.Experiments.Backtesting.Reports;
using Twin.Experiments.Charts;
using Twin.Experiments.Comparing;
using Twin.Experiments.Plans;
using Twin.Experiments.Reports.Keeping;
using Twin.Experiments.Staffing.Reports;
using Twin.Experiments.Stressing.Reports;
using Twin.Experiments.Texts;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Reports;

/// <summary>Draws report.html and the pictures of a folder from what it keeps: when the results are written, and again by <c>twin report</c>.</summary>
internal static class ReportDrawing
{
    /// <summary>Name of the page in an out folder.</summary>
    public const string PageFile = "report.html";

    /// <summary>Of a run.</summary>
    /// <param name="run">What is kept of it.</param>
    /// <param name="software">Which software made it.</param>
    /// <param name="texts">The language.</param>
    /// <returns>Names and contents of the files.</returns>
    public static IReadOnlyList<DrawnFile> Of(KeptRun run, Software software, TextSet texts)
    {
        if (run.Record.Queue is { } queue)
        {
            byte[]? picture = run.Record.QueueRecords?.Series is { } series ? QueueChart.Draw(run.Record, series, texts) : null;
            return [.. picture is null ? Array.Empty<DrawnFile>() : [new("queues.png", picture)], Page(QueueReport.Of(run.Record, queue, texts, picture, software))];
        }

        if (run is not { Record.MassTest: { } result, Untested: { } untested })
        {
            return [];
        }

        Pictures pictures = Pictures.Draw(run.Record, result, texts);
        return
        [
            new("coverage.png", pictures.Coverage), new("heatmap.png", pictures.HeatMap), new("waits.png", pictures.Waits), new("map.png", pictures.Map),
            Page(MassTestReport.Of(run.Record, result, untested, pictures, ScenarioAssumptions.Of(run.Record.Scenario), texts, software)),
        ];
    }

    /// <summary>Of a comparison.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="software">Which software made it.</param>
    /// <param name="texts">The language.</param>
    /// <returns>Names and contents of the files.</returns>
    public static IReadOnlyList<DrawnFile> Of(Comparison comparison, Software software, TextSet texts)
    {
        ComparisonPictures pictures = ComparisonPictures.Draw(comparison, texts);
        List<DrawnFile> files = [new("coverage.png", pictures.Coverage)];
        foreach (PairPictures pair in pictures.Pairs)
        {
            IReadOnlyList<string> names = OutFolderKind.PairPictures(pair.First, pair.Second);
            files.AddRange([new(names[0], pair.HeatMap), new(names[1], pair.Map)]);
        }

        files.Add(Page(ComparisonReport.Of(comparison, pictures, texts, software)));
        return files;
    }

    /// <summary>Of a staffing search.</summary>
    /// <param name="kept">What is kept of it.</param>
    /// <param name="software">Which software made it.</param>
    /// <param name="texts">The language.</param>
    /// <returns>Names and contents of the files.</returns>
    public static IReadOnlyList<DrawnFile> Of(KeptStaffing kept, Software software, TextSet texts)
    {
        ChartFont.Use();
        byte[]? frontier = kept.Result.Frontier.Count > 0 ? StaffingCharts.Frontier(kept.Result, texts) : null;
        byte[]? sites = kept.Result.Best is not null ? StaffingCharts.Sites(kept.Result, kept.HomeResidents, texts) : null;
        List<DrawnFile> files = [];
        files.AddRange(frontier is null ? [] : [new DrawnFile("frontier.png", frontier)]);
        files.AddRange(sites is null ? [] : [new DrawnFile("staff.png", sites)]);
        files.Add(Page(new StaffingReport(kept, texts).Page(frontier, sites, software)));
        return files;
    }

    /// <summary>Of a stress test.</summary>
    /// <param name="kept">What is kept of it.</param>
    /// <param name="software">Which software made it.</param>
    /// <param name="texts">The language.</param>
    /// <returns>Names and contents of the files.</returns>
    public static IReadOnlyList<DrawnFile> Of(KeptStress kept, Software software, TextSet texts)
    {
        byte[] tornado = TornadoChart.Draw(kept.Result, texts);
        return [new("tornado.png", tornado), Page(new StressReport(kept, texts).Page(tornado, software))];
    }

    /// <summary>Of two plans.</summary>
    /// <param name="diff">The plans.</param>
    /// <param name="command">Words of the command that makes it again, its name first, without the language.</param>
    /// <param name="software">Which software made it.</param>
    /// <param name="texts">The language.</param>
    /// <returns>Names and contents of the files.</returns>
    public static IReadOnlyList<DrawnFile> Of(PlanDiff diff, IReadOnlyList<string> command, Software software, TextSet texts)
    {
        byte[] moves = PlanDiffCharts.Moves(diff.Paper, texts);
        ComparisonPictures? pictures = diff.Runs is { } runs ? ComparisonPictures.Draw(runs, texts) : null;
        List<DrawnFile> files = [new("moves.png", moves)];
        if (pictures is not null)
        {
            files.AddRange([new("coverage.png", pictures.Coverage), .. pictures.Pairs.Select(pair => new DrawnFile("heatmap.png", pair.HeatMap))]);
        }

        files.Add(Page(new PlanDiffReport(diff, command, texts).Page(pictures, moves, software)));
        return files;
    }

    /// <summary>Of a backtest.</summary>
    /// <param name="backtest">The backtest.</param>
    /// <param name="command">Words of the command that makes it again, its name first, without the language.</param>
    /// <param name="software">Which software made it.</param>
    /// <param name="texts">The language.</param>
    /// <returns>Names and contents of the files.</returns>
    public static IReadOnlyList<DrawnFile> Of(Backtest backtest, IReadOnlyList<string> command, Software software, TextSet texts)
    {
        byte[] district = BacktestCharts.District(backtest, texts);
        byte[] sites = BacktestCharts.Sites(backtest, texts);
        byte[]? parameters = backtest.Fit is { } fit ? BacktestCharts.Parameters(fit, texts) : null;
        return
        [
            new("district.png", district), new("sites.png", sites), .. parameters is null ? Array.Empty<DrawnFile>() : [new("parameters.png", parameters)],
            Page(new BacktestReport(backtest, command, texts).Page(district, sites, parameters, software)),
        ];
    }

    private static DrawnFile Page(string html) => new(PageFile, Encoding.UTF8.GetBytes(html));
}

/// <summary>A file that is drawn.</summary>
/// <param name="Name">Its name in the out folder.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record DrawnFile(string Name, byte[] Content);

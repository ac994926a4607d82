using System.Globalization;
using System.Text;
using Twin.Model.Queueing;

namespace Twin.Experiments.Queueing;

/// <summary>The console's table of a queue run, in both languages.</summary>
internal static class QueueText
{
    private static readonly string[] InTable =
        ["arrived", "loss", "utilisation", "numberInSystem", "numberInQueue", "waitProbability", "wait.mean", "wait.p95", "wait.max"];

    private static readonly string[] OfJourneys = ["arrived", "completed", "loss", "numberInNetwork", "visits", "time.mean", "time.p95", "wait.mean"];

    /// <summary>The whole text, ending with a line break.</summary>
    /// <param name="result">The run's result.</param>
    /// <param name="replications">Those of all replications; empty without.</param>
    /// <param name="chinese">Whether in Chinese.</param>
    public static string Of(QueueResult result, IReadOnlyList<QueueResult> replications, bool chinese)
    {
        StringBuilder text = new();
        text.Append(Heading(replications.Count, chinese)).Append('\n');
        AppendTable(text, StationRows(result, replications, chinese));
        JourneyResult[] journeys = [.. replications.Select(run => run.Journey)];
        text.Append(chinese ? "全程：" : "journeys: ").AppendJoin(chinese ? "，" : ", ", OfJourneys
            .Select(key => QueueFigures.Journey.First(figure => figure.Key == key))
            .Select(figure => $"{(chinese ? figure.Chinese : figure.English)} {Cell(figure, result.Journey, journeys)}")).Append('\n');
        text.Append(Law(result.Journey.Little, chinese)).Append('\n');
        foreach (QueueWarning warning in result.Warnings)
        {
            text.Append(chinese ? "注意：" : "warning: ").Append(Sentence(warning, chinese)).Append('\n');
        }

        return text.ToString();
    }

    private static string Heading(int replications, bool chinese) => (replications, chinese) switch
    {
        ( < 2, true) => "时间单位为秒",
        ( < 2, false) => "times in seconds",
        ( < Statistics.ReplicationRule.Fewest, true) => string.Create(CultureInfo.InvariantCulture, $"首次模拟的结果：{replications} 次重复不足以给出区间，至少需要 {Statistics.ReplicationRule.Fewest} 次；时间单位为秒"),
        ( < Statistics.ReplicationRule.Fewest, false) => string.Create(
            CultureInfo.InvariantCulture, $"figures of the first run: {replications} replications are too few for intervals, at least {Statistics.ReplicationRule.Fewest} are needed; times in seconds"),
        (_, true) => string.Create(CultureInfo.InvariantCulture, $"{replications} 次重复的均值 ± 95% 置信半宽；时间单位为秒"),
        (_, false) => string.Create(CultureInfo.InvariantCulture, $"means of {replications} replications ± half of the 95 % interval; times in seconds"),
    };

    /// <summary>Little's law in the network, in words.</summary>
    /// <param name="check">The check.</param>
    /// <param name="chinese">Whether in Chinese.</param>
    public static string Law(LittleCheck check, bool chinese) => chinese
        ? string.Create(CultureInfo.InvariantCulture, $"利特尔定律：各处精确成立；网络内 L = {check.MeanNumber:F3}，λW = {check.RateTimesMean:F3}")
        : string.Create(CultureInfo.InvariantCulture, $"Little's law: exact everywhere; in the network L = {check.MeanNumber:F3}, λW = {check.RateTimesMean:F3}");

    private static List<string[]> StationRows(QueueResult result, IReadOnlyList<QueueResult> replications, bool chinese)
    {
        QueueFigure<StationResult>[] columns = [.. InTable.Select(key => QueueFigures.Station.First(figure => figure.Key == key))];
        List<string[]> rows = [[chinese ? "站点" : "station", chinese ? "服务台" : "servers", .. columns.Select(c => chinese ? c.Chinese : c.English)]];
        for (int i = 0; i < result.Stations.Count; i++)
        {
            int station = i;
            StationResult of = result.Stations[i];
            string servers = of.Servers.ToString(CultureInfo.InvariantCulture);
            rows.Add([of.Name, servers, .. columns.Select(c => Cell(c, of, [.. replications.Select(run => run.Stations[station])]))]);
        }

        return rows;
    }

    /// <summary>A warning in words.</summary>
    /// <param name="warning">The warning.</param>
    /// <param name="chinese">Whether in Chinese.</param>
    public static string Sentence(QueueWarning warning, bool chinese)
    {
        string place = warning.Station.Length == 0 ? (chinese ? "网络" : "the network") : chinese ? $"站点 {warning.Station}" : $"station {warning.Station}";
        string value = warning.Value.ToString("0.######", CultureInfo.InvariantCulture);
        return warning.Kind switch
        {
            QueueWarningKind.ShortService => chinese
                ? $"{place}：平均服务时间 {value} 秒，不到 1 秒，取整到毫秒会有影响"
                : $"{place}: the mean service time is {value} s, under 1 s: rounding to whole ms shows",
            QueueWarningKind.ShortInterarrival => chinese
                ? $"{place}：平均到达间隔 {value} 秒，不到 1 秒，取整到毫秒会有影响"
                : $"{place}: the mean time between arrivals is {value} s, under 1 s: rounding to whole ms shows",
            QueueWarningKind.RaisedService => chinese
                ? $"{place}：服务时间有 {value} 的比例低于 1 毫秒，按 1 毫秒计"
                : $"{place}: a share of {value} of the service times was drawn below 1 ms and is 1 ms",
            QueueWarningKind.Overload => chinese
                ? $"{place}：每个服务台的负荷为 {value}，到达的工作超过处理能力，均值取决于统计时长"
                : $"{place}: the offered load per server is {value}: more work arrives than the servers can do, averages depend on how long the statistics last",
            QueueWarningKind.NotLeft => chinese
                ? $"{place}：运行结束时仍有 {value} 人未离开，其时间未计入"
                : $"{place}: {value} were still there when the run ended; their times are not in the figures",
            QueueWarningKind.CutShort => chinese
                ? $"{place}：运行提前结束，统计只持续 {value} 秒"
                : $"{place}: the run ended early, its statistics last {value} s only",
            _ => throw new ArgumentOutOfRangeException(nameof(warning), warning.Kind, "A warning of an unknown kind."),
        };
    }

    /// <summary>A figure: of the run, or with replications their mean ± half width.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="result">The run's.</param>
    /// <param name="replications">Those of all replications; empty without.</param>
    /// <typeparam name="T">What has the figure.</typeparam>
    public static string Cell<T>(QueueFigure<T> figure, T result, T[] replications)
    {
        if (replications.Length >= Statistics.ReplicationRule.Fewest)
        {
            ConfidenceInterval interval = QueueOutput.Interval(figure, replications);
            string format = figure.Unit == QueueUnit.Count ? "F1" : "F3";
            return $"{interval.Mean.ToString(format, CultureInfo.InvariantCulture)} ± {interval.HalfWidth.ToString(format, CultureInfo.InvariantCulture)}";
        }

        return figure.Of(result).ToString(figure.Unit == QueueUnit.Count ? "F0" : "F3", CultureInfo.InvariantCulture);
    }

    private static void AppendTable(StringBuilder text, List<string[]> rows)
    {
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => Width(row[column])))];
        foreach (string[] row in rows)
        {
            text.Append(row[0]).Append(' ', widths[0] - Width(row[0]));
            for (int column = 1; column < row.Length; column++)
            {
                text.Append(' ', 2 + widths[column] - Width(row[column])).Append(row[column]);
            }

            text.Append('\n');
        }
    }

    /// <summary>Columns on a terminal: a Chinese character takes two.</summary>
    private static int Width(string cell) => cell.Sum(c => c >= 0x2E80 ? 2 : 1);
}

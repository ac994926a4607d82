using System.Globalization;
using System.Text;
using Twin.Experiments.Statistics;
using Twin.Experiments.Texts;
using Twin.Model.Queueing;
using Twin.Model.Results;

namespace Twin.Experiments.Queueing;

/// <summary>The console's table of a queue run, in both languages.</summary>
internal static class QueueText
{
    private static readonly string[] InTable =
        ["arrived", "loss", "utilisation", "numberInSystem", "numberInQueue", "waitProbability", "wait.mean", "wait.p95", "wait.max"];

    private static readonly string[] OfJourneys = ["arrived", "completed", "loss", "numberInNetwork", "visits", "time.mean", "time.p95", "wait.mean"];

    /// <summary>The whole text, ending with a line break.</summary>
    /// <param name="record">The run.</param>
    /// <param name="result">The result of its first run.</param>
    /// <param name="texts">The language.</param>
    public static string Of(RunRecord record, QueueResult result, TextSet texts)
    {
        bool chinese = texts.Language == "zh";
        QueueWords words = new(record, result, texts);
        StringBuilder text = new();
        text.Append(Heading(record, texts)).Append('\n');
        AppendTable(text, StationRows(record, result, chinese));
        if (QueueKinds.Rows(record, result, chinese) is { Count: > 0 } kinds)
        {
            AppendTable(text, kinds);
        }

        JourneyResult[] journeys = [.. record.QueueReplications.Select(run => run.Journey)];
        text.Append(chinese ? "全程：" : "journeys: ").AppendJoin(chinese ? "，" : ", ", OfJourneys
            .Select(key => QueueFigures.Journey.First(figure => figure.Key == key))
            .Select(figure => $"{(chinese ? figure.Chinese : figure.English)} {Cell(figure, result.Journey, journeys, record.Confidence)}")).Append('\n');
        text.Append(words.Law()).Append('\n');
        foreach (string warning in words.Warnings())
        {
            text.Append(chinese ? "注意：" : "warning: ").Append(warning).Append('\n');
        }

        return text.ToString();
    }

    private static string Heading(RunRecord record, TextSet texts) => record.QueueReplications.Count switch
    {
        < 2 => texts["queue.heading.single"],
        < ReplicationRule.Fewest => texts.Format("queue.heading.few", record.QueueReplications.Count, ReplicationRule.Fewest),
        _ => texts.Format("queue.heading.runs", record.QueueReplications.Count, texts.Level(record.Confidence)),
    };

    private static List<string[]> StationRows(RunRecord record, QueueResult result, bool chinese)
    {
        QueueFigure<StationResult>[] columns = [.. InTable.Select(key => QueueFigures.Station.First(figure => figure.Key == key))];
        List<string[]> rows = [[chinese ? "站点" : "station", chinese ? "服务台" : "servers", .. columns.Select(c => chinese ? c.Chinese : c.English)]];
        for (int i = 0; i < result.Stations.Count; i++)
        {
            int station = i;
            StationResult of = result.Stations[i];
            string servers = of.Servers.ToString(CultureInfo.InvariantCulture);
            rows.Add([of.Name, servers, .. columns.Select(c => Cell(c, of, [.. record.QueueReplications.Select(run => run.Stations[station])], record.Confidence))]);
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
    /// <param name="confidence">Confidence of the interval.</param>
    /// <typeparam name="T">What has the figure.</typeparam>
    public static string Cell<T>(QueueFigure<T> figure, T result, T[] replications, double confidence)
    {
        if (replications.Length >= ReplicationRule.Fewest)
        {
            ConfidenceInterval interval = QueueOutput.Interval(figure, replications, confidence);
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

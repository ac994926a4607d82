using Twin.Model.Queueing;

namespace Twin.Experiments.Queueing;

/// <summary>All figures of the queue activity.</summary>
internal static class QueueFigures
{
    /// <summary>Figures of a station.</summary>
    public static readonly IReadOnlyList<QueueFigure<StationResult>> Station =
    [
        new("arrived", "arrived", "到达", QueueUnit.Count, s => s.Arrived),
        new("refused", "refused", "被拒", QueueUnit.Count, s => s.Refused),
        new("loss", "loss", "损失率", QueueUnit.Share, s => s.Loss),
        new("served", "served", "完成", QueueUnit.Count, s => s.Served),
        new("stillThere", "still there", "仍在", QueueUnit.Count, s => s.StillThere),
        new("balked", "turned away", "见队折返", QueueUnit.Count, s => s.Balked),
        new("reneged", "gave up", "放弃等候", QueueUnit.Count, s => s.Reneged),
        new("utilisation", "utilisation", "利用率", QueueUnit.Share, s => s.Utilisation),
        new("numberInSystem", "L", "L 在站人数", QueueUnit.Number, s => s.InSystem),
        new("numberInQueue", "Lq", "Lq 排队人数", QueueUnit.Number, s => s.InQueue),
        new("numberInSystemMax", "L max", "L 最大", QueueUnit.Count, s => s.InSystemGreatest),
        new("numberInQueueMax", "Lq max", "Lq 最大", QueueUnit.Count, s => s.InQueueGreatest),
        new("waitProbability", "P(wait)", "等待概率", QueueUnit.Share, s => s.WaitProbability),
        .. Durations<StationResult>("wait", "wait", "等待", s => s.Wait),
        .. Durations<StationResult>("sojourn", "time there", "逗留", s => s.Sojourn),
    ];

    /// <summary>Figures of the journeys.</summary>
    public static readonly IReadOnlyList<QueueFigure<JourneyResult>> Journey =
    [
        new("arrived", "arrived", "到达", QueueUnit.Count, j => j.Arrived),
        new("refused", "refused", "入口被拒", QueueUnit.Count, j => j.Refused),
        new("lost", "lost later", "途中损失", QueueUnit.Count, j => j.Lost),
        new("loss", "loss", "损失率", QueueUnit.Share, j => j.Loss),
        new("completed", "completed", "完成", QueueUnit.Count, j => j.Completed),
        new("stillThere", "still there", "仍在", QueueUnit.Count, j => j.StillThere),
        new("balked", "turned away", "见队折返", QueueUnit.Count, j => j.Balked),
        new("gaveUp", "gave up", "放弃等候", QueueUnit.Count, j => j.GaveUp),
        new("noShows", "no-shows", "爽约", QueueUnit.Count, j => j.NoShows),
        new("numberInNetwork", "number in network", "网络内人数", QueueUnit.Number, j => j.InNetwork),
        new("visits", "visits", "访问次数", QueueUnit.Number, j => j.Visits),
        .. Durations<JourneyResult>("time", "time in network", "全程时间", j => j.Time),
        .. Durations<JourneyResult>("wait", "waits", "全程等待", j => j.Wait),
    ];

    private static IEnumerable<QueueFigure<T>> Durations<T>(string key, string english, string chinese, Func<T, DurationFigures> of) =>
    [
        new($"{key}.mean", $"{english} mean", $"{chinese}均值", QueueUnit.Seconds, t => of(t).Mean),
        new($"{key}.p50", $"{english} p50", $"{chinese}中位", QueueUnit.Seconds, t => of(t).P50),
        new($"{key}.p90", $"{english} p90", $"{chinese} 90%", QueueUnit.Seconds, t => of(t).P90),
        new($"{key}.p95", $"{english} p95", $"{chinese} 95%", QueueUnit.Seconds, t => of(t).P95),
        new($"{key}.p99", $"{english} p99", $"{chinese} 99%", QueueUnit.Seconds, t => of(t).P99),
        new($"{key}.max", $"{english} max", $"{chinese}最大", QueueUnit.Seconds, t => of(t).Maximum),
    ];
}

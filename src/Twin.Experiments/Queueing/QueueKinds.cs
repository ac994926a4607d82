using System.Text.Json.Nodes;
using Twin.Model.Queueing;
using Twin.Model.Results;

namespace Twin.Experiments.Queueing;

/// <summary>Figures by kind of customer: for JSON and the console.</summary>
internal static class QueueKinds
{
    /// <summary>Figures of a kind: of its journeys, or its visits to a station.</summary>
    public static readonly IReadOnlyList<QueueFigure<KindResult>> Figures =
    [
        new("arrived", "arrived", "到达", QueueUnit.Count, k => k.Arrived),
        new("refused", "refused", "被拒", QueueUnit.Count, k => k.Refused),
        new("balked", "turned away", "见队折返", QueueUnit.Count, k => k.Balked),
        new("lost", "lost later", "途中损失", QueueUnit.Count, k => k.Lost),
        new("gaveUp", "gave up", "放弃等候", QueueUnit.Count, k => k.GaveUp),
        new("noShows", "no-shows", "爽约", QueueUnit.Count, k => k.NoShows),
        new("served", "served", "完成", QueueUnit.Count, k => k.Served),
        new("stillThere", "still there", "仍在", QueueUnit.Count, k => k.StillThere),
        new("wait.mean", "wait mean", "等待均值", QueueUnit.Seconds, k => k.Wait.Mean),
        new("wait.p95", "wait p95", "等待 95%", QueueUnit.Seconds, k => k.Wait.P95),
        new("time.mean", "time mean", "全程均值", QueueUnit.Seconds, k => k.Time.Mean),
        new("time.p95", "time p95", "全程 95%", QueueUnit.Seconds, k => k.Time.P95),
    ];

    /// <summary>Kinds as JSON, with their names.</summary>
    /// <param name="kinds">The run's.</param>
    /// <param name="replications">Those of all replications; empty without.</param>
    /// <param name="confidence">Confidence of the intervals.</param>
    public static JsonArray Json(IReadOnlyList<KindResult> kinds, IReadOnlyList<IReadOnlyList<KindResult>> replications, double confidence) => [.. kinds.Select((kind, i) =>
    {
        JsonObject row = new() { ["name"] = kind.Name };
        QueueOutput.AddFigures(row, Figures, kind, [.. replications.Select(run => run[i])], confidence);
        return (JsonNode)row;
    })];

    /// <summary>A table of the kinds' journeys, a row each; empty without kinds.</summary>
    /// <param name="record">The run.</param>
    /// <param name="result">The result of its first run.</param>
    /// <param name="chinese">Whether in Chinese.</param>
    public static List<string[]> Rows(RunRecord record, QueueResult result, bool chinese) => result.Kinds.Count == 0 ? [] :
    [
        [chinese ? "类别" : "kind", .. Figures.Select(figure => chinese ? figure.Chinese : figure.English)],
        .. result.Kinds.Select((kind, i) => (string[])
            [kind.Name, .. Figures.Select(figure => QueueText.Cell(figure, kind, [.. record.QueueReplications.Select(run => run.Kinds[i])], record.Confidence))]),
    ];
}

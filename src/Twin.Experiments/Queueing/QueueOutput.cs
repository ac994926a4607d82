using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Twin.Experiments.Statistics;
using Twin.Experiments.Texts;
using Twin.Model.Queueing;
using Twin.Model.Results;

namespace Twin.Experiments.Queueing;

/// <summary>A queue run as JSON, CSV and console text.</summary>
/// <remarks>The plain figures are those of the run itself; with five replications or more each also has its interval over them, at the record's confidence.</remarks>
public static class QueueOutput
{
    /// <summary>
    /// The result as JSON: <c>warmUpSeconds</c>, <c>endSeconds</c>, <c>replications</c>, <c>confidence</c>, <c>stations</c> and <c>journey</c> (with
    /// <c>little</c> of the first run, and <c>intervals</c> by a figure's path), <c>warnings</c> over all runs, <c>start</c>. Times are in seconds, shares of 1.
    /// </summary>
    /// <param name="record">A finished run of the queue activity.</param>
    /// <exception cref="InvalidOperationException">The run is of another activity.</exception>
    public static JsonObject Json(RunRecord record)
    {
        QueueResult result = ResultOf(record);
        IReadOnlyList<QueueResult> replications = record.QueueReplications;
        QueueWords words = new(record, result, TextCatalogue.In("en"));
        JsonArray stations = [];
        for (int i = 0; i < result.Stations.Count; i++)
        {
            int station = i;
            StationResult of = result.Stations[i];
            JsonObject row = new() { ["name"] = of.Name, ["servers"] = of.Servers, ["room"] = of.Room };
            AddFigures(row, QueueFigures.Station, of, [.. replications.Select(run => run.Stations[station])], record.Confidence);
            row["little"] = Little(of.Little);
            row["littleQueue"] = Little(of.LittleQueue);
            if (of.Kinds.Count > 0)
            {
                row["kinds"] = QueueKinds.Json(of.Kinds, [.. replications.Select(run => run.Stations[station].Kinds)], record.Confidence);
            }

            stations.Add(row);
        }

        JsonObject journey = [];
        AddFigures(journey, QueueFigures.Journey, result.Journey, [.. replications.Select(run => run.Journey)], record.Confidence);
        journey["little"] = Little(result.Journey.Little);
        if (result.Kinds.Count > 0)
        {
            journey["kinds"] = QueueKinds.Json(result.Kinds, [.. replications.Select(run => run.Kinds)], record.Confidence);
        }

        return new JsonObject
        {
            ["warmUpSeconds"] = result.WarmUpSeconds,
            ["endSeconds"] = result.EndSeconds,
            ["replications"] = Math.Max(1, replications.Count),
            ["confidence"] = record.Confidence,
            ["visits"] = record.QueueRecords?.VisitCount,
            ["stations"] = stations,
            ["journey"] = journey,
            ["warnings"] = new JsonArray([.. words.Counted().Select(counted => (JsonNode)Warning(counted, words))]),
            ["start"] = new JsonArray([.. record.QueueStart.Select(bias => (JsonNode)Start(bias, words))]),
        };
    }

    /// <summary>A CSV table, a row for each station; with replications each figure also has a column of its mean and of its half width.</summary>
    /// <param name="record">A finished run of the queue activity.</param>
    /// <exception cref="InvalidOperationException">The run is of another activity.</exception>
    public static string StationsCsv(RunRecord record)
    {
        QueueResult result = ResultOf(record);
        bool intervals = record.QueueReplications.Count >= ReplicationRule.Fewest;
        StringBuilder csv = new("station,servers,room");
        foreach (QueueFigure<StationResult> figure in QueueFigures.Station)
        {
            csv.Append(',').Append(figure.Key);
            csv.Append(intervals ? $",{figure.Key}.replicated,{figure.Key}.halfWidth" : "");
        }

        csv.Append('\n');
        for (int i = 0; i < result.Stations.Count; i++)
        {
            int station = i;
            StationResult of = result.Stations[i];
            csv.Append(CultureInfo.InvariantCulture, $"{Quoted(of.Name)},{of.Servers},{of.Room}");
            foreach (QueueFigure<StationResult> figure in QueueFigures.Station)
            {
                csv.Append(CultureInfo.InvariantCulture, $",{figure.Of(of)}");
                if (intervals)
                {
                    ConfidenceInterval interval = Interval(figure, record.QueueReplications.Select(run => run.Stations[station]), record.Confidence);
                    csv.Append(CultureInfo.InvariantCulture, $",{interval.Mean},{interval.HalfWidth}");
                }
            }

            csv.Append('\n');
        }

        return csv.ToString();
    }

    /// <summary>A short table for the console: the stations, the journeys, Little's law, the warnings. With replications, mean ± half width.</summary>
    /// <param name="record">A finished run of the queue activity.</param>
    /// <param name="language"><c>zh</c> for Chinese, anything else for English.</param>
    /// <exception cref="InvalidOperationException">The run is of another activity.</exception>
    public static string Text(RunRecord record, string language) => QueueText.Of(record, ResultOf(record), TextCatalogue.In(language));

    /// <summary>A figure's interval over replications.</summary>
    internal static ConfidenceInterval Interval<T>(QueueFigure<T> figure, IEnumerable<T> replications, double confidence) =>
        ConfidenceInterval.Of([.. replications.Select(figure.Of)], confidence);

    private static QueueResult ResultOf(RunRecord record) =>
        record.Queue ?? throw new InvalidOperationException($"The run of {record.Scenario.Name} is of {record.Scenario.Activity}, not of the queue activity.");

    /// <summary>Adds figures to a JSON object, with their intervals over replications.</summary>
    internal static void AddFigures<T>(JsonObject row, IReadOnlyList<QueueFigure<T>> figures, T result, T[] replications, double confidence)
    {
        JsonObject intervals = [];
        foreach (QueueFigure<T> figure in figures)
        {
            string[] path = figure.Key.Split('.');
            JsonObject parent = path.Length == 1 ? row : row[path[0]] as JsonObject ?? (JsonObject)(row[path[0]] = new JsonObject());
            parent[path[^1]] = figure.Unit == QueueUnit.Count ? (long)figure.Of(result) : figure.Of(result);
            if (replications.Length >= ReplicationRule.Fewest)
            {
                ConfidenceInterval interval = Interval(figure, replications, confidence);
                intervals[figure.Key] = new JsonObject
                {
                    ["mean"] = interval.Mean,
                    ["halfWidth"] = interval.HalfWidth,
                    ["low"] = interval.Low,
                    ["high"] = interval.High,
                };
            }
        }

        if (replications.Length >= ReplicationRule.Fewest)
        {
            row["intervals"] = intervals;
        }
    }

    private static JsonObject Little(LittleCheck check) => new()
    {
        ["numberMilliseconds"] = check.NumberTime,
        ["ownMilliseconds"] = check.OwnTimes,
        ["meanNumber"] = check.MeanNumber,
        ["rateTimesMean"] = check.RateTimesMean,
    };

    private static JsonObject Warning(CountedWarning counted, QueueWords words) => new JsonObject
    {
        ["kind"] = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(counted.Warning.Kind.ToString()),
        ["station"] = counted.Warning.Station,
        ["value"] = counted.Warning.Value,
        ["runs"] = counted.Runs,
        ["text"] = words.Sentence(counted),
    };

    private static JsonObject Start(QueueStartBias bias, QueueWords words) => new JsonObject
    {
        ["station"] = bias.Station,
        ["share"] = bias.Share,
        ["measuredOverRuns"] = bias.Runs,
        ["warmUpSeconds"] = bias.WarmUpSeconds,
        ["endSeconds"] = bias.EndSeconds,
        ["text"] = words.Sentence(bias),
    };

    private static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Twin.Experiments.Statistics;
using Twin.Model.Queueing;
using Twin.Model.Results;

namespace Twin.Experiments.Queueing;

/// <summary>A queue run as JSON, CSV and console text.</summary>
/// <remarks>The plain figures are those of the run itself; with five replications or more each also has its 95 % interval over them.</remarks>
public static class QueueOutput
{
    private const double Confidence = 0.95;

    /// <summary>
    /// The result as JSON: <c>warmUpSeconds</c>, <c>endSeconds</c>, <c>replications</c>, <c>confidence</c>, <c>stations</c> and <c>journey</c> (with
    /// <c>little</c>, and <c>intervals</c> by a figure's path), <c>warnings</c>. Times are in seconds, shares of 1.
    /// </summary>
    /// <param name="record">A finished run of the queue activity.</param>
    /// <exception cref="InvalidOperationException">The run is of another activity.</exception>
    public static JsonObject Json(RunRecord record)
    {
        QueueResult result = ResultOf(record);
        IReadOnlyList<QueueResult> replications = record.QueueReplications;
        JsonArray stations = [];
        for (int i = 0; i < result.Stations.Count; i++)
        {
            int station = i;
            StationResult of = result.Stations[i];
            JsonObject row = new() { ["name"] = of.Name, ["servers"] = of.Servers, ["room"] = of.Room };
            AddFigures(row, QueueFigures.Station, of, [.. replications.Select(run => run.Stations[station])]);
            row["little"] = Little(of.Little);
            row["littleQueue"] = Little(of.LittleQueue);
            stations.Add(row);
        }

        JsonObject journey = [];
        AddFigures(journey, QueueFigures.Journey, result.Journey, [.. replications.Select(run => run.Journey)]);
        journey["little"] = Little(result.Journey.Little);
        return new JsonObject
        {
            ["warmUpSeconds"] = result.WarmUpSeconds,
            ["endSeconds"] = result.EndSeconds,
            ["replications"] = Math.Max(1, replications.Count),
            ["confidence"] = Confidence,
            ["stations"] = stations,
            ["journey"] = journey,
            ["warnings"] = new JsonArray([.. result.Warnings.Select(Warning)]),
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
            csv.Append(intervals ? $",{figure.Key}.replicated,{figure.Key}.halfWidth95" : "");
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
                    ConfidenceInterval interval = Interval(figure, record.QueueReplications.Select(run => run.Stations[station]));
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
    public static string Text(RunRecord record, string language) => QueueText.Of(ResultOf(record), record.QueueReplications, language == "zh");

    /// <summary>A figure's 95 % interval over replications.</summary>
    internal static ConfidenceInterval Interval<T>(QueueFigure<T> figure, IEnumerable<T> replications) =>
        ConfidenceInterval.Of([.. replications.Select(figure.Of)], Confidence);

    private static QueueResult ResultOf(RunRecord record) =>
        record.Queue ?? throw new InvalidOperationException($"The run of {record.Scenario.Name} is of {record.Scenario.Activity}, not of the queue activity.");

    private static void AddFigures<T>(JsonObject row, IReadOnlyList<QueueFigure<T>> figures, T result, T[] replications)
    {
        JsonObject intervals = [];
        foreach (QueueFigure<T> figure in figures)
        {
            string[] path = figure.Key.Split('.');
            JsonObject parent = path.Length == 1 ? row : row[path[0]] as JsonObject ?? (JsonObject)(row[path[0]] = new JsonObject());
            parent[path[^1]] = figure.Unit == QueueUnit.Count ? (long)figure.Of(result) : figure.Of(result);
            if (replications.Length >= ReplicationRule.Fewest)
            {
                ConfidenceInterval interval = Interval(figure, replications);
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

    private static JsonNode Warning(QueueWarning warning) => new JsonObject
    {
        ["kind"] = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(warning.Kind.ToString()),
        ["station"] = warning.Station,
        ["value"] = warning.Value,
        ["text"] = QueueText.Sentence(warning, chinese: false),
    };

    private static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

using System.Globalization;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Model.Queueing;

/// <summary>The visits of a queue run: one line a customer and station. Seconds since the start with 3 decimals; what never happened is blank.</summary>
public static class QueueVisitTable
{
    /// <summary>The first line.</summary>
    public const string Header = "customer,visit,station,arrived_s,service_start_s,service_end_s,left_s,wait_s,outcome,counted";

    /// <summary>The lines after the header, in order of arrival, then station, then customer.</summary>
    /// <param name="scenario">The scenario that was run.</param>
    /// <param name="visits">The visits, in any order.</param>
    public static IEnumerable<string> Lines(Scenario scenario, IEnumerable<QueueVisit> visits)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        QueueNetworkParameters network = scenario.Queue;
        return visits
            .OrderBy(visit => visit.Arrived)
            .ThenBy(visit => visit.Station)
            .ThenBy(visit => visit.Origin)
            .ThenBy(visit => visit.Kind)
            .ThenBy(visit => visit.Number)
            .ThenBy(visit => visit.Visit)
            .Select(visit => Line(network, visit));
    }

    private static string Line(QueueNetworkParameters network, in QueueVisit visit) => string.Join(
        ',',
        CsvLine.Field(string.Create(CultureInfo.InvariantCulture, $"{(network.Kinds.Count == 0 ? "" : network.Kinds[visit.Kind].Name + "-")}{network.Stations[visit.Origin].Name}-{visit.Number + 1}")),
        (visit.Visit + 1).ToString(CultureInfo.InvariantCulture),
        CsvLine.Field(network.Stations[visit.Station].Name),
        Seconds(visit.Arrived),
        Seconds(visit.Started),
        Seconds(visit is { End: VisitEnd.Served } ? visit.Left : -1),
        Seconds(visit.Left),
        Seconds(visit.Started < 0 ? -1 : visit.Started - visit.Arrived),
        System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(visit.End.ToString()),
        visit.Arrived >= network.WarmUp.Milliseconds ? "1" : "0");

    private static string Seconds(long milliseconds) =>
        milliseconds < 0 ? "" : (milliseconds / 1000m).ToString("0.000", CultureInfo.InvariantCulture);
}

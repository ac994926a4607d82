namespace Twin.Silo.Tests.Keys;

/// <summary>The part of <see cref="KeyTable"/> for a queue's stations, kinds and arrivals.</summary>
internal static class QueueKeyTable
{
    private const string Station = "queue.stations.0";
    private const string Kind = "queue.kinds.0.at.0";

    /// <summary>Values by key.</summary>
    public static Dictionary<string, string[]> Values { get; } = new(StringComparer.Ordinal)
    {
        [$"{Station}.schedule"] = ["[{from: 1h, servers: 1}]"],
        [$"{Station}.balk"] = ["{1: 0.5}"],
        [$"{Station}.travel"] = ["[{to: b, time: 1min}]"],
        [$"{Station}.travel.0.to"] = ["c"],
        ["queue.kinds"] = ["[{name: z, at: [{station: b, arrivals: {poissonPerHour: 20}}]}]"],
        ["queue.kinds.0.priority"] = ["-1"],
        ["queue.kinds.0.at"] = ["[{station: b, arrivals: {poissonPerHour: 20}}]"],
        [$"{Kind}.station"] = ["b"],
        [$"{Kind}.next"] = ["{b: 0.1}"],
    };

    /// <summary>What a key acts beside.</summary>
    public static Dictionary<string, string[]> Beside { get; } = new(StringComparer.Ordinal)
    {
        [$"{Station}.schedule.0"] = ["queue.stations=[{name: a, service: 2min, arrivals: {poissonPerHour: 50}, schedule: [{from: 1h, servers: 2}]}]"],
        [$"{Station}.preemption"] = OfKind("{poissonPerHour: 20}"),
        [$"{Station}.batch"] = [$"{Station}.batch={{most: 5}}"],
        [$"{Station}.travel.0"] = [$"{Station}.travel=[{{to: b, time: 1min}}]"],
        [$"{Station}.travel.0.to"] =
            ["queue.stations=[{name: a, service: 2min, arrivals: {poissonPerHour: 20}, next: {b: 0.5, c: 0.5}, travel: [{to: b, time: 1min}]}, {name: b, service: 1min}, {name: c, service: 1min}]"],
        ["queue.kinds"] = OfKind("{poissonPerHour: 20}"),
    };

    static QueueKeyTable()
    {
        AddArrivals($"{Station}.arrivals", arrivals => [$"queue.stations=[{{name: a, service: 2min, arrivals: {arrivals}}}]"]);
        AddArrivals($"{Kind}.arrivals", OfKind);
    }

    private static void AddArrivals(string path, Func<string, string[]> beside)
    {
        Values[$"{path}.times"] = ["[1min, 5min]"];
        Values[$"{path}.rates"] = ["[{from: 0s, to: 2h, perHour: 60}]"];
        Values[$"{path}.rates.0.from"] = ["1h"];
        Values[$"{path}.rates.0.to"] = ["3h"];
        Values[$"{path}.file"] = ["late.csv"];
        Values[$"{path}.ratesFile"] = ["slow.csv"];
        Values[$"{path}.batchSizes"] = ["{2: 1}"];
        string[] times = beside("{times: [10min, 20min, 30min, 40min, 50min, 60min]}");
        Beside[$"{path}.times"] = times;
        Beside[$"{path}.lateness"] = times;
        Beside[$"{path}.noShow"] = times;
        Beside[$"{path}.rates"] = beside("{rates: [{from: 0s, to: 4h, perHour: 60}]}");
        Beside[$"{path}.file"] = beside("{file: early.csv}");
        Beside[$"{path}.ratesFile"] = beside("{ratesFile: fast.csv}");
        Beside[$"{path}.population"] = beside("{population: 5, thinkTime: 5min}");
        Beside[$"{path}.thinkTime"] = Beside[$"{path}.population"];
    }

    private static string[] OfKind(string arrivals) =>
    [
        "queue.stations=[{name: a, service: {exponential: {mean: 1min}}, next: {b: 0.5}}, {name: b, service: 1min}]",
        $"queue.kinds=[{{name: x, priority: 1, at: [{{station: a, arrivals: {arrivals}}}]}}, {{name: y, at: [{{station: a, arrivals: {{poissonPerHour: 20}}}}]}}]",
    ];
}

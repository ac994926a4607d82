using Twin.Model.Scenarios;

namespace Twin.Model.Queueing;

/// <summary>Puts what arrivals files say in the place of their names.</summary>
public static class QueueFiles
{
    /// <summary>The network with given times and rates instead of files.</summary>
    /// <param name="network">The network as the scenario says it.</param>
    /// <param name="start">The scenario's start.</param>
    /// <param name="open">Gives the text of a file that a key names.</param>
    /// <exception cref="ScenarioFormatException">A file is wrong.</exception>
    public static QueueNetworkParameters Inlined(QueueNetworkParameters network, DateTimeOffset start, Func<string, string, string> open)
    {
        List<StationParameters> stations = [];
        List<CustomerKindParameters> kinds = [.. network.Kinds.Select((kind, k) => kind with
        {
            At = [.. kind.At.Select((at, i) => at with { Arrivals = Inlined(at.Arrivals, $"queue.kinds.{k}.at.{i}.arrivals", start, open) })],
        })];
        for (int i = 0; i < network.Stations.Count; i++)
        {
            StationParameters station = network.Stations[i];
            string key = $"queue.stations.{i}.arrivals";
            if (kinds.Count > 0 && station.Arrivals is { File.Length: > 0 } arrivals)
            {
                IReadOnlyList<(Duration Time, int Kind)> rows = QueueCsv.Times(arrivals.File, open($"{key}.file", arrivals.File), start, [.. kinds.Select(kind => kind.Name)]);
                kinds = [.. kinds.Select((kind, k) => With(kind, station.Name, arrivals with { File = "", Times = [.. rows.Where(row => row.Kind == k).Select(row => row.Time)] }))];
                station = station with { Arrivals = null };
            }

            stations.Add(station with { Arrivals = Inlined(station.Arrivals, key, start, open) });
        }

        return network with { Stations = stations, Kinds = kinds };
    }

    private static ArrivalParameters? Inlined(ArrivalParameters? arrivals, string key, DateTimeOffset start, Func<string, string, string> open) => arrivals switch
    {
        { File.Length: > 0 } => arrivals with { File = "", Times = [.. QueueCsv.Times(arrivals.File, open($"{key}.file", arrivals.File), start, []).Select(row => row.Time)] },
        { RatesFile.Length: > 0 } => arrivals with { RatesFile = "", Rates = QueueCsv.Rates(arrivals.RatesFile, open($"{key}.ratesFile", arrivals.RatesFile), start) },
        _ => arrivals,
    };

    private static CustomerKindParameters With(CustomerKindParameters kind, string station, ArrivalParameters arrivals)
    {
        if (arrivals.Times.Count == 0)
        {
            return kind;
        }

        KindAtStationParameters own = kind.At.FirstOrDefault(at => at.Station == station) ?? new KindAtStationParameters { Station = station };
        return kind with { At = [.. kind.At.Where(at => at.Station != station), own with { Arrivals = arrivals }] };
    }
}

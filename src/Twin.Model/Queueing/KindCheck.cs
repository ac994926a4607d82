namespace Twin.Model.Queueing;

/// <summary>Checks of the kinds of customers, and of what they have of their own at stations.</summary>
internal static class KindCheck
{
    /// <summary>Adds a network's faults.</summary>
    /// <param name="network">The network.</param>
    /// <param name="faults">Takes them.</param>
    public static void Add(QueueNetworkParameters network, List<NetworkFault> faults)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        for (int i = 0; i < network.Kinds.Count; i++)
        {
            CustomerKindParameters kind = network.Kinds[i];
            string path = $"queue.kinds[{i}]";
            if (kind.Name.Length == 0 || !names.Add(kind.Name))
            {
                faults.Add(new($"{path}.name", $"\"{kind.Name}\"", "a name that no other kind has"));
            }

            HashSet<string> stations = new(StringComparer.Ordinal);
            for (int j = 0; j < kind.At.Count; j++)
            {
                AddAt(network, kind.At[j], $"{path}.at[{j}]", stations, faults);
            }
        }

        for (int i = 0; i < network.Stations.Count; i++)
        {
            if (network.Kinds.Count > 0 && network.Stations[i].Arrivals is { File.Length: 0 })
            {
                faults.Add(new($"queue.stations[{i}].arrivals", "arrivals of no kind beside kinds", "arrivals of each kind, queue.kinds[].at[].arrivals, or a file that names kinds"));
            }

            if (network.Stations[i].Preemption == Preemption.Resume && network.Kinds.Select(kind => kind.Priority).Distinct().Count() == 1)
            {
                faults.Add(new($"queue.stations[{i}].preemption", "resume with kinds of one priority", "kinds of different priorities"));
            }
        }
    }

    private static void AddAt(QueueNetworkParameters network, KindAtStationParameters at, string path, HashSet<string> stations, List<NetworkFault> faults)
    {
        string known = string.Join(", ", network.Stations.Select(station => station.Name));
        if (!network.Stations.Any(station => station.Name == at.Station))
        {
            faults.Add(new($"{path}.station", $"\"{at.Station}\"", $"the name of a station: {known}"));
        }
        else if (!stations.Add(at.Station))
        {
            faults.Add(new($"{path}.station", $"\"{at.Station}\" a second time", "each station once"));
        }

        QueueNetworkCheck.CheckNext(network, at.Next, path, faults);
        QueueNetworkCheck.CheckArrivals(at.Arrivals, $"{path}.arrivals", faults);
        StationDetailCheck.AddMean(at.Service, $"{path}.service", faults);
        StationDetailCheck.AddMean(at.Patience, $"{path}.patience", faults);
    }
}

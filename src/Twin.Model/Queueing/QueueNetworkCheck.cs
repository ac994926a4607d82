using System.Globalization;
using Twin.Model.Scenarios;

namespace Twin.Model.Queueing;

/// <summary>Checks of a network that go beyond the range of a single key.</summary>
public static class QueueNetworkCheck
{
    /// <summary>Probabilities that add up to this close to 1 add up to 1.</summary>
    public const double SumTolerance = 1e-9;

    /// <summary>All faults of a network, in the order of its keys; empty when it can be simulated.</summary>
    /// <param name="network">The network.</param>
    public static IReadOnlyList<NetworkFault> Faults(QueueNetworkParameters network)
    {
        List<NetworkFault> faults = [];
        if (network.End.Milliseconds <= network.WarmUp.Milliseconds)
        {
            faults.Add(new("queue.end", Text(network.End), $"more than warmUp, {Text(network.WarmUp)}"));
        }

        if (network.Stations.Count == 0)
        {
            faults.Add(new("queue.stations", "none", "at least one station"));
        }

        if (network.Step is { } step && (double)network.End.Milliseconds / step.Milliseconds * network.Stations.Count > QueueRecording.MostSteps)
        {
            faults.Add(new("queue.step", Text(step), $"at most {Text(QueueRecording.MostSteps)} steps up to the end, {Text(network.End)}, over all stations"));
        }

        HashSet<string> names = new(StringComparer.Ordinal);
        for (int i = 0; i < network.Stations.Count; i++)
        {
            StationParameters station = network.Stations[i];
            string path = $"queue.stations[{i}]";
            if (station.Name.Length == 0 || !names.Add(station.Name))
            {
                faults.Add(new($"{path}.name", $"\"{station.Name}\"", "a name that no other station has"));
            }

            CheckStation(station, path, faults);
            CheckNext(network, station.Next, path, faults);
            StationDetailCheck.Add(network, i, path, faults);
            CheckArrivals(station.Arrivals, $"{path}.arrivals", faults);
        }

        KindCheck.Add(network, faults);
        if (faults.Count == 0)
        {
            CheckWayOut(network, faults);
        }

        return faults;
    }

    /// <summary>Refuses a network with faults.</summary>
    /// <param name="network">The network.</param>
    /// <exception cref="ScenarioInputException">It has faults; the message lists them all.</exception>
    public static void ThrowIfFaulty(QueueNetworkParameters network)
    {
        IReadOnlyList<NetworkFault> faults = Faults(network);
        if (faults.Count > 0)
        {
            throw new ScenarioInputException(string.Join('\n', faults));
        }
    }

    private static void CheckStation(StationParameters station, string path, List<NetworkFault> faults)
    {
        if (station.Servers < 1)
        {
            faults.Add(new($"{path}.servers", Text(station.Servers), "at least 1"));
        }

        if (station.Room < 1)
        {
            faults.Add(new($"{path}.room", Text(station.Room.Value), "at least 1"));
        }

        if (!double.IsFinite(station.Service.Mean) || station.Service.Mean < 0)
        {
            faults.Add(new($"{path}.service", $"a mean of {Text(station.Service.Mean)} s", "a finite mean of at least 0 s"));
        }
    }

    /// <summary>Adds the faults of a routing.</summary>
    /// <param name="network">The network.</param>
    /// <param name="next">Probabilities by the next station's name.</param>
    /// <param name="path">Path of the mapping that has it.</param>
    /// <param name="faults">Takes them.</param>
    internal static void CheckNext(QueueNetworkParameters network, IReadOnlyDictionary<string, double> next, string path, List<NetworkFault> faults)
    {
        double sum = 0;
        foreach ((string name, double probability) in next)
        {
            if (!network.Stations.Any(other => other.Name == name))
            {
                faults.Add(new($"{path}.next.{name}", $"\"{name}\"", $"the name of a station: {string.Join(", ", network.Stations.Select(other => other.Name))}"));
            }

            if (!(probability is >= 0 and <= 1))
            {
                faults.Add(new($"{path}.next.{name}", Text(probability), "a probability from 0 to 1"));
            }

            sum += probability;
        }

        if (sum > 1 + SumTolerance)
        {
            faults.Add(new($"{path}.next", $"probabilities that add up to {Text(sum)}", "at most 1; the rest leaves"));
        }
    }

    /// <summary>Adds the faults of arrivals from outside.</summary>
    /// <param name="arrivals">The arrivals; null is none.</param>
    /// <param name="path">Their path.</param>
    /// <param name="faults">Takes them.</param>
    internal static void CheckArrivals(ArrivalParameters? arrivals, string path, List<NetworkFault> faults)
    {
        if (arrivals is null)
        {
            return;
        }

        string[] given =
        [
            .. new (string Name, bool Is)[]
            {
                ("poissonPerHour", arrivals.PoissonPerHour is not null), ("times", arrivals.Times.Count > 0), ("rates", arrivals.Rates.Count > 0),
                ("file", arrivals.File.Length > 0), ("ratesFile", arrivals.RatesFile.Length > 0), ("population", arrivals.Population is not null),
            }.Where(one => one.Is).Select(one => one.Name),
        ];
        if (given.Length != 1)
        {
            faults.Add(new(path, given.Length == 0 ? "nothing" : string.Join(" and ", given), "one of poissonPerHour, times, rates, file, ratesFile and population"));
        }

        StationDetailCheck.Add(arrivals, path, faults);
        if (arrivals.PoissonPerHour is { } rate && !(double.IsFinite(rate) && rate > 0))
        {
            faults.Add(new($"{path}.poissonPerHour", Text(rate), "a number above 0"));
        }

        for (int i = 0; i < arrivals.Times.Count; i++)
        {
            if (arrivals.Times[i].Milliseconds < 0)
            {
                faults.Add(new($"{path}.times[{i}]", Text(arrivals.Times[i]), "a time at or after the start"));
            }
        }

        CheckRates(arrivals.Rates, $"{path}.rates", faults);
    }

    private static void CheckRates(IReadOnlyList<RateInterval> rates, string path, List<NetworkFault> faults)
    {
        long before = 0;
        for (int i = 0; i < rates.Count; i++)
        {
            RateInterval interval = rates[i];
            if (interval.From.Milliseconds < before)
            {
                faults.Add(new($"{path}[{i}].from", Text(interval.From), $"at least {Text(new Duration(before))}: intervals in order, without overlap"));
            }

            if (interval.To.Milliseconds <= interval.From.Milliseconds)
            {
                faults.Add(new($"{path}[{i}].to", Text(interval.To), $"more than from, {Text(interval.From)}"));
            }

            if (!(double.IsFinite(interval.PerHour) && interval.PerHour >= 0))
            {
                faults.Add(new($"{path}[{i}].perHour", Text(interval.PerHour), "a number of at least 0"));
            }

            before = Math.Max(before, interval.To.Milliseconds);
        }
    }

    /// <summary>From every station that somebody can reach, there must be a way out: by leaving, or by loss at a full station.</summary>
    private static void CheckWayOut(QueueNetworkParameters network, List<NetworkFault> faults)
    {
        for (int kind = 0; kind < network.KindCount; kind++)
        {
            Routing routing = new(network, kind);
            bool[] reached = Closure(network, i => network.ArrivalsOf(kind, i) is not null, (i, j) => routing.Probability(i, j) > 0);
            bool[] leaves = Closure(network, i => network.Stations[i].Room is not null || routing.LeavesAfter(i), (i, j) => routing.Probability(j, i) > 0);
            for (int i = 0; i < network.Stations.Count; i++)
            {
                if (reached[i] && !leaves[i])
                {
                    faults.Add(new($"queue.stations[{i}].next", "probabilities by which nobody ever leaves the network", "a way out for everybody"));
                }
            }
        }
    }

    private static bool[] Closure(QueueNetworkParameters network, Func<int, bool> isSeed, Func<int, int, bool> leadsTo)
    {
        int count = network.Stations.Count;
        bool[] inside = new bool[count];
        Stack<int> open = new(Enumerable.Range(0, count).Where(isSeed));
        while (open.TryPop(out int i))
        {
            if (inside[i])
            {
                continue;
            }

            inside[i] = true;
            for (int j = 0; j < count; j++)
            {
                if (!inside[j] && leadsTo(i, j))
                {
                    open.Push(j);
                }
            }
        }

        return inside;
    }

    private static string Text(Duration duration) => $"{Text(duration.Milliseconds / 1000.0)} s";

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}

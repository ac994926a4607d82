using System.Globalization;
using Twin.Model.Distributions;

namespace Twin.Model.Queueing;

/// <summary>Checks of a station's schedule, balking, patience, batches and ways, and of what its arrivals have beside their moments.</summary>
internal static class StationDetailCheck
{
    private const double Tolerance = QueueNetworkCheck.SumTolerance;

    /// <summary>Adds a station's faults.</summary>
    /// <param name="network">The network.</param>
    /// <param name="station">Which station.</param>
    /// <param name="path">Its path.</param>
    /// <param name="faults">Takes them.</param>
    public static void Add(QueueNetworkParameters network, int station, string path, List<NetworkFault> faults)
    {
        StationParameters parameters = network.Stations[station];
        AddSchedule(network, parameters, path, faults);
        AddTable(parameters.Balk, $"{path}.balk", 0, "a number of waiting, 0 or more", faults);
        AddMean(parameters.Patience, $"{path}.patience", faults);
        if (parameters.Batch is { } batch)
        {
            AddBatch(parameters, batch, path, faults);
        }

        for (int i = 0; i < parameters.Travel.Count; i++)
        {
            TravelParameters way = parameters.Travel[i];
            bool goes = Enumerable.Range(0, network.KindCount).Any(kind => network.NextOf(kind, station).GetValueOrDefault(way.To) > 0);
            if (!goes || parameters.Travel.Take(i).Any(other => other.To == way.To))
            {
                faults.Add(new($"{path}.travel[{i}].to", $"\"{way.To}\"{(goes ? " a second time" : "")}", "a station to which somebody goes from here, each once"));
            }

            AddMean(way.Time, $"{path}.travel[{i}].time", faults);
        }
    }

    /// <summary>Adds the faults of what arrivals have beside their moments.</summary>
    /// <param name="arrivals">The arrivals.</param>
    /// <param name="path">Their path.</param>
    /// <param name="faults">Takes them.</param>
    public static void Add(ArrivalParameters arrivals, string path, List<NetworkFault> faults)
    {
        AddTable(arrivals.BatchSizes, $"{path}.batchSizes", 1, "a number of people, 1 or more", faults);
        double sum = arrivals.BatchSizes.Values.Sum();
        if (arrivals.BatchSizes.Count > 0 && Math.Abs(sum - 1) > Tolerance)
        {
            faults.Add(new($"{path}.batchSizes", $"probabilities that add up to {Text(sum)}", "1"));
        }

        if (arrivals.Population is not null != (arrivals.ThinkTime is not null))
        {
            faults.Add(new(path, arrivals.Population is null ? "thinkTime without population" : "population without thinkTime", "population and thinkTime together"));
        }

        if (arrivals.Population < 1)
        {
            faults.Add(new($"{path}.population", Text(arrivals.Population.Value), "at least 1"));
        }

        if (!(arrivals.NoShow is >= 0 and <= 1))
        {
            faults.Add(new($"{path}.noShow", Text(arrivals.NoShow), "a probability from 0 to 1"));
        }

        AddMean(arrivals.ThinkTime, $"{path}.thinkTime", faults);
        if (arrivals.Lateness is { } lateness && !double.IsFinite(lateness.Mean))
        {
            faults.Add(new($"{path}.lateness", $"a mean of {Text(lateness.Mean)} s", "a finite mean"));
        }
    }

    /// <summary>Adds a fault where a duration has no finite mean of at least 0.</summary>
    /// <param name="duration">The duration; null is none.</param>
    /// <param name="path">Its path.</param>
    /// <param name="faults">Takes it.</param>
    public static void AddMean(Distribution? duration, string path, List<NetworkFault> faults)
    {
        if (duration is not null && !(double.IsFinite(duration.Mean) && duration.Mean >= 0))
        {
            faults.Add(new(path, $"a mean of {Text(duration.Mean)} s", "a finite mean of at least 0 s"));
        }
    }

    private static void AddSchedule(QueueNetworkParameters network, StationParameters station, string path, List<NetworkFault> faults)
    {
        for (int i = 0; i < station.Schedule.Count; i++)
        {
            ServerChangeParameters change = station.Schedule[i];
            long before = i == 0 ? -1 : station.Schedule[i - 1].From.Milliseconds;
            long last = network.End.Milliseconds + network.FollowUp.Milliseconds;
            if (change.From.Milliseconds <= before || change.From.Milliseconds > last)
            {
                faults.Add(new($"{path}.schedule[{i}].from", $"{Text(change.From.Milliseconds / 1000.0)} s", "times in order, each once, up to the end of the follow-up"));
            }

            if (change.Servers < 0)
            {
                faults.Add(new($"{path}.schedule[{i}].servers", Text(change.Servers), "at least 0"));
            }
        }
    }

    private static void AddBatch(StationParameters station, BatchServiceParameters batch, string path, List<NetworkFault> faults)
    {
        if (batch.Most < 1 || batch.Least < 1 || batch.Least > batch.Most)
        {
            faults.Add(new($"{path}.batch", $"least {Text(batch.Least)}, most {Text(batch.Most)}", "1 ≤ least ≤ most"));
        }

        if (station.Room < batch.Least)
        {
            faults.Add(new($"{path}.batch.least", $"{Text(batch.Least)} in a room for {Text(station.Room.Value)}", "at most the room"));
        }

        if (station.Preemption == Preemption.Resume)
        {
            faults.Add(new($"{path}.batch", "batches beside preemption: resume", "one of the two: a batch is not interrupted"));
        }
    }

    private static void AddTable(IReadOnlyDictionary<string, double> table, string path, int least, string allowed, List<NetworkFault> faults)
    {
        foreach ((string key, double share) in table)
        {
            if (!int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number < least || number > 1_000_000 || Text(number) != key)
            {
                faults.Add(new($"{path}.{key}", $"\"{key}\"", $"{allowed}, up to 1000000"));
            }

            if (!(share is >= 0 and <= 1))
            {
                faults.Add(new($"{path}.{key}", Text(share), "a probability from 0 to 1"));
            }
        }
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}

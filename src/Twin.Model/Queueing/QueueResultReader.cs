using System.Globalization;
using Twin.Model.Results;

namespace Twin.Model.Queueing;

/// <summary>Reads a network's result from the run's metrics, and checks conservation and Little's law.</summary>
public static class QueueResultReader
{
    /// <summary>Reads and checks.</summary>
    /// <param name="plan">The plan that was run.</param>
    /// <param name="metrics">What came out.</param>
    /// <exception cref="InvalidOperationException">People or time were lost or doubled: a defect of the engine.</exception>
    public static QueueResult Read(QueuePlan plan, MetricTable metrics)
    {
        long time = metrics.Cells[QueueMetrics.Of(NetworkCell.StatisticsTime)];
        StationResult[] stations = [.. plan.Network.Stations.Select((parameters, i) => ReadStation(parameters, i, metrics, time))];
        JourneyResult journey = ReadJourney(metrics, time);
        return new QueueResult(
            plan.WarmUp / 1000.0, plan.End / 1000.0, stations, journey, QueueWarnings.Of(plan, stations, journey, time));
    }

    private static StationResult ReadStation(StationParameters parameters, int ordinal, MetricTable metrics, long time)
    {
        long Of(StationCell cell) => metrics.Cells[QueueMetrics.Of(ordinal, cell)];
        DurationFigures wait = Durations(metrics, QueueMetrics.Of(ordinal, StationCell.Wait));
        DurationFigures sojourn = Durations(metrics, QueueMetrics.Of(ordinal, StationCell.Sojourn));
        string name = parameters.Name;
        long arrived = Of(StationCell.Arrived);
        long refused = Of(StationCell.Refused);
        long stillThere = Of(StationCell.StillThere);
        Require(arrived == refused + sojourn.Count + stillThere, $"station {name}: {arrived} arrived, {refused} refused + {sojourn.Count} served + {stillThere} still there");
        double rate = Ratio(arrived - refused, time / 1000.0);
        return new StationResult
        {
            Name = name,
            Servers = parameters.Servers,
            Room = parameters.Room,
            Arrived = arrived,
            Refused = refused,
            Served = sojourn.Count,
            StillThere = stillThere,
            Loss = Ratio(refused, arrived),
            Utilisation = Ratio(Of(StationCell.BusyTime), (double)parameters.Servers * time),
            InSystem = Ratio(Of(StationCell.InSystemTime), time),
            InQueue = Ratio(Of(StationCell.InQueueTime), time),
            InSystemGreatest = Of(StationCell.InSystemGreatest),
            InQueueGreatest = Of(StationCell.InQueueGreatest),
            WaitProbability = Ratio(metrics.Cells[QueueMetrics.Of(ordinal, StationCell.Wait) + (int)DurationCell.AboveZero], wait.Count),
            Wait = wait,
            Sojourn = sojourn,
            Little = Little($"station {name}, at the station", Of(StationCell.InSystemTime), Of(StationCell.SojournWithin), time, rate * sojourn.Mean),
            LittleQueue = Little($"station {name}, in the queue", Of(StationCell.InQueueTime), Of(StationCell.WaitWithin), time, rate * wait.Mean),
        };
    }

    private static JourneyResult ReadJourney(MetricTable metrics, long time)
    {
        long Of(NetworkCell cell) => metrics.Cells[QueueMetrics.Of(cell)];
        DurationFigures times = Durations(metrics, QueueMetrics.Of(NetworkCell.Time));
        long arrived = Of(NetworkCell.Arrived);
        long refused = Of(NetworkCell.Refused);
        long lost = Of(NetworkCell.Lost);
        long stillThere = Of(NetworkCell.StillThere);
        Require(
            arrived == refused + lost + times.Count + stillThere,
            $"the network: {arrived} arrived, {refused} refused + {lost} lost + {times.Count} completed + {stillThere} still there");
        double ownSeconds = (metrics.Cells[QueueMetrics.Of(NetworkCell.Time) + (int)DurationCell.Sum] + Of(NetworkCell.LostTime)) / 1000.0;
        double meanOfAdmitted = Ratio(ownSeconds, times.Count + lost);
        return new JourneyResult
        {
            Arrived = arrived,
            Refused = refused,
            Lost = lost,
            Completed = times.Count,
            StillThere = stillThere,
            Loss = Ratio(refused + lost, arrived),
            InNetwork = Ratio(Of(NetworkCell.InNetworkTime), time),
            Visits = Ratio(Of(NetworkCell.Visits), times.Count),
            Time = times,
            Wait = Durations(metrics, QueueMetrics.Of(NetworkCell.Wait)),
            Little = Little(
                "the network", Of(NetworkCell.InNetworkTime), Of(NetworkCell.SojournWithin), time, Ratio(arrived - refused, time / 1000.0) * meanOfAdmitted),
        };
    }

    private static LittleCheck Little(string place, long numberTime, long ownTimes, long time, double rateTimesMean)
    {
        Require(numberTime == ownTimes, $"{place}: Little's law: integral of the number {numberTime} ms, the customers' own times {ownTimes} ms");
        return new LittleCheck(numberTime, ownTimes, Ratio(numberTime, time), rateTimesMean);
    }

    private static DurationFigures Durations(MetricTable metrics, int first)
    {
        double Seconds(DurationCell cell) => metrics.Cells[first + (int)cell] / 1000.0;
        long count = metrics.Cells[first + (int)DurationCell.Count];
        return new DurationFigures(
            count, Ratio(Seconds(DurationCell.Sum), count), Seconds(DurationCell.P50), Seconds(DurationCell.P90), Seconds(DurationCell.P95),
            Seconds(DurationCell.P99), Seconds(DurationCell.Maximum));
    }

    private static double Ratio(double part, double whole) => whole == 0 ? 0 : part / whole;

    private static void Require(bool holds, FormattableString breach)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"Conservation is broken at {breach.ToString(CultureInfo.InvariantCulture)}.");
        }
    }
}

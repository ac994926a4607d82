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
        StationResult[] stations = [.. plan.Network.Stations.Select((_, i) => ReadStation(plan, i, metrics, time))];
        JourneyResult journey = ReadJourney(plan, metrics, time);
        return new QueueResult(
            plan.WarmUp / 1000.0, plan.End / 1000.0, stations, journey, QueueWarnings.Of(plan, stations, journey, time))
        {
            Kinds = ReadKinds(plan, 0, metrics),
        };
    }

    private static StationResult ReadStation(QueuePlan plan, int ordinal, MetricTable metrics, long time)
    {
        StationParameters parameters = plan.Network.Stations[ordinal];
        long OfExtra(StationExtraCell cell) => plan.Extra is { } extra ? metrics.Cells[extra.Of(ordinal, cell)] : 0;
        long Of(StationCell cell) => metrics.Cells[QueueMetrics.Of(ordinal, cell)];
        DurationFigures wait = Durations(metrics, QueueMetrics.Of(ordinal, StationCell.Wait));
        DurationFigures sojourn = Durations(metrics, QueueMetrics.Of(ordinal, StationCell.Sojourn));
        string name = parameters.Name;
        long arrived = Of(StationCell.Arrived);
        long refused = Of(StationCell.Refused);
        long stillThere = Of(StationCell.StillThere);
        long balked = OfExtra(StationExtraCell.Balked);
        long reneged = OfExtra(StationExtraCell.Reneged);
        Require(
            arrived == refused + balked + reneged + sojourn.Count + stillThere,
            $"station {name}: {arrived} arrived, {refused} refused + {balked} turned away + {reneged} gave up + {sojourn.Count} served + {stillThere} still there");
        double rate = Ratio(arrived - refused - balked, time / 1000.0);
        double renegedSeconds = OfExtra(StationExtraCell.RenegedTime) / 1000.0;
        double MeanOf(DurationFigures of) => reneged == 0 ? of.Mean : Ratio((of.Mean * of.Count) + renegedSeconds, of.Count + reneged);
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
            Utilisation = Ratio(Of(StationCell.BusyTime), parameters.Schedule.Count > 0 ? OfExtra(StationExtraCell.DutyTime) : (double)parameters.Servers * time),
            Balked = balked,
            Reneged = reneged,
            Kinds = ReadKinds(plan, 1 + ordinal, metrics),
            InSystem = Ratio(Of(StationCell.InSystemTime), time),
            InQueue = Ratio(Of(StationCell.InQueueTime), time),
            InSystemGreatest = Of(StationCell.InSystemGreatest),
            InQueueGreatest = Of(StationCell.InQueueGreatest),
            WaitProbability = Ratio(metrics.Cells[QueueMetrics.Of(ordinal, StationCell.Wait) + (int)DurationCell.AboveZero], wait.Count),
            Wait = wait,
            Sojourn = sojourn,
            Little = Little($"station {name}, at the station", Of(StationCell.InSystemTime), Of(StationCell.SojournWithin), time, rate * MeanOf(sojourn)),
            LittleQueue = Little($"station {name}, in the queue", Of(StationCell.InQueueTime), Of(StationCell.WaitWithin), time, rate * MeanOf(wait)),
        };
    }

    private static JourneyResult ReadJourney(QueuePlan plan, MetricTable metrics, long time)
    {
        long Of(NetworkCell cell) => metrics.Cells[QueueMetrics.Of(cell)];
        DurationFigures times = Durations(metrics, QueueMetrics.Of(NetworkCell.Time));
        long arrived = Of(NetworkCell.Arrived);
        long refused = Of(NetworkCell.Refused);
        long lost = Of(NetworkCell.Lost);
        long stillThere = Of(NetworkCell.StillThere);
        long OfExtra(NetworkExtraCell cell) => plan.Extra is { } extra ? metrics.Cells[extra.Of(cell)] : 0;
        long balked = OfExtra(NetworkExtraCell.Balked);
        long gaveUp = OfExtra(NetworkExtraCell.GaveUp);
        Require(
            arrived == refused + balked + lost + gaveUp + times.Count + stillThere,
            $"the network: {arrived} arrived, {refused} refused + {balked} turned away + {lost} lost + {gaveUp} gave up + {times.Count} completed + {stillThere} still there");
        double ownSeconds = (metrics.Cells[QueueMetrics.Of(NetworkCell.Time) + (int)DurationCell.Sum] + Of(NetworkCell.LostTime)) / 1000.0;
        double meanOfAdmitted = Ratio(ownSeconds, times.Count + lost + gaveUp);
        return new JourneyResult
        {
            Arrived = arrived,
            Refused = refused,
            Lost = lost,
            Balked = balked,
            GaveUp = gaveUp,
            NoShows = OfExtra(NetworkExtraCell.NoShow),
            Completed = times.Count,
            StillThere = stillThere,
            Loss = Ratio(refused + lost, arrived),
            InNetwork = Ratio(Of(NetworkCell.InNetworkTime), time),
            Visits = Ratio(Of(NetworkCell.Visits), times.Count),
            Time = times,
            Wait = Durations(metrics, QueueMetrics.Of(NetworkCell.Wait)),
            Little = Little(
                "the network", Of(NetworkCell.InNetworkTime), Of(NetworkCell.SojournWithin), time, Ratio(arrived - refused - balked, time / 1000.0) * meanOfAdmitted),
        };
    }

    private static KindResult[] ReadKinds(QueuePlan plan, int place, MetricTable metrics)
    {
        KindResult Read(int kind)
        {
            int first = plan.Extra!.Value.OfKind(kind, place);
            long Of(KindCell cell) => metrics.Cells[first + (int)cell];
            KindResult read = new(
                plan.Network.Kinds[kind].Name, Of(KindCell.Arrived), Of(KindCell.Refused), Of(KindCell.Balked), Of(KindCell.Lost), Of(KindCell.GaveUp), Of(KindCell.NoShow),
                Of(KindCell.StillThere), Durations(metrics, first + (int)KindCell.Wait), Durations(metrics, first + (int)KindCell.Time));
            Require(
                read.Arrived == read.Refused + read.Balked + read.Lost + read.GaveUp + read.Served + read.StillThere,
                $"kind {read.Name}, {(place == 0 ? "the network" : plan.Network.Stations[place - 1].Name)}: {read.Arrived} arrived, {read.Served} served + {read.StillThere} still there");
            return read;
        }

        return [.. Enumerable.Range(0, plan.Network.Kinds.Count).Select(Read)];
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

namespace Twin.Model.Queueing;

/// <summary>Finds what limits a run's figures.</summary>
internal static class QueueWarnings
{
    private const double RoundingShowsBelowSeconds = 1;
    private const double RaisedBelowSeconds = 0.0005;
    private const double RaisedShare = 0.001;

    /// <summary>All warnings, station by station, then those of the whole network.</summary>
    /// <param name="plan">The plan that was run.</param>
    /// <param name="stations">The stations' results.</param>
    /// <param name="journey">The journeys' result.</param>
    /// <param name="time">Length of the statistics, ms.</param>
    public static IReadOnlyList<QueueWarning> Of(QueuePlan plan, IReadOnlyList<StationResult> stations, JourneyResult journey, long time)
    {
        List<QueueWarning> warnings = [];
        double[] load = OfferedLoad.PerServer(plan);
        for (int i = 0; i < stations.Count; i++)
        {
            StationParameters parameters = plan.Network.Stations[i];
            void Warn(bool applies, QueueWarningKind kind, double value)
            {
                if (applies)
                {
                    warnings.Add(new QueueWarning(kind, parameters.Name, value));
                }
            }

            int[] kinds = [.. Enumerable.Range(0, plan.Network.KindCount)];
            double gap = kinds.Min(kind => plan.Schedule((kind * stations.Count) + i).LeastMeanGapSeconds());
            double raised = kinds.Max(kind => plan.Network.ServiceOf(kind, i).Cumulative(RaisedBelowSeconds));
            double shortest = kinds.Min(kind => plan.Network.ServiceOf(kind, i).Mean);
            bool isBounded = parameters.Room is not null || parameters.Balk.Values.Contains(1) || kinds.All(kind => plan.Network.PatienceOf(kind, i) is not null);
            Warn(shortest < RoundingShowsBelowSeconds, QueueWarningKind.ShortService, shortest);
            Warn(gap < RoundingShowsBelowSeconds, QueueWarningKind.ShortInterarrival, gap);
            Warn(raised > RaisedShare, QueueWarningKind.RaisedService, raised);
            Warn(load[i] >= 1 && !isBounded, QueueWarningKind.Overload, load[i]);
            Warn(stations[i].StillThere > 0, QueueWarningKind.NotLeft, stations[i].StillThere);
        }

        if (journey.StillThere > 0)
        {
            warnings.Add(new QueueWarning(QueueWarningKind.NotLeft, "", journey.StillThere));
        }

        if (time < plan.End - plan.WarmUp)
        {
            warnings.Add(new QueueWarning(QueueWarningKind.CutShort, "", time / 1000.0));
        }

        return warnings;
    }
}

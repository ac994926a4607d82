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

            double gap = plan.Schedule(i).LeastMeanGapSeconds();
            double raised = parameters.Service.Cumulative(RaisedBelowSeconds);
            Warn(parameters.Service.Mean < RoundingShowsBelowSeconds, QueueWarningKind.ShortService, parameters.Service.Mean);
            Warn(gap < RoundingShowsBelowSeconds, QueueWarningKind.ShortInterarrival, gap);
            Warn(raised > RaisedShare, QueueWarningKind.RaisedService, raised);
            Warn(load[i] >= 1 && parameters.Room is null, QueueWarningKind.Overload, load[i]);
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

using Twin.Experiments.Statistics;
using Twin.Model.Queueing;

namespace Twin.Experiments.Queueing;

/// <summary>Finds where the empty start shows in the figures of a steady state: by theory before the fact, and measured over replications.</summary>
/// <remarks>
/// A station is named when theory expects more than 2 % to be missing (<see cref="EmptyStart"/>), or when MSER-5 on the number there, averaged over at least
/// five runs, puts the transient's end after the warm-up and the runs' mean after it differs from their mean after the warm-up with 99 % confidence.
/// </remarks>
public static class StartBias
{
    /// <summary>From so large a share on, what theory expects is said.</summary>
    public const double ShareThatMatters = 0.02;

    private const double ShareLeft = 0.01;
    private const double RunPerWarmUp = 10;
    private const double Confidence = 0.99;
    /// <summary>Most steps of a series that are looked at.</summary>
    public const int MostSteps = 500;

    /// <summary>All stations in whose figures the empty start shows.</summary>
    /// <param name="plan">The plan; of any of the runs.</param>
    /// <param name="runs">The numbers over time of each run.</param>
    public static IReadOnlyList<QueueStartBias> Of(QueuePlan plan, IReadOnlyList<QueueSeries> runs)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(runs);
        if (!plan.IsSteadyState)
        {
            return [];
        }

        double[] load = OfferedLoad.PerServer(plan);
        (double warmUp, double end) = (plan.WarmUp / 1000.0, plan.End / 1000.0);
        List<QueueStartBias> found = [];
        for (int i = 0; i < load.Length; i++)
        {
            EmptyStart? theory = EmptyStart.Of(plan.Network.Stations[i], load[i]);
            double expected = theory?.MissingOver(warmUp, end) ?? 0;
            Measured? measured = load[i] < 1 || plan.Network.Stations[i].Room is not null ? Measure(runs, i, warmUp, end) : null;
            if (expected > ShareThatMatters || measured is not null)
            {
                double needed = Round(Math.Max(theory?.Until(ShareLeft) ?? 0, measured?.TransientSeconds ?? 0));
                found.Add(new QueueStartBias(
                    plan.Network.Stations[i].Name, expected > ShareThatMatters ? expected : measured!.Share, expected > ShareThatMatters ? 0 : runs.Count, needed,
                    needed > end / 2 || measured is { IsTooShort: true } ? Round((1 + RunPerWarmUp) * needed) : null));
            }
        }

        return found;
    }

    private static Measured? Measure(IReadOnlyList<QueueSeries> runs, int station, double warmUp, double end)
    {
        double[][] numbers = [.. runs.Select(run => Numbers(run.Merged(MostSteps), station))];
        if (runs.Count < ReplicationRule.Fewest || numbers[0].Length < 4 * Mser.Batch)
        {
            return null;
        }

        double[] mean = [.. Enumerable.Range(0, numbers[0].Length).Select(step => numbers.Average(run => run[step]))];
        int? truncation = Mser.Truncation(mean);
        double step = end / mean.Length;
        int from = (int)Math.Ceiling(warmUp / step);
        int until = truncation ?? mean.Length / 2;
        if (until <= from)
        {
            return null;
        }

        double[] missing = [.. numbers.Select(run => run.Skip(until).Average() - run.Skip(from).Average())];
        ConfidenceInterval interval = ConfidenceInterval.Of(missing, Confidence);
        double steady = mean.Skip(until).Average();
        return interval.Covers(0) || steady == 0
            ? null
            : new Measured(interval.Mean / steady, truncation is null ? end : until * step, truncation is null);
    }

    private static double[] Numbers(QueueSeries series, int station) =>
        [.. series.Stations[station].Present.Select((area, step) => (double)area / series.LengthOf(step))];

    /// <summary>Up to a round time: whole hours, below an hour 5 minutes, below 5 minutes whole seconds.</summary>
    private static double Round(double seconds)
    {
        double to = seconds > 3600 ? 3600 : seconds > 300 ? 300 : 1;
        return Math.Ceiling(seconds / to) * to;
    }

    private sealed record Measured(double Share, double TransientSeconds, bool IsTooShort);
}

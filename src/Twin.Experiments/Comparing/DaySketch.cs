using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Experiments.Comparing;

/// <summary>What is kept of one replication of a variant: its measures, its curves in steps of 5 minutes, its sites.</summary>
/// <remarks>Some tens of kilobytes for the whole district; the sums by site go into their variant's tally at once, so that memory does not grow with them.</remarks>
public sealed record DaySketch
{
    /// <summary>Length of a step, minutes.</summary>
    public const int StepMinutes = 5;

    /// <summary>The values of <see cref="MassTestMeasures.All"/> in their order.</summary>
    public required MeasureValue[] Measures { get; init; }

    /// <summary>Residents tested up to the end of each step.</summary>
    public required long[] Tested { get; init; }

    /// <summary>Whether the target time was met.</summary>
    public required bool TargetMet { get; init; }

    /// <summary>Expected waits of each site, summed over the minutes of each step, s: by site, then step.</summary>
    public required int[] ExpectedWaits { get; init; }

    /// <summary>Each site's 90 % wait, s; null where it tested nobody.</summary>
    public required int?[] WaitP90 { get; init; }

    /// <summary>What is the same in every replication.</summary>
    public required VariantPlaces Places { get; init; }

    /// <summary>Keeps what is needed of a replication.</summary>
    /// <param name="result">Its result.</param>
    public static DaySketch Of(MassTestResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        int steps = (result.TestedByMinute.Length + StepMinutes - 1) / StepMinutes;
        long[] tested = new long[steps];
        for (int minute = 0; minute < result.TestedByMinute.Length; minute++)
        {
            tested[minute / StepMinutes] += result.TestedByMinute[minute];
        }

        int[] waits = new int[result.Sites.Count * steps];
        for (int site = 0; site < result.Sites.Count; site++)
        {
            long[] byMinute = result.Sites[site].ExpectedWaitByMinute;
            for (int minute = 0; minute < byMinute.Length; minute++)
            {
                waits[(site * steps) + (minute / StepMinutes)] += (int)byMinute[minute];
            }
        }

        return new DaySketch
        {
            Measures = [.. MassTestMeasures.All.Select(measure => measure.Value(result))],
            Tested = Timeline.Cumulate(tested),
            TargetMet = MassTestMeasures.TargetMet(result),
            ExpectedWaits = waits,
            WaitP90 = [.. result.Sites.Select(site => (int?)site.WaitP90)],
            Places = VariantPlaces.Of(result),
        };
    }
}

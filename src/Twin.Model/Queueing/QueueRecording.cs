namespace Twin.Model.Queueing;

/// <summary>What a run of a queueing network records beside its metrics; it changes neither what happens nor a digest.</summary>
/// <param name="Step">Step of the time series, ms; 0 for none.</param>
/// <param name="MostVisits">Most visits that are kept, the first ones; those beyond are only counted.</param>
public readonly record struct QueueRecording(long Step, long MostVisits)
{
    /// <summary>Most visits that are kept unless all are asked for: some 7 MB of CSV.</summary>
    public const int FewVisits = 100_000;

    /// <summary>Most steps of a time series whose step is not given.</summary>
    public const int FewSteps = 10_000;

    /// <summary>Most steps of a time series over all stations.</summary>
    public const int MostSteps = 1_000_000;

    private static readonly long[] RoundSteps =
        [1_000, 2_000, 5_000, 10_000, 30_000, 60_000, 300_000, 600_000, 1_800_000, 3_600_000, 10_800_000, 21_600_000, 43_200_000, 86_400_000];

    /// <summary>What the run of a scenario records: the time series, and so many visits.</summary>
    /// <param name="network">The network.</param>
    /// <param name="mostVisits">Most visits that are kept.</param>
    public static QueueRecording Of(QueueNetworkParameters network, long mostVisits)
    {
        ArgumentNullException.ThrowIfNull(network);
        return new QueueRecording(network.Step?.Milliseconds ?? StepFor(network.End.Milliseconds), mostVisits);
    }

    /// <summary>The step of a time series when none is given: a minute, longer when that makes too many steps, shorter when the run has less than ten.</summary>
    /// <param name="end">When statistics end, ms.</param>
    public static long StepFor(long end)
    {
        const long Minute = 60_000;
        long greatest = end / 10 >= Minute ? Minute : Array.FindLast(RoundSteps, step => step <= Math.Max(RoundSteps[0], end / 10));
        return end / greatest <= FewSteps ? greatest : Array.Find(RoundSteps, step => step >= Minute && end / step <= FewSteps);
    }

    /// <summary>How many steps a series has.</summary>
    /// <param name="step">Length of a step, ms.</param>
    /// <param name="end">When statistics end, ms.</param>
    public static int StepsOf(long step, long end) => checked((int)((end + step - 1) / step));
}

using Twin.Model.Testing;

namespace Twin.Model.Results;

/// <summary>What is kept of one replication of a mass test: its measures and its coverage curve, a few kilobytes.</summary>
public sealed record ReplicationOutcome
{
    /// <summary>Number, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>Seed of its draws.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Its trace digest, 32 hexadecimal digits.</summary>
    public required string Digest { get; init; }

    /// <summary>Its results digest, 32 hexadecimal digits.</summary>
    public required string ResultsDigest { get; init; }

    /// <summary>Events handled.</summary>
    public required long Events { get; init; }

    /// <summary>The values of <see cref="MassTestMeasures.All"/>, by key.</summary>
    public required IReadOnlyDictionary<string, MeasureValue> Measures { get; init; }

    /// <summary>Swabs ended in each minute since the start.</summary>
    public required long[] TestedByMinute { get; init; }

    /// <summary>Total waits of completed visits by whole minutes: above m and at most m + 1 min, the first with those who did not wait; up to the longest.</summary>
    public long[] WaitsByMinute { get; init; } = [];

    /// <summary>Whether the target time was met.</summary>
    public required bool TargetMet { get; init; }

    /// <summary>Keeps what is needed of a replication.</summary>
    /// <param name="number">Number, from 0.</param>
    /// <param name="seed">Seed of its draws.</param>
    /// <param name="outcome">What the engine handed back.</param>
    /// <param name="result">The mass test's result.</param>
    public static ReplicationOutcome Of(int number, ulong seed, EngineOutcome outcome, MassTestResult result)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(result);
        return new ReplicationOutcome
        {
            Number = number,
            Seed = seed,
            Digest = outcome.Digest.ToString("x32", System.Globalization.CultureInfo.InvariantCulture),
            ResultsDigest = outcome.Metrics.Digest(),
            Events = outcome.Events,
            Measures = MassTestMeasures.All.ToDictionary(measure => measure.Key, measure => measure.Value(result), StringComparer.Ordinal),
            TestedByMinute = result.TestedByMinute,
            WaitsByMinute = ByMinute(result.TotalWait),
            TargetMet = MassTestMeasures.TargetMet(result),
        };
    }

    private static long[] ByMinute(WaitHistogram waits)
    {
        int greatest = Array.FindLastIndex(waits.Counts, count => count > 0);
        long[] minutes = new long[(Math.Max(0, greatest - 1) / 60) + 1];
        for (int second = 0; second <= greatest; second++)
        {
            minutes[Math.Max(0, second - 1) / 60] += waits.Counts[second];
        }

        return minutes;
    }
}

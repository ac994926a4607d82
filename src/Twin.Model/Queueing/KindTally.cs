using Twin.Model.Results;

namespace Twin.Model.Queueing;

/// <summary>What is counted of one kind of customers, at a station or on their journeys.</summary>
internal sealed class KindTally
{
    private readonly long[] _counts = new long[(int)KindCell.Time];

    /// <summary>Times at the station, or in the network.</summary>
    public DurationSample Times { get; } = new();

    /// <summary>Waits.</summary>
    public DurationSample Waits { get; } = new();

    /// <summary>Counts one.</summary>
    /// <param name="cell">Which count.</param>
    public void Count(KindCell cell) => _counts[(int)cell]++;

    /// <summary>Writes everything into the run's metrics.</summary>
    /// <param name="metrics">Where to.</param>
    /// <param name="first">The first of <see cref="KindCell.Cells"/> cells.</param>
    public void Observe(MetricSink metrics, int first)
    {
        for (int i = 0; i < _counts.Length; i++)
        {
            metrics.Add(first + i, _counts[i]);
        }

        Times.Observe(metrics, first + (int)KindCell.Time);
        Waits.Observe(metrics, first + (int)KindCell.Wait);
    }
}

namespace Twin.Model.Distributions;

/// <summary>One of the given durations, with probabilities proportional to the given weights.</summary>
public sealed record Empirical : Distribution
{
    private readonly double[] _sorted;
    private readonly double[] _upTo;

    /// <summary>One of the given durations.</summary>
    /// <param name="values">Seconds; at least one.</param>
    /// <param name="weights">A weight at least 0 for each value, not all 0; none given: all alike.</param>
    /// <exception cref="ArgumentException">No values, another number of weights, or weights that are negative or all 0.</exception>
    public Empirical(IReadOnlyList<double> values, IReadOnlyList<double> weights)
    {
        if (values.Count == 0 || (weights.Count != 0 && weights.Count != values.Count))
        {
            throw new ArgumentException($"{values.Count} values and {weights.Count} weights; there must be a value, and no weights or as many.", nameof(values));
        }

        (Values, Weights) = (values, weights);
        double Weight(int i) => weights.Count == 0 ? 1 : weights[i];
        double total = Enumerable.Range(0, values.Count).Sum(Weight);
        if (!(total > 0) || weights.Any(weight => !(weight >= 0)))
        {
            throw new ArgumentException("Weights must be at least 0, and not all 0.", nameof(weights));
        }

        int[] order = [.. Enumerable.Range(0, values.Count).Where(i => Weight(i) > 0).OrderBy(i => values[i]).ThenBy(i => i)];
        _sorted = [.. order.Select(i => values[i])];
        _upTo = new double[order.Length];
        double sum = 0;
        for (int i = 0; i < order.Length; i++)
        {
            sum += Weight(order[i]) / total;
            _upTo[i] = sum;
            Mean += values[order[i]] * Weight(order[i]) / total;
        }

        _upTo[^1] = 1;
        StandardDeviation = Math.Sqrt(order.Sum(i => (values[i] - Mean) * (values[i] - Mean) * Weight(i) / total));
    }

    /// <summary>The durations as given, seconds.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>Their weights as given; empty: all alike.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <inheritdoc/>
    public override double StandardDeviation { get; }

    /// <inheritdoc/>
    public override double Least => _sorted[0];

    /// <inheritdoc/>
    public override double Quantile(double u)
    {
        int found = Array.BinarySearch(_upTo, u);
        return _sorted[found >= 0 ? found : ~found];
    }

    /// <inheritdoc/>
    public override double Cumulative(double seconds)
    {
        int below = 0;
        int beyond = _sorted.Length;
        while (below < beyond)
        {
            int middle = (below + beyond) / 2;
            (below, beyond) = _sorted[middle] <= seconds ? (middle + 1, beyond) : (below, middle);
        }

        return below == 0 ? 0 : _upTo[below - 1];
    }
}

using Twin.Model.Results;

namespace Twin.Experiments.Statistics;

/// <summary>A measure's values over replications, by kind: numbers, days without a value, days on which it lies beyond a bound.</summary>
/// <param name="Numbers">The numbers, in the order of the replications.</param>
/// <param name="Undefined">Replications without a value: they count nowhere.</param>
/// <param name="Censored">Replications in which it lies beyond <paramref name="After"/>: greater than every number, by an unknown amount.</param>
/// <param name="After">The least bound of those; null if there are none.</param>
public sealed record MeasureSample(IReadOnlyList<double> Numbers, int Undefined, int Censored, double? After)
{
    /// <summary>Replications in which there is a value, known or beyond the bound.</summary>
    public int Count => Numbers.Count + Censored;

    /// <summary>Mean; null without numbers, and where a value is censored: the mean is then beyond what the others say, by an unknown amount.</summary>
    public double? Mean => Numbers.Count == 0 || Censored > 0 ? null : Numbers.Average();

    /// <summary>Least; null without numbers.</summary>
    public double? Minimum => Numbers.Count == 0 ? null : Numbers.Min();

    /// <summary>Greatest; null without numbers, and where a value is censored.</summary>
    public double? Maximum => Numbers.Count == 0 || Censored > 0 ? null : Numbers.Max();

    /// <summary>The numbers over which a mean and its interval may be given: all, or none where a value is censored.</summary>
    public IReadOnlyList<double> Averaged => Censored > 0 ? [] : Numbers;

    /// <summary>Sorts values.</summary>
    /// <param name="values">A value each replication.</param>
    public static MeasureSample Of(IEnumerable<MeasureValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        List<double> numbers = [];
        (int undefined, int censored, double? after) = (0, 0, null);
        foreach (MeasureValue value in values)
        {
            if (value.Number is { } number)
            {
                numbers.Add(number);
            }
            else if (value.After is { } bound)
            {
                censored++;
                after = Math.Min(after ?? bound, bound);
            }
            else
            {
                undefined++;
            }
        }

        return new MeasureSample(numbers, undefined, censored, after);
    }

    /// <summary>A quantile over the replications with a value, and its interval; null with too few.</summary>
    /// <param name="quantile">Above 0, below 1.</param>
    /// <param name="confidence">Confidence of the interval.</param>
    public QuantileInterval? Quantile(double quantile, double confidence = 0.95) => QuantileInterval.Of(Numbers, Censored, After, quantile, confidence);
}

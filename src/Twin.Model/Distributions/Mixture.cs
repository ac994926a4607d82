namespace Twin.Model.Distributions;

/// <summary>A mixture: with probabilities proportional to the weights, one of several distributions.</summary>
public sealed record Mixture : Distribution
{
    // Halving a bracket so often leaves no digit of it.
    private const int Halvings = 200;

    private readonly double[] _shares;
    private readonly Distribution[] _parts;

    /// <summary>A mixture.</summary>
    /// <param name="parts">At least one; weights at least 0 and not all 0.</param>
    /// <exception cref="ArgumentException">No part, or weights that are negative or all 0.</exception>
    public Mixture(IReadOnlyList<(double Weight, Distribution Of)> parts)
    {
        double total = parts.Sum(part => part.Weight);
        if (!(total > 0) || parts.Any(part => !(part.Weight >= 0)))
        {
            throw new ArgumentException("A mixture needs a part with a weight above 0, and none below 0.", nameof(parts));
        }

        Parts = parts;
        _shares = [.. parts.Where(part => part.Weight > 0).Select(part => part.Weight / total)];
        _parts = [.. parts.Where(part => part.Weight > 0).Select(part => part.Of)];
        Mean = Weighted(part => part.Mean);
        StandardDeviation = Math.Sqrt(Weighted(part =>
            (part.StandardDeviation * part.StandardDeviation) + ((part.Mean - Mean) * (part.Mean - Mean))));
    }

    /// <summary>The parts as given.</summary>
    public IReadOnlyList<(double Weight, Distribution Of)> Parts { get; }

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <inheritdoc/>
    public override double StandardDeviation { get; }

    /// <inheritdoc/>
    public override double Least => _parts.Min(part => part.Least);

    /// <inheritdoc/>
    /// <remarks>The parts' quantiles bracket the mixture's; bisection on the distribution function finds it.</remarks>
    public override double Quantile(double u)
    {
        double low = double.PositiveInfinity;
        double high = double.NegativeInfinity;
        foreach (Distribution part in _parts)
        {
            double quantile = part.Quantile(u);
            (low, high) = (Math.Min(low, quantile), Math.Max(high, quantile));
        }

        if (Cumulative(low) >= u)
        {
            return low;
        }

        for (int i = 0; i < Halvings; i++)
        {
            double middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high)
            {
                break;
            }

            (low, high) = Cumulative(middle) >= u ? (low, middle) : (middle, high);
        }

        return high;
    }

    /// <inheritdoc/>
    public override double Cumulative(double seconds)
    {
        double sum = 0;
        for (int i = 0; i < _parts.Length; i++)
        {
            sum += _shares[i] * _parts[i].Cumulative(seconds);
        }

        return sum;
    }

    private double Weighted(Func<Distribution, double> value)
    {
        double sum = 0;
        for (int i = 0; i < _parts.Length; i++)
        {
            sum += _shares[i] * value(_parts[i]);
        }

        return sum;
    }
}

namespace Twin.Experiments.Staffing.Allocating;

/// <summary>Prices of risk and of lateness with which each site would decide for itself: they bound the cheapest allocation, and say which options it cannot have.</summary>
/// <remarks>
/// The Lagrangian dual of the multiple-choice knapsack. The bound is exact for the options as they are; an option that costs, at these
/// prices, more above its site's best than the bound leaves up to a known allocation is in no cheaper allocation than that one.
/// </remarks>
internal sealed class PricedRisk
{
    private const int Steps = 26;

    private readonly SiteOption[][] _options;
    private readonly StaffBudget _budget;
    private double _weightPrice;
    private double _latePrice;

    /// <summary>Finds the prices.</summary>
    /// <param name="options">Options of each site.</param>
    /// <param name="budget">What all sites together may risk.</param>
    /// <param name="known">Cost of an allocation that keeps the budget.</param>
    public PricedRisk(SiteOption[][] options, StaffBudget budget, double known)
    {
        (_options, _budget) = (options, budget);
        double most = Math.Max(1, known);
        _weightPrice = double.IsFinite(budget.Weight) ? Best(most, price => Dual(price, LatePrice(price, most))) : 0;
        _latePrice = LatePrice(_weightPrice, most);
        Bound = Dual(_weightPrice, _latePrice);
    }

    /// <summary>No allocation that keeps the budget costs less.</summary>
    public double Bound { get; }

    /// <summary>The options that may be in an allocation cheaper than a known one.</summary>
    /// <param name="known">Its cost.</param>
    /// <param name="choices">Its options, which are kept.</param>
    public SiteOption[][] Worth(double known, IReadOnlyList<SiteOption> choices) =>
    [
        .. _options.Select((site, i) =>
        {
            double best = site.Min(option => Priced(option, _weightPrice, _latePrice));
            return site.Where(option => option == choices[i] || Bound + Priced(option, _weightPrice, _latePrice) - best <= known + 1e-6).ToArray();
        }),
    ];

    private double LatePrice(double weightPrice, double most) => double.IsFinite(_budget.Late) ? Best(most, price => Dual(weightPrice, price)) : 0;

    private double Priced(SiteOption option, double weightPrice, double latePrice) =>
        option.Cost + (weightPrice == 0 ? 0 : weightPrice * option.Weight / _budget.Weight) + (latePrice == 0 ? 0 : latePrice * option.Late / _budget.Late);

    private double Dual(double weightPrice, double latePrice)
    {
        double sum = -weightPrice - latePrice;
        foreach (SiteOption[] site in _options)
        {
            double best = double.PositiveInfinity;
            foreach (SiteOption option in site)
            {
                best = Math.Min(best, Priced(option, weightPrice, latePrice));
            }

            sum += best;
        }

        return sum;
    }

    /// <summary>Where a concave function from 0 up is greatest, by golden section; 0 if it falls from there.</summary>
    private static double Best(double high, Func<double, double> of)
    {
        const double Golden = 0.6180339887498949;
        double low = 0;
        (double left, double right) = (high - (Golden * high), Golden * high);
        (double atLeft, double atRight) = (of(left), of(right));
        for (int step = 0; step < Steps; step++)
        {
            if (atLeft >= atRight)
            {
                (high, right, atRight) = (right, left, atLeft);
                left = high - (Golden * (high - low));
                atLeft = of(left);
            }
            else
            {
                (low, left, atLeft) = (left, right, atRight);
                right = low + (Golden * (high - low));
                atRight = of(right);
            }
        }

        double middle = (low + high) / 2;
        return of(0) >= of(middle) ? 0 : middle;
    }
}

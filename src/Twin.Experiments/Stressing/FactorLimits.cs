using Twin.Experiments.Statistics;
using Twin.Experiments.Stressing.Factors;

namespace Twin.Experiments.Stressing;

/// <summary>The limits of a factor on each day: the last step at which a day holds. −1 is a day that is broken at the scenario's own value.</summary>
public sealed class FactorLimits
{
    private readonly int[][] _limits;
    private readonly bool[][] _monotone;

    /// <summary>Collects the limits.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="limits">The last step that holds, by criterion and day.</param>
    /// <param name="monotone">Whether all that was tried keeps the order of the steps, by criterion and day.</param>
    /// <param name="probed">Steps that were tried only to check the order.</param>
    public FactorLimits(StressFactor factor, int[][] limits, bool[][] monotone, int probed)
    {
        ArgumentNullException.ThrowIfNull(factor);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(monotone);
        (Factor, _limits, _monotone, Probed) = (factor, limits, monotone, probed);
    }

    /// <summary>The factor.</summary>
    public StressFactor Factor { get; }

    /// <summary>Steps that were tried only to check the order.</summary>
    public int Probed { get; }

    /// <summary>Days.</summary>
    public int Days => _limits[0].Length;

    /// <summary>The last step that holds on each day.</summary>
    /// <param name="criterion">For which.</param>
    public IReadOnlyList<int> Limits(StressCriterion criterion) => _limits[(int)criterion];

    /// <summary>Days that are broken at the scenario's own value.</summary>
    /// <param name="criterion">By which.</param>
    public int BrokenAtOwn(StressCriterion criterion) => Limits(criterion).Count(limit => limit < 0);

    /// <summary>Days that do not break up to the far end.</summary>
    /// <param name="criterion">By which.</param>
    public int NeverBroken(StressCriterion criterion) => Limits(criterion).Count(limit => limit == Factor.Steps);

    /// <summary>Days that hold at the end of the plausible range.</summary>
    /// <param name="criterion">By which.</param>
    public int HoldAtPlausible(StressCriterion criterion) => Limits(criterion).Count(limit => limit >= 0 && Factor.PlausibleShare(limit) >= 1 - 1e-9);

    /// <summary>Days on which something that was tried speaks against the order of the steps.</summary>
    /// <param name="criterion">By which.</param>
    public int NotMonotone(StressCriterion criterion) => _monotone[(int)criterion].Count(monotone => !monotone);

    /// <summary>Whether something that was tried on a day keeps the order of the steps.</summary>
    /// <param name="criterion">By which.</param>
    /// <param name="day">The day.</param>
    public bool Monotone(StressCriterion criterion, int day) => _monotone[(int)criterion][day];

    /// <summary>The last step that holds on a share of the days at least.</summary>
    /// <param name="criterion">For which.</param>
    /// <param name="share">Above 0, below 1.</param>
    public LimitEstimate Estimate(StressCriterion criterion, double share)
    {
        double[] limits = [.. Limits(criterion).Select(limit => (double)limit).Order()];
        QuantileInterval? interval = QuantileInterval.Of(limits, 1 - share);

        // So many days may be broken; the rounding is that of a share such as 1 − 0.9, which is not exact.
        int broken = (int)Math.Floor(((1 - share) * limits.Length) + 1e-9);
        return new LimitEstimate(share, (int)limits[broken], (int?)interval?.Low, (int?)interval?.High, interval is not null);
    }
}

/// <summary>A limit over the days: the last step that holds on a share of them. −1: broken at the scenario's own value; the factor's last step: not broken.</summary>
/// <param name="Share">The share of days.</param>
/// <param name="Step">The estimate: the greatest order statistic that at least the share of the days simulated hold.</param>
/// <param name="Low">Lower end of the 95 % interval from order statistics; null if so few days give none.</param>
/// <param name="High">Upper end; null if so few days give none.</param>
/// <param name="HasInterval">Whether there are days enough for an interval at all.</param>
public readonly record struct LimitEstimate(double Share, int Step, int? Low, int? High, bool HasInterval);

using Twin.Experiments.Staffing.Allocating;
using Twin.Experiments.Statistics;

namespace Twin.Experiments.Staffing;

/// <summary>A way to make staffings of more or less risk, and what whole days have taught about the risk that it reckons with.</summary>
/// <param name="days">Simulates days.</param>
/// <param name="effort">How many.</param>
/// <param name="budgetOf">What all sites may risk for a probability of failure.</param>
/// <param name="solve">Makes the cheapest staffing that keeps a budget; null if none does.</param>
internal sealed class StaffFamily(StaffDays days, StaffEffort effort, Func<double, StaffBudget> budgetOf, Func<StaffBudget, StaffPlan?> solve)
{
    /// <summary>Number of the first fresh day for confirmations.</summary>
    public const int ConfirmFirst = 500_000;

    private const double Prior = 2;
    private const int DaysBetweenLooks = 40;
    private double _failed = Prior;
    private double _reckoned = Prior;

    /// <summary>How much likelier than reckoned a failure is.</summary>
    public double Correction => _failed / _reckoned;

    /// <summary>Makes a staffing.</summary>
    /// <param name="failing">Probability of failure that it may have.</param>
    public StaffPlan? At(double failing) => solve(budgetOf(Math.Clamp(failing / Correction, 1e-6, 0.9)));

    /// <summary>Tries a staffing on some days.</summary>
    /// <param name="plan">The staffing.</param>
    /// <param name="first">Number of the first day.</param>
    /// <param name="count">How many.</param>
    public StaffMeasured Measure(StaffPlan plan, int first, int count) =>
        new(plan, plan.Cost(days.Goal.Costs, days.WindowHours), days.Run(plan, first, count));

    /// <summary>Takes over what another family has learnt about the same risks.</summary>
    /// <param name="other">The other family.</param>
    public void Adopt(StaffFamily other) => (_failed, _reckoned) = (other._failed, other._reckoned);

    /// <summary>Learns from days on which a staffing made for a probability of failure was tried.</summary>
    /// <param name="measured">The days.</param>
    /// <param name="failing">The probability.</param>
    public void Learn(StaffMeasured measured, double failing)
    {
        _reckoned += measured.Days.Count * failing / Correction;
        _failed += measured.Days.Count - (days.Goal.NeedsWait ? measured.WaitHolds : measured.InTime);
    }

    /// <summary>Confirms a staffing on fresh days; one that fails is followed by one of less risk and still fresher days.</summary>
    /// <param name="pick">Picks a staffing for a probability of failure; null if there is none.</param>
    /// <returns>The last one tried, and whether it was confirmed; null if there was none to try.</returns>
    public (StaffMeasured Measured, bool Confirmed, int Attempts)? Confirm(Func<double, StaffPlan?> pick)
    {
        (StaffMeasured Measured, bool Confirmed, int Attempts)? last = null;
        double failing = Aim(days.Goal, effort);
        for (int attempt = 0; attempt < effort.Attempts && pick(failing) is { } plan; attempt++)
        {
            StaffMeasured measured = Try(plan, attempt);
            bool confirmed = measured.Confirms(days.Goal, Level(days.Goal, effort));
            last = (measured, confirmed, attempt + 1);
            if (confirmed)
            {
                break;
            }

            Learn(measured, failing);
            failing *= 0.6;
        }

        return last;
    }

    /// <summary>Tries a staffing on an attempt's days; on fewer if these leave no hope and there is another attempt.</summary>
    private StaffMeasured Try(StaffPlan plan, int attempt)
    {
        int most = ProportionBound.MostFailures(effort.ConfirmDays, days.Goal.Confidence, Level(days.Goal, effort));
        StaffMeasured measured;
        int count = 0;
        do
        {
            count = Math.Min(effort.ConfirmDays, count + DaysBetweenLooks);
            measured = Measure(plan, ConfirmFirst + (attempt * effort.ConfirmDays), count);
        }
        while (count < effort.ConfirmDays && (attempt == effort.Attempts - 1 || Failures(measured) <= most));
        return measured;
    }

    private int Failures(StaffMeasured measured) => Math.Max(
        days.Goal.NeedsWait ? measured.Days.Count - measured.WaitHolds : 0, days.Goal.NeedsTime ? measured.Days.Count - measured.InTime : 0);

    /// <summary>Confidence of each attempt's bounds: the error is shared among the attempts.</summary>
    /// <param name="goal">The goal.</param>
    /// <param name="effort">The attempts.</param>
    public static double Level(StaffGoal goal, StaffEffort effort) => 1 - ((1 - goal.Assurance) / Math.Max(1, effort.Attempts));

    /// <summary>The probability of failure to aim at: with it, four of five confirmations succeed.</summary>
    /// <param name="goal">The goal.</param>
    /// <param name="effort">The days of a confirmation.</param>
    public static double Aim(StaffGoal goal, StaffEffort effort)
    {
        int most = ProportionBound.MostFailures(effort.ConfirmDays, goal.Confidence, Level(goal, effort));
        if (most < 0)
        {
            throw new ArgumentException($"{effort.ConfirmDays} days cannot confirm a probability of {goal.Confidence}.", nameof(effort));
        }

        (double low, double high) = (0, 1 - goal.Confidence);
        for (int step = 0; step < 40; step++)
        {
            double middle = (low + high) / 2;
            bool passes = MathNet.Numerics.Distributions.Binomial.CDF(middle, effort.ConfirmDays, most) >= 0.8;
            (low, high) = passes ? (middle, high) : (low, middle);
        }

        return low;
    }
}

using System.Globalization;
using Twin.Experiments.Statistics;

namespace Twin.Experiments.Staffing;

/// <summary>A staffing and how it fared on simulated days.</summary>
/// <param name="Plan">The staffing.</param>
/// <param name="Cost">Cost of its planned hours.</param>
/// <param name="Days">The days, by number.</param>
public sealed record StaffMeasured(StaffPlan Plan, double Cost, IReadOnlyList<StaffDay> Days)
{
    /// <summary>Days on which every site's wait was within the target.</summary>
    public int WaitHolds => Days.Count(day => day.WaitHolds);

    /// <summary>Days on which 98 % were tested in time.</summary>
    public int InTime => Days.Count(day => day.InTime);

    /// <summary>Days on which both held.</summary>
    public int BothHold => Days.Count(day => day.InTime && day.WaitHolds);

    /// <summary>Lower bound of the probability that every site's wait is within the target.</summary>
    /// <param name="confidence">Its one-sided confidence.</param>
    public double WaitAtLeast(double confidence) => ProportionBound.AtLeast(WaitHolds, Days.Count, confidence);

    /// <summary>Lower bound of the probability that 98 % are tested in time.</summary>
    /// <param name="confidence">Its one-sided confidence.</param>
    public double InTimeAtLeast(double confidence) => ProportionBound.AtLeast(InTime, Days.Count, confidence);

    /// <summary>Whether both bounds reach what the goal asks for.</summary>
    /// <param name="goal">The goal.</param>
    /// <param name="confidence">Confidence of the bounds.</param>
    public bool Confirms(StaffGoal goal, double confidence) => StaffConfirmation.Holds(WaitHolds, InTime, Days.Count, goal, confidence);

    /// <summary>Sum of the days' trace digests modulo 2¹²⁸, 32 hexadecimal digits.</summary>
    public string Digest
    {
        get
        {
            UInt128 sum = 0;
            foreach (StaffDay day in Days)
            {
                unchecked
                {
                    sum += day.Digest;
                }
            }

            return sum.ToString("x32", CultureInfo.InvariantCulture);
        }
    }
}

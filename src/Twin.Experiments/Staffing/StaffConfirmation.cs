using Twin.Experiments.Statistics;

namespace Twin.Experiments.Staffing;

/// <summary>When days confirm a staffing: the one rule of the search and of whoever checks what it says.</summary>
public static class StaffConfirmation
{
    /// <summary>Whether both lower bounds reach what the goal asks for.</summary>
    /// <param name="waitHeld">Days on which every site's wait was within the target.</param>
    /// <param name="inTime">Days on which 98 % were tested in time.</param>
    /// <param name="days">Days.</param>
    /// <param name="goal">The goal.</param>
    /// <param name="confidence">One-sided confidence of the bounds.</param>
    public static bool Holds(int waitHeld, int inTime, int days, StaffGoal goal, double confidence)
    {
        ArgumentNullException.ThrowIfNull(goal);
        return days > 0
            && (!goal.NeedsWait || ProportionBound.AtLeast(waitHeld, days, confidence) >= goal.Confidence)
            && (!goal.NeedsTime || ProportionBound.AtLeast(inTime, days, confidence) >= goal.Confidence);
    }
}

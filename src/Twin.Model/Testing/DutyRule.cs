namespace Twin.Model.Testing;

/// <summary>Which staff of a site are off duty together: those of a break, or those of a shift that has not begun or is over.</summary>
/// <param name="Role">A <see cref="StaffRole"/>.</param>
/// <param name="First">First staff number, from 0.</param>
/// <param name="Every">Every how-manieth from the first; at least 1.</param>
/// <param name="End">Beyond the last staff number.</param>
public readonly record struct DutyRule(int Role, int First, int Every, int End)
{
    /// <summary>Whether it is about a member of staff.</summary>
    /// <param name="role">Their role.</param>
    /// <param name="number">Their number, from 0.</param>
    public bool Covers(int role, int number) => role == Role && number >= First && number < End && (number - First) % Every == 0;
}

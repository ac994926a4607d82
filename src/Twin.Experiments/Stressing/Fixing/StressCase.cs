using Twin.Experiments.Stressing.Searching;

namespace Twin.Experiments.Stressing.Fixing;

/// <summary>A day and a factor by which waits break.</summary>
/// <param name="Search">The factor's search on that day.</param>
/// <param name="Group">The factor's group; <see cref="Own"/> for a day that is broken at the scenario's own values.</param>
/// <param name="Weight">1, or less for a factor that shares its group with others.</param>
/// <param name="Broken">The first step at which waits break; 0 for the scenario's own value.</param>
internal sealed record StressCase(LimitSearch Search, string Group, double Weight, int Broken)
{
    /// <summary>The group of days that are broken without any stress.</summary>
    public const string Own = "own";

    /// <summary>The day at the first step at which waits break.</summary>
    public StressDay Day => Search.Days[Broken];
}

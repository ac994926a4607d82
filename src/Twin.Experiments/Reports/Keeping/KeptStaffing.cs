using Twin.Experiments.Staffing;
using Twin.Experiments.Staffing.Reports;

namespace Twin.Experiments.Reports.Keeping;

/// <summary>What is kept of a staffing search.</summary>
/// <param name="Result">What it came to.</param>
/// <param name="Origin">Whence it comes.</param>
/// <param name="HomeResidents">Residents whose home site it is, for each site.</param>
/// <param name="Own">The scenario's own staffing, for comparison.</param>
/// <param name="RosterPath">Where the roster lies, as a command names it.</param>
internal sealed record KeptStaffing(StaffingResult Result, StaffingOrigin Origin, IReadOnlyList<long> HomeResidents, StaffPlan Own, string RosterPath)
{
    /// <summary>The kind in the file.</summary>
    public const string Kind = "staffing";

    /// <summary>Keeps a search; how many threads ran it is left out, for it changes no result.</summary>
    public KeptStaffing ToKeep() => this with { Result = Result with { Effort = Result.Effort with { Parallelism = 1 } } };
}

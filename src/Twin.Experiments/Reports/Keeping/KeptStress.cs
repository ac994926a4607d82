using Twin.Experiments.Stressing;
using Twin.Experiments.Stressing.Reports;

namespace Twin.Experiments.Reports.Keeping;

/// <summary>What is kept of a stress test.</summary>
/// <param name="Result">What it came to.</param>
/// <param name="Origin">Whence it comes.</param>
internal sealed record KeptStress(StressResult Result, StressOrigin Origin)
{
    /// <summary>The kind in the file.</summary>
    public const string Kind = "stress";

    /// <summary>Keeps a test; how many threads ran it is left out, for it changes no result.</summary>
    public KeptStress ToKeep() => this with { Result = Result with { Effort = Result.Effort with { Parallelism = 1 } } };
}

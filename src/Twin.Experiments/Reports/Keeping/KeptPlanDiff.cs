using Twin.Experiments.Plans;
using Twin.Experiments.Staffing;
using Twin.Model.Districts;

namespace Twin.Experiments.Reports.Keeping;

/// <summary>What is kept of two plans compared.</summary>
/// <param name="First">The first plan.</param>
/// <param name="Second">The second plan.</param>
/// <param name="Costs">Costs of an hour.</param>
/// <param name="Sites">Every site in both plans.</param>
/// <param name="Streets">The streets in which they lie, by ordinal.</param>
/// <param name="Groups">Party groups of the district.</param>
/// <param name="Replications">Pairs that were run; 0 if they were not.</param>
/// <param name="Tallies">Each plan over its replications; empty if they were not run.</param>
/// <param name="Command">Words of the command that makes it again, without the language.</param>
internal sealed record KeptPlanDiff(
    KeptPlan First, KeptPlan Second, StaffCosts Costs, IReadOnlyList<SiteMove> Sites, IReadOnlyList<(int Street, StreetSpecification Name)> Streets, int Groups, int Replications,
    IReadOnlyList<KeptTally> Tallies, IReadOnlyList<string> Command)
{
    /// <summary>The kind in the file.</summary>
    public const string Kind = "planDiff";

    /// <summary>Keeps two plans.</summary>
    /// <param name="diff">The plans.</param>
    /// <param name="command">Words of the command that makes it again, without the language.</param>
    public static KeptPlanDiff Of(PlanDiff diff, IReadOnlyList<string> command) => new(
        KeptPlan.Of(diff.Paper.First), KeptPlan.Of(diff.Paper.Second), diff.Paper.Costs, diff.Paper.Sites,
        [.. diff.Paper.Streets.Select(street => (street.Street, street.Name)).OrderBy(street => street.Street)], diff.Paper.Groups,
        diff.Runs?.Order.Replications ?? 0, diff.Runs is { } runs ? KeptComparison.Of(runs).Tallies : [], command);

    /// <summary>The plans again.</summary>
    /// <exception cref="InvalidDataException">The tallies do not fit the order.</exception>
    /// <exception cref="KeyNotFoundException">A site lies in no street.</exception>
    public PlanDiff Restore()
    {
        Dictionary<int, StreetSpecification> streets = Streets.ToDictionary(street => street.Street, street => street.Name);
        PlanDifference paper = PlanDifference.Of(First.Restore(), Second.Restore(), Costs, Sites, street => streets[street], Groups);
        return new PlanDiff(paper, Replications > 0 ? new KeptComparison(PlanDiff.OrderOf(paper, Replications), Tallies).Restore() : null);
    }
}

using Twin.Experiments.Comparing;
using Twin.Experiments.Replicating;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Plans;

/// <summary>Two plans compared: on paper, and by runs if they were made.</summary>
/// <param name="Paper">What changes where.</param>
/// <param name="Runs">Both plans in the first's scenario under common random numbers; null if they were not run.</param>
public sealed record PlanDiff(PlanDifference Paper, Comparison? Runs)
{
    /// <summary>What is run: A, the first plan, and B, the second, in the first's scenario.</summary>
    /// <param name="paper">What changes where.</param>
    /// <param name="replications">Pairs; at least 1.</param>
    public static ComparisonOrder OrderOf(PlanDifference paper, int replications)
    {
        ArgumentNullException.ThrowIfNull(paper);
        PlanFile file = paper.First.File;
        return new ComparisonOrder(
            [
                new ComparedVariant("A", file.ScenarioFile, file.Set, Named(paper.First, paper.First.Scenario)),
                new ComparedVariant("B", file.ScenarioFile, file.Set, Named(paper.Second, paper.SecondInFirst)),
            ],
            replications);
    }

    /// <summary>A scenario that names its plan, so that this is the assumption in which the two differ.</summary>
    private static Scenario Named(StaffingPlan plan, Scenario scenario) => scenario with
    {
        Name = plan.Label,
        Testing = scenario.Testing with { Staff = scenario.Testing.Staff with { Roster = plan.Path } },
    };

    /// <summary>Runs both plans.</summary>
    /// <param name="paper">What changes where.</param>
    /// <param name="replications">Pairs; at least 1.</param>
    /// <param name="shelf">Compiles plans.</param>
    /// <param name="threads">Most replications at a time; at least 1. Changes no result.</param>
    /// <param name="ended">Told how many replications have ended, after each.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="ReplicationFailedException">An entity failed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before all were done.</exception>
    public static PlanDiff Run(PlanDifference paper, int replications, PlanShelf shelf, int threads, Action<int>? ended = null, CancellationToken cancellation = default) =>
        new(paper, Comparison.Run(OrderOf(paper, replications), shelf, threads, ended, cancellation));
}

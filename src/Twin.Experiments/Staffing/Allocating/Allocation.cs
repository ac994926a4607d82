namespace Twin.Experiments.Staffing.Allocating;

/// <summary>One option for every site.</summary>
/// <param name="Choices">The options, by site.</param>
/// <param name="Bound">No choice that keeps the budget costs less; equal to the cost if it is proven the cheapest.</param>
internal sealed record Allocation(IReadOnlyList<SiteOption> Choices, double Bound)
{
    /// <summary>Cost of the planned hours.</summary>
    public double Cost => Choices.Sum(choice => choice.Cost);

    /// <summary>Sum of the weights.</summary>
    public double Weight => Choices.Sum(choice => choice.Weight);

    /// <summary>People late, in the mean.</summary>
    public double Late => Choices.Sum(choice => choice.Late);

    /// <summary>The staffing.</summary>
    public StaffPlan Plan => new([.. Choices.Select(choice => choice.Staffing)]);
}

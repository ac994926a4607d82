namespace Twin.Experiments.Staffing.Allocating;

/// <summary>How much all sites together may risk.</summary>
/// <param name="Weight">Greatest sum of <see cref="SiteRisk.Weight"/>: −ln of the probability that every site's wait holds; infinite for no limit.</param>
/// <param name="Late">Most people who come and are not tested in time, in the mean; infinite for no limit.</param>
internal readonly record struct StaffBudget(double Weight, double Late)
{
    /// <summary>The budget of a probability that every site's wait holds.</summary>
    /// <param name="probability">Above 0, below 1.</param>
    /// <param name="late">Most people late.</param>
    public static StaffBudget Of(double probability, double late) => new(-Math.Log(probability), late);
}

/// <summary>One staffing of a site.</summary>
/// <param name="Samplers">Samplers.</param>
/// <param name="Desks">Desks.</param>
/// <param name="Cost">Cost of an hour.</param>
/// <param name="Weight">See <see cref="SiteRisk.Weight"/>.</param>
/// <param name="Late">See <see cref="SiteRisk.Late"/>.</param>
internal readonly record struct SiteOption(int Samplers, int Desks, double Cost, double Weight, double Late);

/// <summary>The options of every site that are worth a look: none that another beats in cost, weight and lateness at once.</summary>
internal static class SiteOptions
{
    private const double HeaviestWeight = 0.7;

    /// <summary>Lists them, by cost.</summary>
    /// <param name="risks">What the sites risk.</param>
    /// <param name="costs">Costs of an hour.</param>
    /// <param name="budget">What is limited.</param>
    public static SiteOption[][] Of(IReadOnlyList<SiteRisks> risks, StaffCosts costs, StaffBudget budget) =>
        [.. risks.Select(site => Of(site, costs, budget))];

    private static SiteOption[] Of(SiteRisks site, StaffCosts costs, StaffBudget budget)
    {
        (bool weighs, bool lates) = (double.IsFinite(budget.Weight), double.IsFinite(budget.Late));
        List<SiteOption> all = [];
        for (int samplers = site.Samplers.First; samplers <= site.Samplers.Last; samplers++)
        {
            for (int desks = site.Desks.First; desks <= site.Desks.Last; desks++)
            {
                SiteRisk risk = site.Of(samplers, desks);
                all.Add(new SiteOption(samplers, desks, (samplers * costs.Sampler) + (desks * costs.Desk), weighs ? risk.Weight : 0, lates ? risk.Late : 0));
            }
        }

        List<SiteOption> kept = [];
        foreach (SiteOption option in all.OrderBy(option => option.Cost).ThenBy(option => option.Weight).ThenBy(option => option.Late).ThenBy(option => option.Samplers))
        {
            bool bearable = option.Weight <= HeaviestWeight || (kept.Count == 0 && option.Samplers == site.Samplers.Last && option.Desks == site.Desks.Last);
            if (bearable && !kept.Exists(other => other.Weight <= option.Weight + 1e-9 && other.Late <= option.Late + 1e-6))
            {
                kept.Add(option);
            }
        }

        return kept.Count > 0 ? [.. kept] : [all[^1]];
    }
}

namespace Twin.Experiments.Staffing.Allocating;

/// <summary>One staffing of a site.</summary>
/// <param name="Staffing">What is planned.</param>
/// <param name="Cost">Cost of the planned hours.</param>
/// <param name="Weight">See <see cref="SiteRisk.Weight"/>.</param>
/// <param name="Late">See <see cref="SiteRisk.Late"/>.</param>
internal readonly record struct SiteOption(SiteCrew Staffing, double Cost, double Weight, double Late);

/// <summary>The options of a site that are worth a look: none that another beats in cost, risk and lateness at once.</summary>
/// <remarks>What is learnt of the risk keeps its order, so that the options are listed once.</remarks>
internal sealed class SiteOptions
{
    private const double HeaviestWeight = 0.7;
    private const double HopelessRisk = 0.6;

    private readonly SiteRisks _risks;
    private readonly Listed _most;
    private readonly Listed[] _listed;
    private readonly Lazy<Listed[]> _withoutWait;

    /// <summary>Lists them.</summary>
    /// <param name="risks">What the site risks.</param>
    /// <param name="costs">Costs of an hour.</param>
    /// <param name="hours">Length of the window, h.</param>
    public SiteOptions(SiteRisks risks, StaffCosts costs, double hours)
    {
        _risks = risks;
        Listed[] all = [.. Staffings(risks).Select(pair => new Listed(pair.Staffing, pair.Staffing.Cost(costs, hours), pair.Risk.TooLong, pair.Risk.Late))];
        Most = SiteCrew.Whole(risks.Samplers.Last, risks.Desks.Last);
        _most = new Listed(Most, Most.Cost(costs, hours), risks.Whole(Most.Samplers, Most.Desks).TooLong, risks.Whole(Most.Samplers, Most.Desks).Late);
        _listed = Unbeaten(all.Where(option => option.TooLong <= HopelessRisk));
        _withoutWait = new Lazy<Listed[]>(() => Unbeaten(all.Select(option => option with { TooLong = 0 })));
    }

    /// <summary>All that the site can use.</summary>
    public SiteCrew Most { get; }

    /// <summary>The options, by cost; at least one.</summary>
    /// <param name="budget">What is limited.</param>
    public SiteOption[] Of(StaffBudget budget)
    {
        (bool weighs, bool lates) = (double.IsFinite(budget.Weight), double.IsFinite(budget.Late));
        List<SiteOption> kept = [];
        double lightest = double.PositiveInfinity;
        foreach (Listed option in weighs ? _listed : _withoutWait.Value)
        {
            double weight = weighs ? _risks.Scaled(new SiteRisk(option.TooLong, 0, 0)).Weight : 0;
            if (weight <= HeaviestWeight && (lates || weight < lightest))
            {
                kept.Add(new SiteOption(option.Staffing, option.Cost, weight, lates ? option.Late : 0));
                lightest = weight;
            }
        }

        if (kept.Count == 0)
        {
            // Whatever is planned there, the site fails: what fails least.
            kept.Add(new SiteOption(Most, _most.Cost, weighs ? _risks.Scaled(new SiteRisk(_most.TooLong, 0, 0)).Weight : 0, lates ? _most.Late : 0));
        }

        return [.. kept];
    }

    private static IEnumerable<(SiteCrew Staffing, SiteRisk Risk)> Staffings(SiteRisks risks)
    {
        for (int samplers = risks.Samplers.First; samplers <= risks.Samplers.Last; samplers++)
        {
            for (int desks = risks.Desks.First; desks <= risks.Desks.Last; desks++)
            {
                yield return (SiteCrew.Whole(samplers, desks), risks.Whole(samplers, desks));
            }
        }

        foreach (ShiftRisks shift in risks.Shifts)
        {
            foreach ((SiteCrew staffing, SiteRisk risk) in Staffings(shift))
            {
                yield return (staffing, risk);
            }
        }
    }

    private static IEnumerable<(SiteCrew Staffing, SiteRisk Risk)> Staffings(ShiftRisks shift)
    {
        for (int samplers = shift.Samplers.First; samplers <= shift.Samplers.Last; samplers++)
        {
            for (int staying = 1; staying <= samplers; staying++)
            {
                for (int desks = shift.Desks.First; desks <= shift.Desks.Last; desks++)
                {
                    for (int desksStaying = 1; desksStaying <= desks; desksStaying++)
                    {
                        if (staying < samplers || desksStaying < desks)
                        {
                            yield return (new SiteCrew(samplers, staying, desks, desksStaying, shift.Shift), shift.Of(samplers, staying, desks, desksStaying));
                        }
                    }
                }
            }
        }
    }

    private static Listed[] Unbeaten(IEnumerable<Listed> all)
    {
        List<Listed> kept = [];
        foreach (Listed option in all.OrderBy(option => option.Cost).ThenBy(option => option.TooLong).ThenBy(option => option.Late).ThenBy(option => option.Staffing.Samplers))
        {
            bool beaten = false;
            for (int i = kept.Count - 1; i >= 0 && !beaten; i--)
            {
                beaten = kept[i].TooLong <= option.TooLong + 1e-9 && kept[i].Late <= option.Late + 1e-4;
            }

            if (!beaten)
            {
                kept.Add(option);
            }
        }

        return [.. kept];
    }

    private readonly record struct Listed(SiteCrew Staffing, double Cost, double TooLong, double Late);
}

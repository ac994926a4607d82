using System.Globalization;
using Twin.Experiments.Staffing;
using Twin.Model.Testing;

namespace Twin.Experiments.Plans;

/// <summary>What a plan has at one site.</summary>
/// <param name="Samplers">Samplers, over all shifts.</param>
/// <param name="Desks">Registration desks, over all shifts.</param>
/// <param name="SamplerHours">Planned hours of samplers within the window.</param>
/// <param name="DeskHours">Planned hours of desks within the window.</param>
/// <param name="Shifts">The shifts in words; empty if all work as long as the site does.</param>
public sealed record SiteStaffing(int Samplers, int Desks, double SamplerHours, double DeskHours, string Shifts)
{
    private const double Hour = 3_600_000;

    /// <summary>Planned hours of both.</summary>
    public double Hours => SamplerHours + DeskHours;

    /// <summary>What the hours cost.</summary>
    /// <param name="costs">Costs of an hour.</param>
    public double Cost(StaffCosts costs)
    {
        ArgumentNullException.ThrowIfNull(costs);
        return (SamplerHours * costs.Sampler) + (DeskHours * costs.Desk);
    }

    /// <summary>What a plan has at each site of its scenario.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="sites">Number of sites.</param>
    public static IReadOnlyList<SiteStaffing> Of(StaffingPlan plan, int sites)
    {
        ArgumentNullException.ThrowIfNull(plan);
        WindowParameters window = plan.Scenario.Testing.Window;
        (long open, long close) = (window.Open.SinceStart, window.Close.SinceStart);
        ScenarioClock clock = new(plan.Scenario.Start);
        ILookup<int, RosterRow> rows = plan.Roster.Rows.ToLookup(row => row.Site);
        return [.. Enumerable.Range(0, sites).Select(site => At([.. rows[site].OrderBy(row => row.From ?? open).ThenBy(row => row.To ?? close)], open, close, clock))];
    }

    private static SiteStaffing At(RosterRow[] rows, long open, long close, ScenarioClock clock)
    {
        double Hours(RosterRow row) => Math.Max(0, Math.Min(row.To ?? close, close) - Math.Max(row.From ?? open, open)) / Hour;
        bool shifts = rows.Any(row => row.From > open || row.To < close);
        return new SiteStaffing(
            rows.Sum(row => row.Samplers), rows.Sum(row => row.Desks), rows.Sum(row => row.Samplers * Hours(row)), rows.Sum(row => row.Desks * Hours(row)),
            shifts ? string.Join("; ", rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"{clock.Minute(row.From ?? open)}–{clock.Minute(row.To ?? close)} {row.Samplers}+{row.Desks}"))) : "");
    }
}

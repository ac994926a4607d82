using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using Twin.Model.Testing;

namespace Twin.Experiments.Staffing;

/// <summary>A staffing: samplers and registration desks planned at each site, some for the whole window, others for a shift.</summary>
public sealed class StaffPlan
{
    /// <summary>Makes a plan in which all stay until their site is done.</summary>
    /// <param name="samplers">Samplers of each site, 0 or more.</param>
    /// <param name="desks">Desks of each site, 0 or more; as many.</param>
    /// <exception cref="ArgumentException">There are not as many.</exception>
    public StaffPlan(IReadOnlyList<int> samplers, IReadOnlyList<int> desks)
        : this([.. Paired(samplers, desks)])
    {
    }

    /// <summary>Makes a plan.</summary>
    /// <param name="sites">The staffing of each site.</param>
    public StaffPlan(IReadOnlyList<SiteCrew> sites)
    {
        ArgumentNullException.ThrowIfNull(sites);
        Sites = sites;
        Samplers = [.. sites.Select(site => site.Samplers)];
        Desks = [.. sites.Select(site => site.Desks)];
        Roster = new StaffRoster { Rows = [.. sites.SelectMany(Rows)] };
        long[] shifts = HasShifts ? [.. sites.SelectMany(site => new[] { site.SamplersToClose, site.DesksToClose, site.Shift?.End ?? 0 })] : [];
        int[] all = [.. Samplers, .. Desks];
        Key = XxHash128.HashToUInt128([.. MemoryMarshal.AsBytes(all.AsSpan()), .. MemoryMarshal.AsBytes(shifts.AsSpan())]).ToString("x32", CultureInfo.InvariantCulture);
    }

    /// <summary>The staffing of each site.</summary>
    public IReadOnlyList<SiteCrew> Sites { get; }

    /// <summary>Samplers of each site, over all shifts.</summary>
    public IReadOnlyList<int> Samplers { get; }

    /// <summary>Desks of each site, over all shifts.</summary>
    public IReadOnlyList<int> Desks { get; }

    /// <summary>The plan as a scenario takes it: at each site first those who stay, then those who go home earlier.</summary>
    public StaffRoster Roster { get; }

    /// <summary>Whether some go home before their site is done.</summary>
    public bool HasShifts => Sites.Any(site => site.Shift is not null);

    /// <summary>Digest of the numbers, 32 hexadecimal digits: equal plans have equal keys.</summary>
    public string Key { get; }

    /// <summary>Samplers in all.</summary>
    public int TotalSamplers => Samplers.Sum();

    /// <summary>Desks in all.</summary>
    public int TotalDesks => Desks.Sum();

    /// <summary>What its planned hours cost, whether or not people then come.</summary>
    /// <param name="costs">Costs of an hour.</param>
    /// <param name="hours">Length of the window, h.</param>
    public double Cost(StaffCosts costs, double hours) => Sites.Sum(site => site.Cost(costs, hours));

    private static IEnumerable<SiteCrew> Paired(IReadOnlyList<int> samplers, IReadOnlyList<int> desks)
    {
        ArgumentNullException.ThrowIfNull(samplers);
        ArgumentNullException.ThrowIfNull(desks);
        return samplers.Count == desks.Count
            ? samplers.Zip(desks, SiteCrew.Whole)
            : throw new ArgumentException($"Samplers are given for {samplers.Count} sites, desks for {desks.Count}.", nameof(desks));
    }

    private static IEnumerable<RosterRow> Rows(SiteCrew staffing, int site)
    {
        yield return new RosterRow(site, null, null, staffing.SamplersToClose, staffing.DesksToClose, 0);
        if (staffing.Shift is { } shift)
        {
            yield return new RosterRow(site, null, shift.End, staffing.Samplers - staffing.SamplersToClose, staffing.Desks - staffing.DesksToClose, 0);
        }
    }
}

/// <summary>What an hour of staff costs, in any currency: only the ratio decides which plan is cheapest.</summary>
/// <param name="Sampler">A sampler's hour; above 0.</param>
/// <param name="Desk">A registration desk's hour; above 0.</param>
/// <param name="Helper">A party-group helper's hour; 0 or more.</param>
public sealed record StaffCosts(double Sampler, double Desk, double Helper = 0);

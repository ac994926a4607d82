using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using Twin.Model.Testing;

namespace Twin.Experiments.Staffing;

/// <summary>A staffing: samplers and registration desks planned at each site, for the whole window.</summary>
public sealed class StaffPlan
{
    /// <summary>Makes a plan.</summary>
    /// <param name="samplers">Samplers of each site, 0 or more.</param>
    /// <param name="desks">Desks of each site, 0 or more; as many.</param>
    /// <exception cref="ArgumentException">There are not as many.</exception>
    public StaffPlan(IReadOnlyList<int> samplers, IReadOnlyList<int> desks)
    {
        Roster = StaffRoster.Of(samplers, desks);
        Samplers = samplers;
        Desks = desks;
        int[] all = [.. samplers, .. desks];
        Key = XxHash128.HashToUInt128(MemoryMarshal.AsBytes(all.AsSpan())).ToString("x32", CultureInfo.InvariantCulture);
    }

    /// <summary>Samplers of each site.</summary>
    public IReadOnlyList<int> Samplers { get; }

    /// <summary>Desks of each site.</summary>
    public IReadOnlyList<int> Desks { get; }

    /// <summary>The plan as a scenario takes it.</summary>
    public StaffRoster Roster { get; }

    /// <summary>Digest of the numbers, 32 hexadecimal digits: equal plans have equal keys.</summary>
    public string Key { get; }

    /// <summary>Samplers in all.</summary>
    public int TotalSamplers => Samplers.Sum();

    /// <summary>Desks in all.</summary>
    public int TotalDesks => Desks.Sum();

    /// <summary>What its planned hours cost, whether or not people then come.</summary>
    /// <param name="costs">Costs of an hour.</param>
    /// <param name="hours">Length of the window, h.</param>
    public double Cost(StaffCosts costs, double hours)
    {
        ArgumentNullException.ThrowIfNull(costs);
        return hours * ((TotalSamplers * costs.Sampler) + (TotalDesks * costs.Desk));
    }
}

/// <summary>What an hour of staff costs, in any currency: only the ratio decides which plan is cheapest.</summary>
/// <param name="Sampler">A sampler's hour; above 0.</param>
/// <param name="Desk">A registration desk's hour; above 0.</param>
public sealed record StaffCosts(double Sampler, double Desk);

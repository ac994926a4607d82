namespace Twin.Experiments.Staffing;

/// <summary>A shift of those who go home before the site is done: from the opening to a moment.</summary>
/// <param name="End">When they go, ms since the start; who serves somebody finishes first.</param>
/// <param name="Hours">Hours paid; above 0.</param>
public sealed record StaffShift(long End, double Hours);

/// <summary>A site's staffing: who works at the site as long as it is open, and who goes home at the end of a shift.</summary>
/// <param name="Samplers">Samplers in all, 0 or more.</param>
/// <param name="SamplersToClose">Those of them who stay until the site is done.</param>
/// <param name="Desks">Registration desks in all.</param>
/// <param name="DesksToClose">Those of them that stay until the site is done.</param>
/// <param name="Shift">The shift of the others; null if all stay.</param>
public readonly record struct SiteCrew(int Samplers, int SamplersToClose, int Desks, int DesksToClose, StaffShift? Shift)
{
    /// <summary>A site whose staff all stay.</summary>
    /// <param name="samplers">Samplers.</param>
    /// <param name="desks">Desks.</param>
    public static SiteCrew Whole(int samplers, int desks) => new(samplers, samplers, desks, desks, null);

    /// <summary>Cost of the planned hours.</summary>
    /// <param name="costs">Costs of an hour.</param>
    /// <param name="windowHours">Length of the window, h: the hours paid to those who stay.</param>
    public double Cost(StaffCosts costs, double windowHours)
    {
        ArgumentNullException.ThrowIfNull(costs);
        double staying = (SamplersToClose * costs.Sampler) + (DesksToClose * costs.Desk);
        double going = ((Samplers - SamplersToClose) * costs.Sampler) + ((Desks - DesksToClose) * costs.Desk);
        return (staying * windowHours) + (going * (Shift?.Hours ?? windowHours));
    }
}

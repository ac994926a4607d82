namespace Twin.Model.Testing;

/// <summary>Who works where and when: the planned staff of every site, in place of a district total.</summary>
public sealed record StaffRoster
{
    /// <summary>The file that it was read from, for errors; empty for one that was computed.</summary>
    public string File { get; init; } = "";

    /// <summary>The rows. Several rows of a site are several groups of people, each with its own times.</summary>
    public required IReadOnlyList<RosterRow> Rows { get; init; }

    /// <summary>A roster of people who all work as long as their site does.</summary>
    /// <param name="samplers">Samplers of each site, by ordinal.</param>
    /// <param name="desks">Desks of each site; as many.</param>
    /// <exception cref="ArgumentException">There are not as many.</exception>
    public static StaffRoster Of(IReadOnlyList<int> samplers, IReadOnlyList<int> desks)
    {
        ArgumentNullException.ThrowIfNull(samplers);
        ArgumentNullException.ThrowIfNull(desks);
        return samplers.Count == desks.Count
            ? new StaffRoster { Rows = [.. samplers.Select((count, site) => new RosterRow(site, null, null, count, desks[site], 0))] }
            : throw new ArgumentException($"Samplers are given for {samplers.Count} sites, desks for {desks.Count}.", nameof(desks));
    }

    /// <summary>People of a role at a site, over all its rows.</summary>
    /// <param name="site">The site's ordinal.</param>
    /// <param name="role">Their role.</param>
    public int Count(int site, StaffRole role) => Rows.Where(row => row.Site == site).Sum(row => row.Count(role));
}

/// <summary>Some people at a site who come and go together.</summary>
/// <param name="Site">The site's ordinal.</param>
/// <param name="From">When they begin, ms since the start; null: at the opening.</param>
/// <param name="To">When they go, ms since the start; null: when the site is done.</param>
/// <param name="Samplers">Samplers, 0 or more.</param>
/// <param name="Desks">Registration desks, 0 or more.</param>
/// <param name="Line">Line of the file, from 1; 0 for a roster that was computed.</param>
public readonly record struct RosterRow(int Site, long? From, long? To, int Samplers, int Desks, int Line)
{
    /// <summary>People of a role.</summary>
    /// <param name="role">The role.</param>
    public int Count(StaffRole role) => role == StaffRole.Desks ? Desks : Samplers;
}

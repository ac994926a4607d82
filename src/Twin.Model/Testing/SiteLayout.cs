namespace Twin.Model.Testing;

/// <summary>Where the sites are and whom they serve.</summary>
public sealed record SiteLayout
{
    /// <summary>Home site of each micro-grid.</summary>
    public required int[] HomeSite { get; init; }

    /// <summary>Place of each site, cm east.</summary>
    public required int[] X { get; init; }

    /// <summary>Place of each site, cm north.</summary>
    public required int[] Y { get; init; }

    /// <summary>Community in which each site lies: it sets the site up, and its partition steps it.</summary>
    public required int[] Community { get; init; }

    /// <summary>Residents whose home site it is, for each site.</summary>
    public required long[] HomeResidents { get; init; }

    /// <summary>For each micro-grid its nearest sites other than home, nearest first.</summary>
    public required int[][] NearestOthers { get; init; }

    /// <summary>For each site the other sites, nearest first; at least the 20 nearest if there are so many.</summary>
    public required int[][] NearestTo { get; init; }

    /// <summary>Number of sites.</summary>
    public int Count => X.Length;

    /// <summary>A site's code.</summary>
    /// <param name="site">Its ordinal.</param>
    public static string CodeOf(int site) => $"S-{site + 1:000}";
}

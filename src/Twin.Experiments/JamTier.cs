using Twin.Model.Testing;

namespace Twin.Experiments;

/// <summary>How bad a site was at its worst minute, by expected wait.</summary>
public enum JamTier
{
    /// <summary>Never in the amber tier.</summary>
    Flowing,

    /// <summary>At least a minute in the amber tier, none in the red.</summary>
    Amber,

    /// <summary>At least a minute in the red tier.</summary>
    Red,

    /// <summary>It never opened.</summary>
    NeverOpened,
}

/// <summary>Tells the tier of a site.</summary>
public static class JamTiers
{
    /// <summary>The worst tier of a site.</summary>
    /// <param name="site">The site.</param>
    public static JamTier WorstOf(SiteResult site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return site switch
        {
            { Opened: < 0 } => JamTier.NeverOpened,
            { RedMinutes: > 0 } => JamTier.Red,
            { AmberMinutes: > 0 } => JamTier.Amber,
            _ => JamTier.Flowing,
        };
    }

    /// <summary>The tier's name in files and as part of a text's key.</summary>
    /// <param name="tier">The tier.</param>
    public static string KeyOf(JamTier tier) => Tables.UntestedReasons.Camel(tier);
}

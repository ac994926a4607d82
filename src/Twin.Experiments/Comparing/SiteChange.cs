using Twin.Experiments.Texts;

namespace Twin.Experiments.Comparing;

/// <summary>How a site's 90 % wait differs between two variants, means over the replications.</summary>
/// <param name="Site">The site.</param>
/// <param name="First">In the first, s.</param>
/// <param name="Second">In the second, s.</param>
internal sealed record SiteChange(int Site, double First, double Second)
{
    private const int MostNamed = 5;

    /// <summary>Less is not worth naming, s.</summary>
    private const double LeastNamed = 60;

    private double Difference => Second - First;

    /// <summary>Every site's, in their order; none if the sites are not the same.</summary>
    /// <param name="first">The first variant.</param>
    /// <param name="second">The second.</param>
    public static IEnumerable<SiteChange> Of(VariantTally first, VariantTally second) => first.Places.HasSameSitesAs(second.Places)
        ? Enumerable.Range(0, first.Places.Codes.Count).Select(site => new SiteChange(site, first.WaitP90(site), second.WaitP90(site)))
        : [];

    /// <summary>The sites that change most, in a sentence; null if none does.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="pair">Which two.</param>
    /// <param name="texts">The language.</param>
    public static string? Sentence(Comparison comparison, (int First, int Second) pair, TextSet texts)
    {
        (VariantTally first, VariantTally second) = (comparison.Tallies[pair.First], comparison.Tallies[pair.Second]);
        SiteChange[] changed = [.. Of(first, second).Where(change => Math.Abs(change.Difference) >= LeastNamed).OrderByDescending(change => Math.Abs(change.Difference))];
        if (changed.Length == 0)
        {
            return null;
        }

        IEnumerable<string> named = changed.Take(MostNamed)
            .Select(change => texts.Format("compare.site", first.Places.Codes[change.Site], texts.Duration(change.First), texts.Duration(change.Second)));
        return texts.Format("compare.sites", first.Variant.Name, second.Variant.Name, string.Join(texts["compare.listComma"], named), changed.Length);
    }
}

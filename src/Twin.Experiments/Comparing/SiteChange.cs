using Twin.Experiments.Texts;

namespace Twin.Experiments.Comparing;

/// <summary>How a site's 90 % wait differs between two variants, means over the replications in which it tested somebody in both.</summary>
/// <param name="Site">The site.</param>
/// <param name="First">In the first, s; null if there are no such replications.</param>
/// <param name="Second">In the second, s; null if there are no such replications.</param>
/// <param name="Pairs">Those replications.</param>
internal sealed record SiteChange(int Site, double? First, double? Second, int Pairs)
{
    private const int MostNamed = 5;

    /// <summary>Less is not worth naming, s.</summary>
    private const double LeastNamed = 60;

    /// <summary>Second − first, s; null where they cannot be compared.</summary>
    public double? Difference => Second - First;

    /// <summary>Every site's, in their order; none if the sites are not the same.</summary>
    /// <param name="first">The first variant.</param>
    /// <param name="second">The second.</param>
    public static IEnumerable<SiteChange> Of(VariantTally first, VariantTally second) => first.Places.HasSameSitesAs(second.Places)
        ? Enumerable.Range(0, first.Places.Codes.Count).Select(site => Of(site, first, second))
        : [];

    /// <summary>The sites that change most, in a sentence; null if none does.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="pair">Which two.</param>
    /// <param name="texts">The language.</param>
    public static string? Sentence(Comparison comparison, (int First, int Second) pair, TextSet texts)
    {
        (VariantTally first, VariantTally second) = (comparison.Tallies[pair.First], comparison.Tallies[pair.Second]);
        SiteChange[] changed = [.. Of(first, second).Where(change => Size(change) >= LeastNamed).OrderByDescending(Size)];
        if (changed.Length == 0)
        {
            return null;
        }

        IEnumerable<string> named = changed.Take(MostNamed)
            .Select(change => texts.Format("compare.site", first.Places.Codes[change.Site], texts.Duration(change.First!.Value), texts.Duration(change.Second!.Value)));
        return texts.Format("compare.sites", first.Variant.Name, second.Variant.Name, string.Join(texts["compare.listComma"], named), changed.Length);
    }

    private static double Size(SiteChange change) => Math.Abs(change.Difference ?? 0);

    private static SiteChange Of(int site, VariantTally first, VariantTally second)
    {
        (double one, double other, int pairs) = (0, 0, 0);
        for (int day = 0; day < Math.Min(first.Count, second.Count); day++)
        {
            if (first.WaitP90(day, site) is { } a && second.WaitP90(day, site) is { } b)
            {
                (one, other, pairs) = (one + a, other + b, pairs + 1);
            }
        }

        return pairs == 0 ? new SiteChange(site, null, null, 0) : new SiteChange(site, one / pairs, other / pairs, pairs);
    }
}

using Twin.Experiments.Comparing;
using Twin.Experiments.Texts;

namespace Twin.Experiments.Charts;

/// <summary>The pictures of a comparison, PNG.</summary>
/// <param name="Coverage">Coverage fans of all variants.</param>
/// <param name="Pairs">Of each pair with the same sites.</param>
internal sealed record ComparisonPictures(byte[] Coverage, IReadOnlyList<PairPictures> Pairs)
{
    /// <summary>Draws all, side by side on the cores.</summary>
    public static ComparisonPictures Draw(Comparison comparison, TextSet texts)
    {
        ChartFont.Use();
        (int First, int Second)[] pairs = [.. comparison.Order.Pairs.Where(pair => comparison.Tallies[pair.First].Places.HasSameSitesAs(comparison.Tallies[pair.Second].Places))];
        byte[][] drawn = new byte[1 + (2 * pairs.Length)][];
        Parallel.For(0, drawn.Length, i =>
        {
            (VariantTally First, VariantTally Second) Of(int pair) => (comparison.Tallies[pairs[pair].First], comparison.Tallies[pairs[pair].Second]);
            drawn[i] = i == 0
                ? CompareCoverageChart.Draw(comparison.Tallies, texts)
                : i % 2 == 1 ? CompareHeatMap.Draw(Of(i / 2).First, Of(i / 2).Second, texts) : CompareSiteMap.Draw(Of((i - 1) / 2).First, Of((i - 1) / 2).Second, texts);
        });
        return new ComparisonPictures(drawn[0], [.. pairs.Select((pair, i) => new PairPictures(pair.First, pair.Second, drawn[1 + (2 * i)], drawn[2 + (2 * i)]))]);
    }
}

/// <summary>The pictures of a pair of variants, PNG.</summary>
/// <param name="First">Place of the first variant.</param>
/// <param name="Second">Place of the second variant.</param>
/// <param name="HeatMap">Site × time of expected wait, A, B and A − B.</param>
/// <param name="Map">Sites, A, B and A − B.</param>
internal sealed record PairPictures(int First, int Second, byte[] HeatMap, byte[] Map);

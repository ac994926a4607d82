using Twin.Experiments.Backtesting.Counting;

namespace Twin.Experiments.Reports.Keeping;

/// <summary>Counts are kept as their cells.</summary>
internal sealed class SiteCountsConverter() : KeptAsConverter<SiteCounts, SiteCountsConverter.Counted>("counts are")
{
    /// <inheritdoc/>
    protected override SiteCounts From(Counted kept) =>
        new(kept.File, kept.Cells, kept.HasWaiting);

    /// <inheritdoc/>
    protected override Counted Of(SiteCounts value) => new(value.File, value.Cells, value.HasWaiting);

    internal sealed record Counted(string File, IReadOnlyList<CountCell> Cells, bool HasWaiting);
}

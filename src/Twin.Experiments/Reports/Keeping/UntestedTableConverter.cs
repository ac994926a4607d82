using Twin.Experiments.Suppression;

namespace Twin.Experiments.Reports.Keeping;

/// <summary>The untested are kept as they may be shown, what is kept back left out.</summary>
internal sealed class UntestedTableConverter() : KeptAsConverter<UntestedTable, UntestedTableConverter.Rows>("table of the untested is")
{
    /// <inheritdoc/>
    protected override UntestedTable From(Rows kept) =>
        new(kept.District, kept.Streets, kept.Communities);

    /// <inheritdoc/>
    protected override Rows Of(UntestedTable value) => new(value.District, value.Streets, value.Communities);

    internal sealed record Rows(UntestedRow District, IReadOnlyList<UntestedRow> Streets, IReadOnlyList<UntestedRow> Communities);
}

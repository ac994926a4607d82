using Twin.Model.Testing;

namespace Twin.Experiments.Comparing;

/// <summary>Window and sites of a variant: the same in every replication.</summary>
/// <param name="Residents">Residents.</param>
/// <param name="Open">The window's opening, ms since the start.</param>
/// <param name="Close">The window's close as planned, ms since the start.</param>
/// <param name="Codes">Codes of the sites.</param>
/// <param name="Communities">Codes of the communities in which they lie.</param>
/// <param name="X">Places, cm east.</param>
/// <param name="Y">Places, cm north.</param>
public sealed record VariantPlaces(
    long Residents, long Open, long Close, IReadOnlyList<string> Codes, IReadOnlyList<string> Communities, IReadOnlyList<int> X, IReadOnlyList<int> Y)
{
    /// <summary>Whether the sites of another variant are at the same places, so that a site can be compared with itself.</summary>
    /// <param name="other">The other's places.</param>
    public bool HasSameSitesAs(VariantPlaces other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Codes.SequenceEqual(other.Codes, StringComparer.Ordinal) && X.SequenceEqual(other.X) && Y.SequenceEqual(other.Y);
    }

    /// <summary>Reads them from a replication's result.</summary>
    /// <param name="result">The result.</param>
    internal static VariantPlaces Of(MassTestResult result) => new(
        result.Residents, result.Open, result.Close,
        [.. result.Sites.Select(site => site.Code)], [.. result.Sites.Select(site => site.Community)],
        [.. result.Sites.Select(site => site.X)], [.. result.Sites.Select(site => site.Y)]);
}

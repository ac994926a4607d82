using System.Globalization;

namespace Twin.Experiments.Texts;

/// <summary>A count with its noun: 1 day, 2 days, 1,204 days.</summary>
public static class Counted
{
    /// <summary>The count with the noun's form that belongs to it.</summary>
    /// <param name="count">The count.</param>
    /// <param name="one">The noun after 1.</param>
    /// <param name="others">The noun after any other count; left out: with an s.</param>
    public static string Of(long count, string one, string? others = null) =>
        count.ToString("#,##0", CultureInfo.InvariantCulture) + " " + (count == 1 ? one : others ?? one + "s");
}

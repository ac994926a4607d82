namespace Twin.Experiments.Suppression;

/// <summary>Level of a row.</summary>
internal enum RowLevel
{
    /// <summary>The whole district.</summary>
    District,

    /// <summary>A street or town.</summary>
    Street,

    /// <summary>A community or village.</summary>
    Community,
}

/// <summary>Who was tested and who was not in one place, as far as it may be shown; null is suppressed.</summary>
/// <param name="Level">Level.</param>
/// <param name="Code">Code; that of a street is the first part of its communities' codes.</param>
/// <param name="Parent">Code of the level above; empty for the district.</param>
/// <param name="Residents">Residents.</param>
/// <param name="Tested">Residents tested.</param>
/// <param name="Untested">Untested by reason.</param>
internal sealed record UntestedRow(RowLevel Level, string Code, string Parent, long Residents, long? Tested, IReadOnlyList<long?> Untested)
{
    /// <summary>Whether something in the row is suppressed.</summary>
    public bool Suppressed => Tested is null || Untested.Any(count => count is null);

    /// <summary>All untested; null when the number tested is suppressed.</summary>
    public long? UntestedTotal => Residents - Tested;

    /// <summary>Untested for other reasons than being housebound; null when one of them is suppressed.</summary>
    public long? UntestedMobile => Untested.Where((_, reason) => reason != (int)Model.Testing.UntestedReason.Housebound).Aggregate((long?)0, (sum, count) => sum + count);
}

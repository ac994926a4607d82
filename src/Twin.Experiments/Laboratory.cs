namespace Twin.Experiments;

/// <summary>What comes after the swabs: the laboratory, which the model does not simulate.</summary>
public static class Laboratory
{
    /// <summary>Tubes that the district's laboratories analyse in a day: an estimate (domain, section 3, grade E).</summary>
    public const long TubesPerDay = 15_000;

    /// <summary>Days of laboratory work in a number of tubes.</summary>
    /// <param name="tubes">Tubes.</param>
    public static double Days(long tubes) => (double)tubes / TubesPerDay;
}

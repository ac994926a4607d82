namespace Twin.Model.Results;

/// <summary>What a figure of a day cannot leave, and on which side of the usual its rare days lie.</summary>
/// <param name="Least">Least value that there can be.</param>
/// <param name="Most">Greatest value that there can be; infinite if there is no such end.</param>
/// <param name="Rare">Where the rare days lie.</param>
public readonly record struct MeasureRange(double Least, double Most, RareDays Rare)
{
    /// <summary>A figure of which nothing is known beforehand, such as a difference.</summary>
    public static MeasureRange Unknown => new(double.NegativeInfinity, double.PositiveInfinity, RareDays.AsFound);
}

/// <summary>On which side of the usual the rare days of a figure lie.</summary>
public enum RareDays
{
    /// <summary>Not known beforehand: on the side to which the values found are skewed.</summary>
    AsFound,

    /// <summary>Above: what seldom happens makes the figure greater.</summary>
    Above,

    /// <summary>Below: what seldom happens makes the figure smaller.</summary>
    Below,
}

namespace Twin.Model.Districts;

/// <summary>What a draw of the generator is for: the n of <see cref="Randomness.Purpose.District"/>. The numbers are frozen.</summary>
internal static class DistrictDraw
{
    /// <summary>Size, party membership and place of a household: one block.</summary>
    public const int Household = 0;

    /// <summary>Age and attributes of a resident: one block.</summary>
    public const int Resident = 1;

    /// <summary>How large an organisation is beside its like.</summary>
    public const int Weight = 2;

    /// <summary>Households of a micro-grid.</summary>
    public const int Households = 3;

    /// <summary>Which micro-grids are dedicated.</summary>
    public const int Dedicated = 4;

    /// <summary>Area of a micro-grid beside its like.</summary>
    public const int Area = 5;

    /// <summary>Direction of a cut through the district.</summary>
    public const int Cut = 6;
}

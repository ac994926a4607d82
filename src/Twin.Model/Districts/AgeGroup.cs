namespace Twin.Model.Districts;

/// <summary>The age groups whose shares are controlled.</summary>
internal enum AgeGroup
{
    /// <summary>0 to 14.</summary>
    Child = 0,

    /// <summary>15 to 59.</summary>
    Adult = 1,

    /// <summary>60 to 64.</summary>
    Aged = 2,

    /// <summary>65 or more.</summary>
    Elder = 3,
}

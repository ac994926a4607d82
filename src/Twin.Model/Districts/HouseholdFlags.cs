namespace Twin.Model.Districts;

/// <summary>Attributes of a household.</summary>
[Flags]
public enum HouseholdFlags : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>A party-member household (党员中心户).</summary>
    PartyMember = 1,

    /// <summary>Someone aged 60 or more living alone.</summary>
    AgedAlone = 2,

    /// <summary>A unit of a dedicated micro-grid: not in the household-size marginals.</summary>
    Dedicated = 4,
}

using Twin.Model.Events;

namespace Twin.Model.Districts;

/// <summary>What a place holds: counts of the organisations, households and residents below it.</summary>
internal static class PlaceContents
{
    /// <summary>Counts of a place.</summary>
    /// <param name="district">The district.</param>
    /// <param name="id">The place.</param>
    public static IReadOnlyList<PlaceCount> Of(District district, EntityId id)
    {
        int i = id.Ordinal;
        return id.Kind switch
        {
            EntityKind.District =>
            [
                new("streets", "streets and towns", "街道和镇", district.Streets), Alliances(district.Alliances), .. Communities(district, 0, district.Communities),
            ],
            EntityKind.Street =>
            [
                Alliances(district.AllianceStreet.Count(street => street == i)),
                .. Communities(district, district.StreetFirstCommunity[i], district.StreetFirstCommunity[i + 1]),
            ],
            EntityKind.Community => InCommunities(district, i, i + 1),
            EntityKind.Compound => InBaseGrids(district, district.CompoundFirstBaseGrid[i], district.CompoundLastBaseGrid[i] + 1),
            EntityKind.BaseGrid => InMicroGrids(district, district.BaseGridFirstMicroGrid[i], district.BaseGridFirstMicroGrid[i + 1]),
            EntityKind.MicroGrid or EntityKind.PartyGroup => InHouseholds(district, district.MicroGridFirstHousehold[i], district.MicroGridFirstHousehold[i + 1]),
            EntityKind.Household => [Residents(district.SizeOf(i))],
            EntityKind.Alliance => [Councils(district.CouncilAlliance.Count(alliance => alliance == i))],
            _ => [],
        };
    }

    private static PlaceCount Alliances(int count) => new("alliances", "alliances", "联盟", count);

    private static PlaceCount Councils(int count) => new("councils", "councils", "议事会", count);

    private static PlaceCount Residents(int count) => new("residents", "residents", "居民", count);

    private static IReadOnlyList<PlaceCount> Communities(District district, int from, int end)
    {
        int villages = district.CommunityIsVillage[from..end].Count(isVillage => isVillage);
        return
        [
            new("communities", "communities", "社区", end - from - villages), new("villages", "villages", "行政村", villages),
            .. InCommunities(district, from, end),
        ];
    }

    private static IReadOnlyList<PlaceCount> InCommunities(District district, int from, int end) =>
    [
        Councils(district.CouncilCommunity.Count(community => community >= from && community < end)),
        new("compounds", "compounds", "小区", district.CommunityFirstCompound[end] - district.CommunityFirstCompound[from]),
        .. InBaseGrids(district, district.CommunityFirstBaseGrid[from], district.CommunityFirstBaseGrid[end]),
    ];

    private static IReadOnlyList<PlaceCount> InBaseGrids(District district, int from, int end) =>
    [
        new("baseGrids", "base grids", "基础网格", end - from),
        .. InMicroGrids(district, district.BaseGridFirstMicroGrid[from], district.BaseGridFirstMicroGrid[end]),
    ];

    private static IReadOnlyList<PlaceCount> InMicroGrids(District district, int from, int end) =>
    [
        new("microGrids", "micro-grids", "微网格", end - from),
        .. InHouseholds(district, district.MicroGridFirstHousehold[from], district.MicroGridFirstHousehold[end]),
    ];

    private static IReadOnlyList<PlaceCount> InHouseholds(District district, int from, int end) =>
    [
        new("households", "households", "户", end - from),
        Residents(district.HouseholdFirstResident[end] - district.HouseholdFirstResident[from]),
    ];
}

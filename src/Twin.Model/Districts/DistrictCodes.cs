using Twin.Model.Events;

namespace Twin.Model.Districts;

/// <summary>Uniform codes (统一编号赋码): street–community–base grid–micro-grid–household, such as WJ-07-03-012-H045.</summary>
/// <param name="district">The district whose entities are named.</param>
public sealed class DistrictCodes(District district)
{
    private static readonly string[] StreetCodes = ["ZQ", "HT", "WJ", "KP", "YJ", "QJ", "WT", "CC"];

    /// <summary>An entity's code.</summary>
    /// <param name="id">Its name in a run.</param>
    public string Format(EntityId id)
    {
        int i = id.Ordinal;
        return id.Kind switch
        {
            EntityKind.District => "JB",
            EntityKind.Street => StreetCodes[i],
            EntityKind.Community => Community(i),
            EntityKind.Compound => $"{Community(district.CompoundCommunity[i])}-C{1 + i - district.CommunityFirstCompound[district.CompoundCommunity[i]]:00}",
            EntityKind.BaseGrid => BaseGrid(i),
            EntityKind.MicroGrid => MicroGrid(i),
            EntityKind.PartyGroup => $"{MicroGrid(i)}-P",
            EntityKind.Household => Household(i),
            EntityKind.Council => $"{Community(district.CouncilCommunity[i])}-K{1 + i - Array.IndexOf(district.CouncilCommunity, district.CouncilCommunity[i]):00}",
            EntityKind.Alliance => $"{StreetCodes[district.AllianceStreet[i]]}-A{1 + i - Array.IndexOf(district.AllianceStreet, district.AllianceStreet[i]):00}",
            _ => id.ToString(),
        };
    }

    private string Community(int i) => $"{StreetCodes[district.CommunityStreet[i]]}-{1 + i - district.StreetFirstCommunity[district.CommunityStreet[i]]:00}";

    private string BaseGrid(int i) => $"{Community(district.BaseGridCommunity[i])}-{1 + i - district.CommunityFirstBaseGrid[district.BaseGridCommunity[i]]:00}";

    private string MicroGrid(int i) => $"{BaseGrid(district.MicroGridBaseGrid[i])}-{1 + i - district.BaseGridFirstMicroGrid[district.MicroGridBaseGrid[i]]:000}";

    private string Household(int i) => $"{MicroGrid(district.HouseholdMicroGrid[i])}-H{1 + i - district.MicroGridFirstHousehold[district.HouseholdMicroGrid[i]]:000}";
}

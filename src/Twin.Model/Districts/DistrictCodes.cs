using Twin.Model.Events;
using Twin.Model.Testing;

namespace Twin.Model.Districts;

/// <summary>Uniform codes (统一编号赋码): street–community–base grid–micro-grid–household, such as WJ-07-03-012-H045.</summary>
/// <remarks>
/// <list type="table">
/// <item><term>JB</term><description>the district</description></item>
/// <item><term>WJ</term><description>a street or town; WJ-A01 an alliance of it</description></item>
/// <item><term>WJ-07</term><description>a community or village; WJ-07-C02 a compound, WJ-07-K01 a council of it</description></item>
/// <item><term>WJ-07-03</term><description>a base grid of the community, whether in a compound or not</description></item>
/// <item><term>WJ-07-03-012</term><description>a micro-grid; WJ-07-03-012-P its party group, WJ-07-03-012-H045 a household</description></item>
/// <item><term>S-017</term><description>a testing site</description></item>
/// </list>
/// Numbers count from 1 within what stands before them, and are wider where a district has more of a kind.
/// </remarks>
/// <param name="district">The district whose entities are named.</param>
/// <param name="sites">Number of sites, to refuse others; null if it is not known.</param>
public sealed partial class DistrictCodes(District district, int? sites = null)
{
    private const int LongestCode = 64;

    private readonly CodeShape _shape = new(district);

    /// <summary>An entity's code.</summary>
    /// <param name="id">Its name in a run; the ordinal must exist.</param>
    /// <returns>The code; for a kind without codes, kind and ordinal.</returns>
    /// <exception cref="IndexOutOfRangeException">The district has no such entity.</exception>
    public string Format(EntityId id)
    {
        switch (id.Kind)
        {
            case EntityKind.District:
                return district.Code;
            case EntityKind.Street:
                return district.StreetTable[id.Ordinal].Code;
            case EntityKind.Site:
                return SiteLayout.CodeOf(id.Ordinal);
            case EntityKind.Outside or EntityKind.QueueNetwork:
                return id.ToString();
            default:
                Span<char> code = stackalloc char[LongestCode];
                int length = Write(code, id.Kind, id.Ordinal);
                return new string(code[..length]);
        }
    }

    private int Write(Span<char> code, EntityKind kind, int i)
    {
        switch (kind)
        {
            case EntityKind.Community:
                int street = district.CommunityStreet[i];
                return Number(code, Street(code, street), "-", 1 + i - district.StreetFirstCommunity[street], _shape.Community);
            case EntityKind.Compound:
                int home = district.CompoundCommunity[i];
                return Number(code, Write(code, EntityKind.Community, home), "-C", 1 + i - district.CommunityFirstCompound[home], _shape.Compound);
            case EntityKind.Council:
                int seat = district.CouncilCommunity[i];
                return Number(code, Write(code, EntityKind.Community, seat), "-K", 1 + i - _shape.FirstCouncil[seat], _shape.Council);
            case EntityKind.Alliance:
                int region = district.AllianceStreet[i];
                return Number(code, Street(code, region), "-A", 1 + i - _shape.FirstAlliance[region], _shape.Alliance);
            case EntityKind.BaseGrid:
                int community = district.BaseGridCommunity[i];
                return Number(code, Write(code, EntityKind.Community, community), "-", 1 + i - district.CommunityFirstBaseGrid[community], _shape.BaseGrid);
            case EntityKind.MicroGrid:
                int grid = district.MicroGridBaseGrid[i];
                return Number(code, Write(code, EntityKind.BaseGrid, grid), "-", 1 + i - district.BaseGridFirstMicroGrid[grid], _shape.MicroGrid);
            case EntityKind.PartyGroup:
                int end = Write(code, EntityKind.MicroGrid, i);
                "-P".CopyTo(code[end..]);
                return end + 2;
            case EntityKind.Household:
                int cell = district.HouseholdMicroGrid[i];
                return Number(code, Write(code, EntityKind.MicroGrid, cell), "-H", 1 + i - district.MicroGridFirstHousehold[cell], _shape.Household);
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "Entities of this kind have no place in the district.");
        }
    }

    private int Street(Span<char> code, int street)
    {
        string text = district.StreetTable[street].Code;
        text.CopyTo(code);
        return text.Length;
    }

    private static int Number(Span<char> code, int at, string mark, int number, int width)
    {
        mark.CopyTo(code[at..]);
        at += mark.Length;
        for (int digit = at + width - 1; digit >= at; digit--)
        {
            (number, int rest) = Math.DivRem(number, 10);
            code[digit] = (char)('0' + rest);
        }

        return at + width;
    }
}

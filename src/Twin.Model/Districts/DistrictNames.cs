using System.Collections.Concurrent;
using System.Globalization;
using Bogus;
using Bogus.DataSets;
using Twin.Model.Events;
using Twin.Model.Testing;

namespace Twin.Model.Districts;

/// <summary>Names of places: fictional (Bogus, zh_CN) but for the streets', which are the specification's. People and households have none.</summary>
/// <remarks>
/// A name is drawn by the entity's own seed when it is first asked for, and then kept; among the children of one parent no two are alike.
/// Safe from several threads. Never needed on the run path.
/// </remarks>
/// <param name="district">The district.</param>
/// <param name="seed">Seed of the names.</param>
public sealed class DistrictNames(District district, int seed = 2022)
{
    private const int TriesMax = 200;
    private static readonly string[] CompoundEndings = ["家园", "花园", "小区", "苑", "新村", "雅居"];
    private readonly ConcurrentDictionary<(EntityKind Kind, int Parent), string[]> _names = new();
    private readonly DistrictCodes _codes = new(district);

    /// <summary>Chinese name.</summary>
    /// <param name="id">The entity; it must exist.</param>
    /// <returns>Such as 文轩社区, 明辉花园, 文轩社区第3网格.</returns>
    public string Of(EntityId id)
    {
        int i = id.Ordinal;
        switch (id.Kind)
        {
            case EntityKind.District:
                return district.NameZh;
            case EntityKind.Street:
                StreetSpecification street = district.StreetTable[i];
                return street.NameZh.Length > 0 ? street.NameZh : street.Name;
            case EntityKind.Community:
                return Among(id.Kind, district.CommunityStreet[i], district.StreetFirstCommunity, i);
            case EntityKind.Compound:
                return Among(id.Kind, district.CompoundCommunity[i], district.CommunityFirstCompound, i);
            case EntityKind.BaseGrid:
                int community = district.BaseGridCommunity[i];
                return Numbered(Of(EntityId.Of(EntityKind.Community, community)), "第", i - district.CommunityFirstBaseGrid[community], "网格");
            case EntityKind.MicroGrid:
                int grid = district.MicroGridBaseGrid[i];
                string kind = district.MicroGridIsDedicated[i] ? "专属微网格" : "微网格";
                return Numbered(Of(EntityId.Of(EntityKind.BaseGrid, grid)), "第", i - district.BaseGridFirstMicroGrid[grid], kind);
            case EntityKind.PartyGroup:
                return Of(EntityId.Of(EntityKind.MicroGrid, i)) + "党小组";
            case EntityKind.Household:
                int cell = district.HouseholdMicroGrid[i];
                return Numbered(Of(EntityId.Of(EntityKind.MicroGrid, cell)), "", i - district.MicroGridFirstHousehold[cell], "号");
            case EntityKind.Council:
                int seat = district.CouncilCommunity[i];
                return Numbered(Of(EntityId.Of(EntityKind.Community, seat)), "第", i - Array.IndexOf(district.CouncilCommunity, seat), "议事会");
            case EntityKind.Alliance:
                return AllianceName(i);
            case EntityKind.Site:
                return SiteLayout.CodeOf(i) + "采样点";
            default:
                return id.ToString();
        }
    }

    /// <summary>English label: what it is, and its code.</summary>
    /// <param name="id">The entity; it must exist.</param>
    /// <returns>Such as "Community WJ-07"; for a district or street its name.</returns>
    public string English(EntityId id) => id.Kind switch
    {
        EntityKind.District => $"{district.Name} district",
        EntityKind.Street => $"{district.StreetTable[id.Ordinal].Name} {(district.StreetTable[id.Ordinal].Town ? "town" : "street")}",
        EntityKind.Community => $"{(district.CommunityIsVillage[id.Ordinal] ? "Village" : "Community")} {_codes.Format(id)}",
        EntityKind.Compound => $"Compound {_codes.Format(id)}",
        EntityKind.BaseGrid => $"Base grid {_codes.Format(id)}",
        EntityKind.MicroGrid => $"{(district.MicroGridIsDedicated[id.Ordinal] ? "Dedicated micro-grid" : "Micro-grid")} {_codes.Format(id)}",
        EntityKind.PartyGroup => $"Party group {_codes.Format(id)}",
        EntityKind.Household => $"{((district.HouseholdFlags[id.Ordinal] & HouseholdFlags.Dedicated) == 0 ? "Household" : "Unit")} {_codes.Format(id)}",
        EntityKind.Council => $"Council {_codes.Format(id)}",
        EntityKind.Alliance => $"Alliance {_codes.Format(id)}",
        EntityKind.Site => $"Site {_codes.Format(id)}",
        _ => id.ToString(),
    };

    private string AllianceName(int alliance)
    {
        int street = district.AllianceStreet[alliance];
        int first = Array.IndexOf(district.AllianceStreet, street);
        int end = Array.LastIndexOf(district.AllianceStreet, street) + 1;
        return _names.GetOrAdd((EntityKind.Alliance, street), _ => Draw(EntityKind.Alliance, first, end))[alliance - first];
    }

    private string Among(EntityKind kind, int parent, int[] firsts, int i) =>
        _names.GetOrAdd((kind, parent), _ => Draw(kind, firsts[parent], firsts[parent + 1]))[i - firsts[parent]];

    private static string Numbered(string of, string before, int index, string after) =>
        string.Create(CultureInfo.InvariantCulture, $"{of}{before}{index + 1}{after}");

    /// <summary>Names of siblings in code order; who finds a name taken draws another.</summary>
    private string[] Draw(EntityKind kind, int from, int end)
    {
        string[] names = new string[end - from];
        HashSet<string> taken = new(StringComparer.Ordinal);
        for (int i = from; i < end; i++)
        {
            Name words = new("zh_CN") { Random = new Randomizer(unchecked((seed * 397) ^ (int)EntityId.Of(kind, i).Packed)) };
            string name = Candidate(words, kind, i, wordCount: 1);
            for (int tries = 1; !taken.Add(name); tries++)
            {
                name = tries < TriesMax
                    ? Candidate(words, kind, i, wordCount: 1 + (tries / 10))
                    : throw new InvalidOperationException($"No name left for {kind}#{i} among {end - from} siblings after {tries} draws.");
            }

            names[i - from] = name;
        }

        return names;
    }

    /// <summary>Given names make auspicious place names, and name nobody without a surname.</summary>
    private string Candidate(Name words, EntityKind kind, int i, int wordCount)
    {
        string stem = "";
        while (stem.Length < 2 * wordCount)
        {
            stem += words.FirstName();
        }

        return stem + kind switch
        {
            EntityKind.Community => district.CommunityIsVillage[i] ? "村" : "社区",
            EntityKind.Compound => words.Random.ArrayElement(CompoundEndings),
            _ => "区域治理联盟",
        };
    }
}

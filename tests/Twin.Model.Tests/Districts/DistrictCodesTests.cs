using Twin.Model.Districts;
using Twin.Model.Events;

namespace Twin.Model.Tests.Districts;

public sealed class DistrictCodesTests
{
    private static IEnumerable<(EntityKind Kind, int Count)> Kinds(District district) =>
    [
        (EntityKind.District, 1), (EntityKind.Street, district.Streets), (EntityKind.Community, district.Communities), (EntityKind.Compound, district.Compounds),
        (EntityKind.BaseGrid, district.BaseGrids), (EntityKind.MicroGrid, district.MicroGrids), (EntityKind.PartyGroup, district.MicroGrids),
        (EntityKind.Household, district.Households), (EntityKind.Council, district.Councils), (EntityKind.Alliance, district.Alliances), (EntityKind.Site, 1_204),
    ];

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.05)]
    [InlineData(1)]
    public void Parse_EveryFormattedCode_GivesTheEntityBack(double scale)
    {
        District district = GeneratedDistricts.At(scale);
        DistrictCodes codes = new(district);
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach ((EntityKind kind, int count) in Kinds(district))
        {
            for (int i = 0; i < count; i++)
            {
                string code = codes.Format(EntityId.Of(kind, i));
                Assert.True(seen.Add(code), $"{code} names two entities.");
                Assert.Equal(EntityId.Of(kind, i), codes.Parse(code));
            }
        }
    }

    [Fact]
    public void Format_HierarchyAtFullScale_KeepsTextInTheOrderOfOrdinals()
    {
        District district = GeneratedDistricts.Full;
        DistrictCodes codes = new(district);
        string[] households = [.. Enumerable.Range(0, district.Households).Select(i => codes.Format(EntityId.Of(EntityKind.Household, i)))];
        Assert.Equal(households.Order(StringComparer.Ordinal), households);
        Assert.Matches("^[A-Z]{2}-[0-9]{2}-[0-9]{2}-[0-9]{3}-H[0-9]{3}$", households[^1]);
        Assert.Equal("CC-01-01-001-H001", households[0]);
    }

    [Fact]
    public void Format_MoreThanNinetyNineCommunitiesInAStreet_WidensAndReadsBack()
    {
        District district = GeneratedDistricts.At(10);
        DistrictCodes codes = new(district);
        foreach ((EntityKind kind, int count) in Kinds(district))
        {
            for (int i = 0; i < count; i += Math.Max(1, count / 500))
            {
                Assert.Equal(EntityId.Of(kind, i), codes.Parse(codes.Format(EntityId.Of(kind, i))));
            }
        }

        Assert.Equal(6, codes.Format(EntityId.Of(EntityKind.Community, 0)).Length);
    }

    [Theory]
    [InlineData("", "street ''", "allowed: CC, HT, KP, QJ, WJ, WT, YJ, ZQ, JB for the district, S for a site")]
    [InlineData("XX-01", "street 'XX'", "allowed: CC, HT")]
    [InlineData("wj-07", "street 'wj'", "allowed: CC")]
    [InlineData("WJ-", "community ''", "allowed in WJ: 01 to ")]
    [InlineData("WJ-99", "community '99'", "allowed in WJ: 01 to ")]
    [InlineData("WJ-00", "community '00'", "allowed in WJ: 01 to ")]
    [InlineData("WJ-1", "community '1'", "allowed in WJ: 01 to ")]
    [InlineData("WJ-001", "community '001'", "allowed in WJ: 01 to ")]
    [InlineData("WJ- 1", "community ' 1'", "allowed in WJ: 01 to ")]
    [InlineData("WJ-01-99", "base grid '99'", "allowed in WJ-01: 01 to ")]
    [InlineData("WJ-01-", "base grid ''", "C and a number for a compound, K for a council")]
    [InlineData("WJ-01-C77", "compound 'C77'", "allowed in WJ-01: C01 to C")]
    [InlineData("WJ-01-C01-1", "nothing may follow 'C01'", "found '-1'")]
    [InlineData("WJ-01-K44", "council 'K44'", "WJ-01")]
    [InlineData("WJ-A77", "alliance 'A77'", "allowed in WJ: A01 to A")]
    [InlineData("WJ-01-01-1", "micro-grid '1'", "allowed in WJ-01-01: 001 to ")]
    [InlineData("WJ-01-01-001-045", "household '045'", "allowed in WJ-01-01-001: H001 to H0")]
    [InlineData("WJ-01-01-001-H081", "household 'H081'", "or P for the party group")]
    [InlineData("WJ-01-01-001-P-1", "nothing may follow 'P'", "found '-1'")]
    [InlineData("WJ-01-01-001-H001-x", "nothing may follow 'H001'", "found '-x'")]
    [InlineData("JB-01", "nothing follows the district's code", "found '-01'")]
    [InlineData("S", "site ''", "allowed: S-001")]
    [InlineData("S-000", "site '000'", "allowed: S-001 to S-204")]
    [InlineData("S-17", "site '17'", "allowed: S-001 to S-204")]
    [InlineData("S-205", "site '205'", "allowed: S-001 to S-204")]
    [InlineData("S-017-1", "site '017-1'", "allowed: S-001 to S-204")]
    [InlineData("S-99999999999", "site '99999999999'", "allowed: S-001 to S-204")]
    public void Parse_MalformedOrUnknown_SaysPartFoundAndAllowed(string code, string part, string allowed)
    {
        DistrictCodes codes = new(GeneratedDistricts.Full, sites: 204);
        FormatException refusal = Assert.Throws<FormatException>(() => codes.Parse(code));
        Assert.StartsWith($"code '{code}': ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(part, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(allowed, refusal.Message, StringComparison.Ordinal);
        Assert.False(codes.TryParse(code, out EntityId id));
        Assert.Equal(default, id);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("zh-CN")]
    [InlineData("de-DE")]
    public void FormatAndParse_OtherCulture_AreTheSame(string culture)
    {
        DistrictCodes codes = new(GeneratedDistricts.Full);
        EntityId id = EntityId.Of(EntityKind.Household, 123_456);
        Assert.Equal(codes.Format(id), UnderCulture.Run(culture, () => codes.Format(id)));
        Assert.Equal(id, UnderCulture.Run(culture, () => codes.Parse(codes.Format(id))));
    }
}

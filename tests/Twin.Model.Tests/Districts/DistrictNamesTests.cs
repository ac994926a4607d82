using Twin.Model.Districts;
using Twin.Model.Events;

namespace Twin.Model.Tests.Districts;

public sealed class DistrictNamesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public void Of_Siblings_AreAllDifferent(double scale)
    {
        District district = GeneratedDistricts.At(scale);
        DistrictNames names = new(district);
        AssertDifferent(names, EntityKind.Community, district.CommunityStreet);
        AssertDifferent(names, EntityKind.Compound, district.CompoundCommunity);
        AssertDifferent(names, EntityKind.BaseGrid, district.BaseGridCommunity);
        AssertDifferent(names, EntityKind.Alliance, district.AllianceStreet);
        AssertDifferent(names, EntityKind.Council, district.CouncilCommunity);
    }

    [Fact]
    public void Of_SameEntity_IsTheSameWhateverWasAskedBefore()
    {
        District district = GeneratedDistricts.Full;
        DistrictNames forwards = new(district);
        DistrictNames backwards = new(district);
        string[] there = [.. Enumerable.Range(0, district.Communities).Select(i => forwards.Of(EntityId.Of(EntityKind.Community, i)))];
        string[] back = [.. Enumerable.Range(0, district.Communities).Reverse().Select(i => UnderCulture.Run("tr-TR", () => backwards.Of(EntityId.Of(EntityKind.Community, i))))];
        Assert.Equal(there, back.Reverse());
        Assert.True(there.Distinct(StringComparer.Ordinal).Count() > 100);
        Assert.NotEqual(there, [.. Enumerable.Range(0, district.Communities).Select(i => new DistrictNames(district, 1).Of(EntityId.Of(EntityKind.Community, i)))]);
    }

    [Fact]
    public void OfAndEnglish_EachKind_SayWhatItIs()
    {
        District district = GeneratedDistricts.Full;
        DistrictNames names = new(district);
        DistrictCodes codes = new(district);
        Assert.Equal(("江北区", "Jiangbei district"), Both("JB"));
        Assert.Equal(("慈城镇", "Cicheng town"), Both("CC"));
        Assert.Equal(("文教街道", "Wenjiao street"), Both("WJ"));
        Assert.EndsWith("社区", Both("WJ-01").Chinese, StringComparison.Ordinal);
        Assert.Equal("Community WJ-01", Both("WJ-01").English);
        int village = Array.IndexOf(district.CommunityIsVillage, true);
        Assert.EndsWith("村", names.Of(EntityId.Of(EntityKind.Community, village)), StringComparison.Ordinal);
        Assert.StartsWith("Village ", names.English(EntityId.Of(EntityKind.Community, village)), StringComparison.Ordinal);
        Assert.Equal(Both("WJ-01").Chinese + "第2网格", Both("WJ-01-02").Chinese);
        Assert.Equal("Compound WJ-01-C01", Both("WJ-01-C01").English);
        Assert.Contains("微网格", Both("WJ-01-01-001").Chinese, StringComparison.Ordinal);
        Assert.EndsWith("党小组", Both("WJ-01-01-001-P").Chinese, StringComparison.Ordinal);
        Assert.EndsWith("7号", Both("WJ-01-01-001-H007").Chinese, StringComparison.Ordinal);
        Assert.EndsWith("区域治理联盟", Both("WJ-A01").Chinese, StringComparison.Ordinal);
        Assert.Equal(("S-017采样点", "Site S-017"), Both("S-017"));

        (string Chinese, string English) Both(string code) => (names.Of(codes.Parse(code)), names.English(codes.Parse(code)));
    }

    private static void AssertDifferent(DistrictNames names, EntityKind kind, int[] parents)
    {
        HashSet<(int, string)> seen = [];
        Assert.All(Enumerable.Range(0, parents.Length), i => Assert.True(seen.Add((parents[i], names.Of(EntityId.Of(kind, i))))));
    }
}

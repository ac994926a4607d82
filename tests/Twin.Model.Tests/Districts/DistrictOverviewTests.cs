using Twin.Model.Districts;
using Twin.Model.Events;

namespace Twin.Model.Tests.Districts;

public sealed class DistrictOverviewTests
{
    [Theory]
    [InlineData(0.05)]
    [InlineData(1)]
    public void Totals_GeneratedDistrict_EqualsTheStatedCounts(double scale)
    {
        IReadOnlyList<ControlTotal> totals = DistrictOverview.Totals(GeneratedDistricts.At(scale), new DistrictSpecification(), scale);
        string[] exact = ["streets", "alliances", "councils", "communities", "villages", "compounds", "baseGrids", "microGrids", "partyGroups", "ruralMicroGrids", "dedicatedMicroGrids", "households", "residents"];
        Assert.All(exact, key => Assert.Equal(totals.Single(total => total.Key == key).Stated, totals.Single(total => total.Key == key).Actual));
        Assert.Equal(totals.Count, totals.Select(total => total.Key).Distinct(StringComparer.Ordinal).Count());
        Assert.All(totals, total => Assert.Contains(total.Grade, new[] { "S", "P", "E", "D" }));
        Assert.True(totals.Single(total => total.Key == "householdsLeast").Actual >= 50);
        Assert.True(totals.Single(total => total.Key == "householdsMost").Actual <= 80);
    }

    [Fact]
    public void Totals_AnotherSpecification_ShowsWhatDiffers()
    {
        ControlTotal compounds = DistrictOverview.Totals(GeneratedDistricts.Full, new DistrictSpecification { Compounds = 200 }, 1).Single(total => total.Key == "compounds");
        Assert.Equal((200, 180), (compounds.Stated, compounds.Actual));
    }

    [Theory]
    [InlineData("WJ-01-01-001-H001", "JB WJ WJ-01 WJ-01-C01 WJ-01-01 WJ-01-01-001 WJ-01-01-001-H001")]
    [InlineData("WJ-01-01-001-P", "JB WJ WJ-01 WJ-01-C01 WJ-01-01 WJ-01-01-001 WJ-01-01-001-P")]
    [InlineData("WJ-A01", "JB WJ WJ-A01")]
    [InlineData("WJ-01-K01", "JB WJ WJ-01 WJ-01-K01")]
    [InlineData("JB", "JB")]
    public void Place_Code_GivesTheChainAbove(string code, string chain) => Assert.Equal(chain, string.Join(' ', Chain(code).Select(row => row.Code)));

    [Fact]
    public void Place_HouseholdInAVillage_HasNoCompoundAbove()
    {
        District district = GeneratedDistricts.Full;
        int grid = Array.FindIndex(district.MicroGridBaseGrid, grid => district.BaseGridCompound[grid] < 0);
        string code = new DistrictCodes(district).Format(EntityId.Of(EntityKind.MicroGrid, grid));
        Assert.Equal(
            [EntityKind.District, EntityKind.Street, EntityKind.Community, EntityKind.BaseGrid, EntityKind.MicroGrid], Chain(code).Select(row => row.Id.Kind));
    }

    [Fact]
    public void Place_Streets_HoldTogetherWhatTheDistrictHolds()
    {
        District district = GeneratedDistricts.Full;
        DistrictNames names = new(district);
        IReadOnlyList<PlaceCount> whole = DistrictOverview.Place(district, names, EntityId.Of(EntityKind.District, 0))[^1].Counts;
        List<PlaceCount> parts = [.. Enumerable.Range(0, 8).SelectMany(street => DistrictOverview.Place(district, names, EntityId.Of(EntityKind.Street, street))[^1].Counts)];
        Assert.All(whole.Where(count => count.Key != "streets"), count => Assert.Equal(count.Count, parts.Where(part => part.Key == count.Key).Sum(part => part.Count)));
        Assert.Equal(490_000, whole.Single(count => count.Key == "residents").Count);
    }

    [Fact]
    public void Place_Site_IsRefused() =>
        Assert.Contains(
            "has no place in the district's hierarchy",
            Assert.Throws<ArgumentException>(() => DistrictOverview.Place(GeneratedDistricts.Small, new DistrictNames(GeneratedDistricts.Small), EntityId.Of(EntityKind.Site, 0))).Message,
            StringComparison.Ordinal);

    private static IReadOnlyList<PlaceRow> Chain(string code)
    {
        District district = GeneratedDistricts.Full;
        return DistrictOverview.Place(district, new DistrictNames(district), new DistrictCodes(district).Parse(code));
    }
}

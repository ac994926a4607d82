using Twin.Model.Districts;

namespace Twin.Model.Tests.Districts;

public sealed class DistrictGeneratorTests
{
    [Fact]
    public void Generate_FullScale_MeetsTheStatedTotalsExactly()
    {
        District district = GeneratedDistricts.Full;
        Assert.Equal(490_000, district.Residents);
        Assert.Equal(3_339, district.MicroGrids);
        Assert.Equal(803, district.BaseGrids);
        Assert.Equal(180, district.Compounds);
        Assert.Equal(165, district.Communities);
        Assert.Equal(90, district.CommunityIsVillage.Count(village => village));
        Assert.Equal(138, district.Councils);
        Assert.Equal(46, district.Alliances);
        Assert.Equal(8, district.Streets);
        Assert.Equal(620, district.MicroGridBaseGrid.Count(grid => district.BaseGridCompound[grid] < 0));
        Assert.Equal(200, district.MicroGridIsDedicated.Count(dedicated => dedicated));
        Assert.InRange(district.Households, 220_000 * 0.99, 220_000 * 1.01);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.05)]
    [InlineData(0.37)]
    [InlineData(2)]
    public void Generate_Scaled_RoundsEveryTotalAndKeepsStreets(double scale)
    {
        District district = GeneratedDistricts.At(scale);
        int Scaled(int total) => Math.Max(1, (int)Math.Round(total * scale, MidpointRounding.ToEven));
        Assert.Equal(Scaled(490_000), district.Residents);
        Assert.Equal(Scaled(3_339), district.MicroGrids);
        Assert.Equal(Scaled(803), district.BaseGrids);
        Assert.Equal(Scaled(180), district.Compounds);
        Assert.Equal(Scaled(75) + Scaled(90), district.Communities);
        Assert.Equal(Scaled(138), district.Councils);
        Assert.Equal(Scaled(46), district.Alliances);
        Assert.Equal(8, district.Streets);
    }

    [Fact]
    public void Generate_TenTimes_MeetsTotalsAndNeverLeavesTheBoundsOfAGrid()
    {
        District district = GeneratedDistricts.At(10);
        Assert.Equal(4_900_000, district.Residents);
        Assert.Equal(33_390, district.MicroGrids);
        AssertTree(district);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.05)]
    [InlineData(1)]
    [InlineData(2)]
    public void Generate_AnyScale_GivesOneTreeWithChildrenInOrder(double scale) => AssertTree(GeneratedDistricts.At(scale));

    [Fact]
    public void Generate_SameSpecification_GivesTheSameDistrict()
    {
        District one = DistrictGenerator.Generate(new DistrictSpecification(), 0.05);
        District other = DistrictGenerator.Generate(new DistrictSpecification(), 0.05);
        Assert.Equal(Everything(one), Everything(other));
    }

    [Fact]
    public void Generate_OtherSeed_GivesAnotherDistrictWithTheSameTotals()
    {
        District one = GeneratedDistricts.Small;
        District other = DistrictGenerator.Generate(new DistrictSpecification { Seed = 7 }, 0.05);
        Assert.Equal((one.Residents, one.MicroGrids, one.BaseGrids, one.Compounds), (other.Residents, other.MicroGrids, other.BaseGrids, other.Compounds));
        Assert.NotEqual(one.ResidentAge, other.ResidentAge);
        Assert.NotEqual(one.MicroGridX, other.MicroGridX);
        Assert.NotEqual(one.MicroGridFirstHousehold, other.MicroGridFirstHousehold);
        Assert.NotEqual(one.MicroGridIsDedicated, other.MicroGridIsDedicated);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("zh-CN")]
    [InlineData("de-DE")]
    public void Generate_OtherCulture_GivesTheSameDistrict(string culture)
    {
        District district = UnderCulture.Run(culture, () => DistrictGenerator.Generate(new DistrictSpecification(), 0.05));
        Assert.Equal(Everything(GeneratedDistricts.Small), Everything(district));
    }

    [Fact]
    public void Generate_AnotherSpecification_NeedsNoCode()
    {
        DistrictSpecification spec = new()
        {
            Code = "XX",
            Name = "Elsewhere",
            NameZh = "别处区",
            Streets = [new() { Code = "NB", Name = "North", NameZh = "北街道" }, new() { Code = "EA", Name = "East", NameZh = "东镇", Town = true, Communities = 2 }],
            Residents = 20_000,
            MicroGrids = 130,
            RuralMicroGrids = 0,
            Villages = 0,
            Communities = 3,
            Compounds = 6,
            BaseGrids = 30,
            Councils = 4,
            Alliances = 2,
            AreaSquareKilometres = 3,
            WidthMetres = 3_000,
            HeightMetres = 2_000,
            UrbanArea = 1,
        };
        District district = DistrictGenerator.Generate(spec, 1);
        AssertTree(district);
        Assert.Equal((20_000, 130, 2, "XX"), (district.Residents, district.MicroGrids, district.Streets, district.Code));
        Assert.Equal(["EA", "NB"], district.StreetTable.Select(street => street.Code));
        Assert.Equal([0, 2, 3], district.StreetFirstCommunity);
    }

    private static List<object> Everything(District district) =>
        [.. typeof(District).GetProperties().Where(property => property.PropertyType.IsArray).Select(property => property.GetValue(district)!)];

    private static void AssertTree(District district)
    {
        AssertChildren(district.StreetFirstCommunity, district.CommunityStreet, least: 0);
        AssertChildren(district.CommunityFirstBaseGrid, district.BaseGridCommunity, least: 1);
        AssertChildren(district.CommunityFirstCompound, district.CompoundCommunity, least: 0);
        AssertChildren(district.BaseGridFirstMicroGrid, district.MicroGridBaseGrid, least: 1);
        AssertChildren(district.MicroGridFirstHousehold, district.HouseholdMicroGrid, least: 50, most: 80);
        Assert.Equal(district.Households, district.HouseholdFirstResident.Length - 1);
        Assert.Equal(district.Residents, district.HouseholdFirstResident[^1]);
        Assert.InRange(Enumerable.Range(0, district.Households).Min(district.SizeOf), 1, 31);
        Assert.InRange(Enumerable.Range(0, district.Households).Max(district.SizeOf), 1, 31);
        for (int grid = 0; grid < district.BaseGrids; grid++)
        {
            int compound = district.BaseGridCompound[grid];
            Assert.Equal(district.CommunityIsVillage[district.BaseGridCommunity[grid]], compound < 0);
            if (compound >= 0)
            {
                Assert.Equal(district.BaseGridCommunity[grid], district.CompoundCommunity[compound]);
                Assert.InRange(grid, district.CompoundFirstBaseGrid[compound], district.CompoundLastBaseGrid[compound]);
            }
        }

        Assert.Equal(district.Compounds, district.BaseGridCompound.Where(compound => compound >= 0).Distinct().Count());
        Assert.Equal(district.CouncilCommunity.Order(), district.CouncilCommunity);
        Assert.Equal(district.AllianceStreet.Order(), district.AllianceStreet);
        Assert.Equal(district.Alliances, district.CouncilAlliance.Distinct().Count());
        Assert.All(district.CouncilCommunity, community => Assert.InRange(community, 0, district.Communities - 1));
    }

    private static void AssertChildren(int[] firsts, int[] parents, int least, int most = int.MaxValue)
    {
        Assert.Equal((0, parents.Length), (firsts[0], firsts[^1]));
        for (int parent = 0; parent + 1 < firsts.Length; parent++)
        {
            Assert.InRange(firsts[parent + 1] - firsts[parent], least, most);
            Assert.False(parents.AsSpan(firsts[parent]..firsts[parent + 1]).ContainsAnyExcept(parent), $"A child in the range of parent {parent} has another.");
        }
    }
}

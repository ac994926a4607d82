using Twin.Model.Districts;
using Twin.Model.Scenarios;
using Twin.Model.Testing;
using Twin.Model.Tests.Districts;

namespace Twin.Model.Tests.Testing;

public sealed class SitePlacementTests
{
    private static readonly Lazy<SiteLayout> Full = new(() => Place(1));

    [Fact]
    public void Place_FullScale_GivesTwoHundredAndFourSites() => Assert.Equal(204, Full.Value.Count);

    [Theory]
    [InlineData(0.05)]
    [InlineData(1)]
    [InlineData(2)]
    public void Place_Loads_AreWithinAQuarterOfTheMean(double scale)
    {
        SiteLayout layout = Place(scale);
        double mean = GeneratedDistricts.At(scale).Residents / (double)layout.Count;
        Assert.All(layout.HomeResidents, residents => Assert.InRange(residents / mean, 0.75, 1.25));
        Assert.Equal(GeneratedDistricts.At(scale).Residents, layout.HomeResidents.Sum());
    }

    [Fact]
    public void Place_HomeResidents_AreThoseOfTheHomeMicroGrids()
    {
        District district = GeneratedDistricts.Full;
        long[] residents = new long[Full.Value.Count];
        for (int household = 0; household < district.Households; household++)
        {
            residents[Full.Value.HomeSite[district.HouseholdMicroGrid[household]]] += district.SizeOf(household);
        }

        Assert.Equal(residents, Full.Value.HomeResidents);
    }

    [Fact]
    public void Place_Ways_AreHardlyLongerThanToTheNearestSite()
    {
        District district = GeneratedDistricts.Full;
        SiteLayout layout = Full.Value;
        (double home, double nearest, double longest) = (0, 0, 0);
        for (int grid = 0; grid < district.MicroGrids; grid++)
        {
            double way = Metres(district, layout, grid, layout.HomeSite[grid]);
            home += way;
            nearest += Math.Min(way, Metres(district, layout, grid, layout.NearestOthers[grid][0]));
            longest = Math.Max(longest, way);
        }

        Assert.True(home < 1.08 * nearest, $"Mean way {home / district.MicroGrids:0} m, to the nearest site {nearest / district.MicroGrids:0} m.");
        Assert.True(longest < 3_000, $"Longest way {longest:0} m.");
    }

    [Fact]
    public void Place_HomeSites_AreMostlyInTheSameCommunity()
    {
        District district = GeneratedDistricts.Full;
        double same = Enumerable.Range(0, district.MicroGrids)
            .Average(grid => Full.Value.Community[Full.Value.HomeSite[grid]] == district.BaseGridCommunity[district.MicroGridBaseGrid[grid]] ? 1.0 : 0);
        Assert.True(same > 0.7, $"Same community: {same:0.00}");
    }

    [Fact]
    public void Place_Sites_AreNumberedInCodeOrderOfTheirCommunities() => Assert.Equal(Full.Value.Community.Order(), Full.Value.Community);

    [Fact]
    public void Place_Neighbours_AreTheTwentyNearestInOrder()
    {
        District district = GeneratedDistricts.Full;
        SiteLayout layout = Full.Value;
        for (int grid = 0; grid < district.MicroGrids; grid += 37)
        {
            IEnumerable<int> expected = Enumerable.Range(0, layout.Count).Where(site => site != layout.HomeSite[grid])
                .OrderBy(site => Metres(district, layout, grid, site)).ThenBy(site => site).Take(20);
            Assert.Equal(expected, layout.NearestOthers[grid]);
        }

        Assert.All(Enumerable.Range(0, layout.Count), site => Assert.Equal(20, layout.NearestTo[site].Where(other => other != site).Distinct().Count()));
    }

    [Fact]
    public void Place_FewSites_ListsAllOthers()
    {
        SiteLayout layout = Place(0.05);
        Assert.Equal(10, layout.Count);
        Assert.All(Enumerable.Range(0, 10), site => Assert.Equal(Enumerable.Range(0, 10).Where(other => other != site), layout.NearestTo[site].Order()));
        Assert.All(layout.NearestOthers, others => Assert.Equal(9, others.Length));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(3_339)]
    public void Place_GivenNumber_IsKeptAndEverySiteHasAHome(int count)
    {
        SiteLayout layout = Place(1, new SiteParameters { Count = count });
        Assert.Equal(count, layout.Count);
        Assert.Equal(count, layout.HomeSite.Distinct().Count());
        Assert.All(layout.HomeResidents, residents => Assert.True(residents > 0));
        Assert.Equal(Math.Min(20, count - 1), layout.NearestOthers[0].Length);
    }

    [Fact]
    public void Place_GivenNumber_ScalesWithTheDistrict() => Assert.Equal(10, Place(0.05, new SiteParameters { Count = 204 }).Count);

    [Fact]
    public void Place_FurtherReserve_ComesLastAndChangesNoHome()
    {
        SiteLayout layout = Place(1, new SiteParameters { Reserve = ["S-205", "S-206", "S-017"] });
        Assert.Equal(206, layout.Count);
        Assert.Equal(Full.Value.HomeSite, layout.HomeSite);
        Assert.Equal(Full.Value.X, layout.X[..204]);
        Assert.Equal([0L, 0L], layout.HomeResidents[204..]);
        Assert.NotEqual((layout.X[204], layout.Y[204]), (layout.X[205], layout.Y[205]));
    }

    [Theory]
    [InlineData("S-999")]
    [InlineData("S-17")]
    [InlineData("WJ-01")]
    public void Place_ReserveThatLeavesAGapOrIsNoSite_IsRefused(string code)
    {
        ScenarioInputException refusal = Assert.Throws<ScenarioInputException>(() => Place(1, new SiteParameters { Reserve = [code] }));
        Assert.Contains($"testing.sites.reserve: found {code}; allowed: S-001 to S-204", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Place_MoreSitesThanMicroGrids_IsRefused()
    {
        ScenarioInputException refusal = Assert.Throws<ScenarioInputException>(() => Place(0.05, new SiteParameters { Count = 10_000 }));
        Assert.Contains("testing.sites.count: found 10000, which makes 500 sites at scale 0.05; allowed: 1 to 167", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ScenarioInputException>(() => Place(0.05, new SiteParameters { ResidentsPerSite = 10 }));
    }

    [Fact]
    public void Place_OtherCultureOrAgain_IsTheSame()
    {
        SiteLayout again = UnderCulture.Run("tr-TR", () => Place(1));
        Assert.Equal(Full.Value.HomeSite, again.HomeSite);
        Assert.Equal(Full.Value.X, again.X);
        Assert.Equal(Full.Value.NearestTo, again.NearestTo);
    }

    private static SiteLayout Place(double scale, SiteParameters? sites = null) => SitePlacement.Place(
        GeneratedDistricts.At(scale), new Scenario { Scale = scale, Testing = new MassTestingParameters { Sites = sites ?? new SiteParameters() } });

    private static double Metres(District district, SiteLayout layout, int grid, int site)
    {
        (double dx, double dy) = (district.MicroGridX[grid] - (double)layout.X[site], district.MicroGridY[grid] - (double)layout.Y[site]);
        return Math.Sqrt((dx * dx) + (dy * dy)) / 100;
    }
}

using Twin.Experiments.Replicating;
using Twin.Kernel;
using Twin.Model.Districts;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Tests.Replicating;

public sealed class PlanShelfTests
{
    private static readonly Scenario Small = new() { Name = "small", Activity = Activity.MassTesting, Scale = 0.01, Horizon = Duration.Minutes(24 * 60) };

    [Fact]
    public void PlacesOf_OtherStaff_SharesDistrictAndSites()
    {
        PlanShelf shelf = new();
        MassTestPlan one = shelf.PlanOf(Small, 1);
        MassTestPlan other = shelf.PlanOf(Small with { Testing = Small.Testing with { Staff = Small.Testing.Staff with { Samplers = 100 } } }, 2);
        Assert.Same(one.District, other.District);
        Assert.Same(one.Layout, other.Layout);
    }

    [Fact]
    public void PlacesOf_OtherSites_SharesTheDistrictAlone()
    {
        PlanShelf shelf = new();
        MassTestPlan one = shelf.PlanOf(Small, 1);
        MassTestPlan other = shelf.PlanOf(Small with { Testing = Small.Testing with { Sites = Small.Testing.Sites with { Count = 300 } } }, 1);
        Assert.Same(one.District, other.District);
        Assert.Equal((2, 3), (one.Layout.Count, other.Layout.Count));
    }

    [Fact]
    public void PlacesOf_MoreThanItHolds_DropsTheOneNotUsedLongest()
    {
        PlanShelf shelf = new(2);
        (District first, _) = shelf.PlacesOf(Small);
        shelf.PlacesOf(Small with { Scale = 0.02 });
        Assert.Same(first, shelf.PlacesOf(Small).District);
        shelf.PlacesOf(Small with { Scale = 0.03 });
        Assert.Same(first, shelf.PlacesOf(Small).District);
        shelf.PlacesOf(Small with { Scale = 0.04 });
        shelf.PlacesOf(Small with { Scale = 0.05 });
        Assert.NotSame(first, shelf.PlacesOf(Small).District);
    }

    [Fact]
    public void PlanOf_SharedPlaces_SameDigestAsPlacesOfItsOwn()
    {
        PlanShelf shelf = new();
        shelf.PlanOf(Small with { Seed = 9 }, 9);
        District district = DistrictGenerator.Generate(Small.District, Small.Scale);
        MassTestPlan alone = new(Small, district, SitePlacement.Place(district, Small), 7);
        Assert.Equal(new KernelEngine(alone).Run().Digest, new KernelEngine(shelf.PlanOf(Small, 7)).Run().Digest);
    }
}

using Twin.Model.Distributions;
using Twin.Model.Districts;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Kernel.Tests;

/// <summary>A generated district of one hundredth, about 4,900 residents, with a few sites: every rule at work, in tens of milliseconds.</summary>
internal static class SmallDistrict
{
    /// <summary>Scale of the district.</summary>
    public const double Scale = 0.01;

    /// <summary>The scenario with all defaults but for a smaller queue space, so that people balk.</summary>
    public static Scenario Scenario { get; } = new()
    {
        Name = "small-district",
        Start = new DateTimeOffset(2022, 4, 10, 2, 0, 0, TimeSpan.FromHours(8)),
        Scale = Scale,
        Testing = new MassTestingParameters { Balk = new BalkParameters { QueueSpace = 60 }, Sites = new SiteParameters { Readiness = new Triangular(3 * 3600, 4 * 3600, 5.5 * 3600) } },
    };

    /// <summary>The district; made once.</summary>
    public static District District { get; } = DistrictGenerator.Generate(new DistrictSpecification(), Scale);

    /// <summary>Compiles a plan with so many sites.</summary>
    public static MassTestPlan Plan(Scenario scenario, ulong seed = 1, int sites = 3, bool recordsVisits = false) =>
        new(scenario, District, TinyDistrict.Spread(District, sites), seed, null, recordsVisits);
}

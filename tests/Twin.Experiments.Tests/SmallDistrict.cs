using Twin.Model.Distributions;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Tests;

/// <summary>A few hundredths of the district whose sites are ready in time and whose slots end an hour before closing.</summary>
internal static class SmallDistrict
{
    /// <summary>The scenario.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="scale">Share of the district.</param>
    public static Scenario Of(string name, double scale) => new()
    {
        Name = name,
        Activity = Activity.MassTesting,
        Start = new DateTimeOffset(2022, 4, 10, 2, 0, 0, TimeSpan.FromHours(8)),
        Horizon = Duration.Minutes(24 * 60),
        Scale = scale,
        Seed = 20220410,
        Testing = new MassTestingParameters
        {
            Sites = new SiteParameters { Readiness = new Triangular(2 * 3600, 3 * 3600, 4.5 * 3600) },
            Window = new WindowParameters { LastEntry = Duration.Minutes(60) },
        },
    };
}

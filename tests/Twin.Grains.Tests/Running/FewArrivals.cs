using Twin.Model.Districts;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Grains.Tests.Running;

/// <summary>Three hundred people who come to two sites within ten minutes, with their visits recorded.</summary>
internal static class FewArrivals
{
    public static MassTestPlan Plan()
    {
        const int People = 300;
        ArrivalList arrivals = new()
        {
            Time = [.. Enumerable.Range(0, People).Select(i => 1_000L * (2 * i % 600))],
            Site = [.. Enumerable.Range(0, People).Select(i => i % 2)],
            Person = [],
            Age = [.. Enumerable.Repeat((byte)40, People)],
            Assisted = new bool[People],
        };
        Scenario scenario = new()
        {
            Name = "few",
            Testing = new MassTestingParameters
            {
                Window = new WindowParameters { Open = new Moment(60_000), Close = new Moment(3_600_000) },
                Staff = new StaffParameters { DesksPerSite = 2, SamplersPerSite = 3 },
                Balk = new BalkParameters { QueueSpace = 40 },
            },
        };
        (District district, SiteLayout layout) = ArrivalDistrict.Of(arrivals, scenario);
        return new MassTestPlan(scenario, district, layout, 1, arrivals, recordsVisits: true);
    }
}

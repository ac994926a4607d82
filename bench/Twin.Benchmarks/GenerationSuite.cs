using Twin.Model.Districts;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Benchmarks;

/// <summary>Generation of the district, and what else comes before the first event.</summary>
internal static class GenerationSuite
{
    public static void Run(Report report)
    {
        Scenario scenario = MainScenario.Read();
        District district = DistrictGenerator.Generate(scenario.District, 1);
        SiteLayout layout = SitePlacement.Place(district, scenario);
        IReadOnlyList<Timings> timings = Timings.Interleave(
            7,
            ("district of 490,000 residents", () => Timings.Of(() => DistrictGenerator.Generate(scenario.District, 1))),
            ("placement of its sites", () => Timings.Of(() => SitePlacement.Place(district, scenario))),
            ("compiling the plan", () => Timings.Of(() => _ = new MassTestPlan(scenario, district, layout, 1))));
        report.Add(timings[0], "s", 1, "at most 1.0", timings[0].Median <= 1);
        report.Add(timings[1], "s", 1);
        report.Add(timings[2], "s", 1);
    }
}

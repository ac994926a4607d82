using Twin.Model.Districts;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Benchmarks;

/// <summary>The main scenario, read from its file.</summary>
internal static class MainScenario
{
    public const string File = "scenarios/mass-testing-490k.yaml";

    public static Scenario Read(double scale = 1) => ScenarioReader.Read(File, System.IO.File.ReadAllText, []) with { Scale = scale };

    public static MassTestPlan Plan(double scale = 1)
    {
        Scenario scenario = Read(scale);
        District district = DistrictGenerator.Generate(scenario.District, scale);
        return new MassTestPlan(scenario, district, SitePlacement.Place(district, scenario), scenario.Seed);
    }
}

using Twin.Kernel;
using Twin.Model.Districts;
using Twin.Model.Results;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Tests;

/// <summary>A real run of a scenario of the repository by the kernel engine, once for all tests.</summary>
internal static class KernelRun
{
    private static readonly Lazy<RunRecord> SmallRun = new(() => Of("mass-testing-small"));

    /// <summary>The small mass test, 24,500 residents.</summary>
    public static RunRecord Small => SmallRun.Value;

    /// <summary>Runs a scenario.</summary>
    public static RunRecord Of(string name)
    {
        string file = Path.Combine(Repository.Root, "scenarios", name + ".yaml");
        Scenario scenario = ScenarioReader.Read(file, File.ReadAllText, []);
        District district = DistrictGenerator.Generate(scenario.District, scenario.Scale);
        return Of(new MassTestPlan(scenario, district, SitePlacement.Place(district, scenario), scenario.Seed), $"scenarios/{name}.yaml");
    }

    /// <summary>Runs people who come to one site with one desk and one sampler.</summary>
    /// <param name="rows">Lines with time, site and person.</param>
    /// <param name="settings">More keys of the scenario, as YAML.</param>
    public static RunRecord OfArrivals(string rows, string settings)
    {
        Scenario scenario = ScenarioReader.Read(
            "few.yaml", _ => "name: few\nactivity: massTesting\nstart: 2022-04-10T02:00+08:00\ntesting: {arrivals: {file: few.csv}, staff: {samplersPerSite: 1, desksPerSite: 1, absence: 0}" + settings + "}\n", []);
        ArrivalList arrivals = ArrivalReader.Read("few.csv", "time,site,person\n" + rows, scenario);
        (District district, SiteLayout layout) = ArrivalDistrict.Of(arrivals, scenario);
        return Of(new MassTestPlan(scenario, district, layout, scenario.Seed, arrivals), "few.yaml");
    }

    private static RunRecord Of(MassTestPlan plan, string file)
    {
        EngineOutcome outcome = new KernelEngine(plan).Run();
        return new RunRecord
        {
            Scenario = plan.Scenario,
            ScenarioFile = file,
            Options = [],
            Engine = "kernel",
            Digest = outcome.Digest.ToString("x32"),
            ResultsDigest = outcome.Metrics.Digest(),
            Events = outcome.Events,
            Windows = outcome.Windows,
            Grains = outcome.Grains,
            GenerateSeconds = 0.25,
            ActivateSeconds = 0,
            StepSeconds = outcome.StepSeconds,
            WindowStepSeconds = outcome.WindowStepSeconds,
            MassTest = MassTestResultReader.Read(plan, outcome.Metrics),
        };
    }
}

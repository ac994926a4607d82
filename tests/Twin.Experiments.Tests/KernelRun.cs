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
        MassTestPlan plan = new(scenario, district, SitePlacement.Place(district, scenario), scenario.Seed);
        EngineOutcome outcome = new KernelEngine(plan).Run();
        return new RunRecord
        {
            Scenario = scenario,
            ScenarioFile = $"scenarios/{name}.yaml",
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

using Twin.Experiments.Plans;
using Twin.Model.Scenarios;
using Twin.Model.Testing;
using Twin.Silo.Commands;

namespace Twin.Silo.Runs;

/// <summary>Reads staffing plans from disk, with the scenarios that they name.</summary>
internal static class PlanFiles
{
    /// <summary>Whether a path is that of a plan, and not of a roster.</summary>
    /// <param name="path">The path.</param>
    public static bool IsPlan(string path) => path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a plan.</summary>
    /// <param name="argument">The argument that names it.</param>
    /// <param name="path">Its path, as the user gave it.</param>
    /// <param name="scenarioFile">The scenario file in place of the plan's; null for the plan's.</param>
    /// <param name="sets">Changes to the scenario besides the plan's.</param>
    /// <exception cref="InputException">It or its scenario cannot be read.</exception>
    /// <exception cref="ScenarioFormatException">It or its scenario is wrong.</exception>
    public static StaffingPlan Read(string argument, string path, string? scenarioFile, params IReadOnlyList<string> sets)
    {
        const string Allowed = "the path of a staffing plan (JSON), such as out/mass-testing-490k-staff/plan.json";
        if (!File.Exists(path))
        {
            throw InputException.At(argument, $"{(Directory.Exists(path) ? "the folder" : "no file")} {OptionValue.Quoted(path)}", Allowed);
        }

        try
        {
            return PlanReader.Read(path, ScenarioFiles.Open, plan => ScenarioOf(path, plan, scenarioFile, sets));
        }
        catch (IOException failure)
        {
            throw InputException.At(argument, $"{OptionValue.Quoted(path)}, which cannot be read ({failure.Message})", Allowed);
        }
    }

    /// <summary>The staff of a plan in another scenario.</summary>
    /// <param name="path">The plan's path.</param>
    /// <param name="scenario">The scenario.</param>
    /// <exception cref="IOException">The plan cannot be read.</exception>
    /// <exception cref="ScenarioFormatException">It is wrong.</exception>
    public static Scenario Into(string path, Scenario scenario)
    {
        StaffingPlan plan = PlanReader.Read(path, ScenarioFiles.Open, _ => scenario);
        MassTestingParameters testing = plan.Scenario.Testing;
        return plan.Scenario with
        {
            Testing = testing with { Staff = testing.Staff with { Roster = scenario.Testing.Staff.Roster, BesideGuideline = scenario.Testing.Staff.BesideGuideline } },
        };
    }

    private static Scenario ScenarioOf(string path, PlanFile plan, string? scenarioFile, IReadOnlyList<string> sets)
    {
        string file = scenarioFile ?? plan.ScenarioFile;
        if (scenarioFile is null && !File.Exists(file))
        {
            throw InputException.At($"{path}: scenarioFile", $"no file {OptionValue.Quoted(file)}", "a scenario file, relative to the working folder; or another one by --scenario");
        }

        return plan.Into(ScenarioFiles.Read(file, [.. plan.Set, .. sets]));
    }
}

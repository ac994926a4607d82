using Twin.Model.Scenarios;
using Twin.Model.Testing;
using Twin.Silo.Commands;

namespace Twin.Silo.Runs;

/// <summary>Reads the roster or the staffing plan that a scenario names.</summary>
internal static class StaffRosterFile
{
    private const string Key = "testing.staff.roster";

    /// <summary>The scenario with its roster read; the same if it names none.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="scenarioFile">Its path: a roster that it names lies beside it.</param>
    /// <param name="sets">Changes to it: a roster that one of them names lies in the working folder.</param>
    /// <exception cref="InputException">The roster cannot be read.</exception>
    /// <exception cref="ScenarioFormatException">It is not a valid roster.</exception>
    public static Scenario Into(Scenario scenario, string scenarioFile, IReadOnlyList<string> sets)
    {
        StaffParameters staff = scenario.Testing.Staff;
        if (staff.Roster.Length == 0)
        {
            return scenario;
        }

        bool isSet = sets.Any(Names);
        string path = isSet ? staff.Roster : Path.Combine(Path.GetDirectoryName(scenarioFile) ?? "", staff.Roster);
        try
        {
            if (PlanFiles.IsPlan(path))
            {
                return PlanFiles.Into(path, scenario);
            }

            StaffRoster roster = RosterReader.Read(path, ScenarioFiles.Open(path), scenario);
            return scenario with { Testing = scenario.Testing with { Staff = staff with { Planned = roster } } };
        }
        catch (IOException failure)
        {
            throw InputException.At(
                Key, $"{OptionValue.Quoted(path)}, which cannot be read ({failure.Message})",
                isSet ? "a CSV file or a plan (.json), its path relative to the working folder" : "a CSV file or a plan (.json), its path relative to the scenario file");
        }
    }

    /// <summary>Whether a change gives the roster: its key, or a mapping above it with that key.</summary>
    private static bool Names(string set)
    {
        string[] parts = set.Split('=', 2);
        string key = parts[0].Trim();
        return key == Key || (key is "testing.staff" or "testing" && parts.Length == 2 && parts[1].Contains("roster", StringComparison.Ordinal));
    }
}

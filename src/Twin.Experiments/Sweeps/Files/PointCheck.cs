using Twin.Experiments.Sweeps.Designs;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Sweeps.Files;

/// <summary>Resolves the scenario of every point, and says of each that is refused which value of the experiment file is to blame.</summary>
internal static class PointCheck
{
    /// <summary>So many errors are said.</summary>
    private const int MostErrors = 20;

    /// <summary>The scenario with the changes at every point; null after an error.</summary>
    public static Scenario? Base(ScenarioTemplate template, IReadOnlyList<Setting> settings, ExperimentFile file, KeyedFaults faults)
    {
        Scenario scenario;
        try
        {
            scenario = template.With([.. ScenarioChange.OfSets(settings.Select(setting => setting.Text))], mayIdle: true);
        }
        catch (ScenarioFormatException wrong)
        {
            foreach (ScenarioError error in wrong.Errors)
            {
                if (SettingOf(error, settings) is { } setting)
                {
                    faults.Add(setting.Origin, Said(setting, error), error.Allowed, error.Suggestion);
                }
                else
                {
                    faults.Add(error);
                }
            }

            return null;
        }

        if (scenario.Activity != Activity.MassTesting)
        {
            faults.Add("scenario", $"{file.Scenario}, of activity queue", "a scenario of activity massTesting");
            return null;
        }

        if (scenario.Testing.Arrivals.File.Length > 0)
        {
            faults.Add("scenario", $"{file.Scenario}, whose arrivals come from a file", "a scenario with a generated population");
            return null;
        }

        return scenario;
    }

    /// <summary>Checks every point.</summary>
    public static void Points(Sweep sweep, KeyedFaults faults)
    {
        HashSet<string> said = [];
        IdleSettings idle = new();
        foreach (SweepPoint point in sweep.Points)
        {
            if (said.Count >= MostErrors)
            {
                return;
            }

            Check(sweep, point, faults, said, idle);
        }

        idle.Refuse(faults);
    }

    private static void Check(Sweep sweep, SweepPoint point, KeyedFaults faults, HashSet<string> said, IdleSettings idle)
    {
        try
        {
            Scenario scenario = sweep.ScenarioOf(point);
            idle.Add([.. sweep.SettingsOf(point)], scenario.LeftOut);
            if (scenario.Activity != Activity.MassTesting && said.Add("activity"))
            {
                faults.Add("factors", $"point {point.Number} ({point.Label}), of another activity", "points of activity massTesting");
            }
        }
        catch (ScenarioFormatException wrong)
        {
            IReadOnlyList<Setting> settings = [.. sweep.SettingsOf(point)];
            foreach (ScenarioError error in wrong.Errors)
            {
                Setting? setting = SettingOf(error, settings);
                string found = setting is null ? $"{error.Path} {error.Found}, at which the scenario is refused" : Said(setting, error);
                if (said.Add(setting is null ? $"{error.Path} {error.Allowed}" : $"{setting.Origin} {found}"))
                {
                    string where = sweep.Factors.Count > 1 || setting is null ? $", at point {point.Number} ({point.Label})" : "";
                    faults.Add(setting?.Origin ?? "factors", found + where, error.Allowed, error.Suggestion);
                }
            }
        }
    }

    /// <summary>The setting that an error is in; null if it is in a file. Of --set, an error's line is the setting's number.</summary>
    private static Setting? SettingOf(ScenarioError error, IReadOnlyList<Setting> settings) =>
        error.File == "--set" && error.Line <= settings.Count ? settings[error.Line - 1] : null;

    private static string Said(Setting setting, ScenarioError error) => setting.Text.StartsWith(error.Path + "=", StringComparison.Ordinal)
        ? $"{error.Found} for {error.Path}"
        : $"{setting.Text}, at {error.Path} {error.Found}";
}

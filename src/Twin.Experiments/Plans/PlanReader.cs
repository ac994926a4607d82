using System.Globalization;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Plans;

/// <summary>Reads staffing plans. Everything that is wrong is said at once, with file, line, column, what was found and what is allowed.</summary>
public static class PlanReader
{
    /// <summary>Reads a plan and the scenario that it names, with the seed and the scale that it gives.</summary>
    /// <param name="path">The file; errors name it as it is given here.</param>
    /// <param name="open">Gives the text of a file by its path; throws an <see cref="IOException"/> if it cannot.</param>
    /// <exception cref="ScenarioFormatException">The plan or its scenario is wrong.</exception>
    /// <exception cref="IOException">The plan or its scenario cannot be read.</exception>
    public static StaffingPlan Read(string path, Func<string, string> open) => Read(path, open, plan => plan.Into(ScenarioReader.Read(plan.ScenarioFile, open, plan.Set)));

    /// <summary>Reads a plan and the scenario that it is for.</summary>
    /// <param name="path">The file; errors name it as it is given here.</param>
    /// <param name="open">Gives the text of a file by its path; throws an <see cref="IOException"/> if it cannot.</param>
    /// <param name="scenarioOf">Reads the scenario that the plan names.</param>
    /// <exception cref="ScenarioFormatException">The plan or its scenario is wrong.</exception>
    /// <exception cref="IOException">The plan cannot be read.</exception>
    public static StaffingPlan Read(string path, Func<string, string> open, Func<PlanFile, Scenario> scenarioOf)
    {
        ArgumentNullException.ThrowIfNull(scenarioOf);
        Scenario? scenario = null;
        PlanFile plan = KeyedFile.Read<PlanFile>(path, open, (file, faults) =>
        {
            CheckEvidence(file, faults);
            if (ScenarioOf(file, faults, scenarioOf) is { } read)
            {
                StaffRoster roster = RosterOf(path, file, read, faults);
                scenario = StaffingPlan.Into(read, roster, file.Helpers);
            }
        });
        return new StaffingPlan(path, plan, scenario!);
    }

    private static Scenario? ScenarioOf(PlanFile file, KeyedFaults faults, Func<PlanFile, Scenario> scenarioOf)
    {
        Scenario scenario;
        try
        {
            scenario = scenarioOf(file);
        }
        catch (ScenarioFormatException wrong) when (wrong.Errors.All(error => error.File == "--set" && error.Line <= file.Set.Count))
        {
            foreach (ScenarioError error in wrong.Errors)
            {
                faults.Add($"set.{(error.Line - 1).ToString(CultureInfo.InvariantCulture)}", $"{error.Path}: {error.Found}", error.Allowed, error.Suggestion);
            }

            return null;
        }

        if (scenario.Activity != Activity.MassTesting)
        {
            faults.Add("scenarioFile", $"{file.ScenarioFile} of activity queue", "a scenario of activity massTesting");
        }
        else if (scenario.Testing.Arrivals.File.Length > 0)
        {
            faults.Add("scenarioFile", $"{file.ScenarioFile} with arrivals given in a file, the same on every day", "a scenario with a generated population");
        }

        return faults.IsEmpty ? scenario : null;
    }

    private static StaffRoster RosterOf(string path, PlanFile file, Scenario scenario, KeyedFaults faults)
    {
        List<RosterRow> rows = [];
        Dictionary<(int Site, long? From, long? To), int> firstOf = [];
        PlanTimes times = new(file, scenario, faults);
        if (file.Sites.Count == 0)
        {
            faults.Add("sites", "an empty list", "an entry for each site");
        }

        for (int i = 0; i < file.Sites.Count; i++)
        {
            PlanEntry entry = file.Sites[i];
            string at = $"sites.{i.ToString(CultureInfo.InvariantCulture)}";
            int site = int.Parse(entry.Site.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture) - 1;
            if (site < 0 || SiteLayout.CodeOf(site) != entry.Site)
            {
                faults.Add($"{at}.site", $"\"{entry.Site}\"", "a site's code such as S-017");
                continue;
            }

            times.Check(at, entry);
            (long? from, long? to) = (entry.From?.SinceStart, entry.To?.SinceStart);
            if (!firstOf.TryAdd((site, from, to), faults.LineOf(at)))
            {
                faults.Add($"{at}.site", $"{entry.Site} again with the same times, as in line {firstOf[(site, from, to)].ToString(CultureInfo.InvariantCulture)}", "each site once, or once for each shift");
            }

            rows.Add(new RosterRow(site, from, to, entry.Samplers, entry.Desks, faults.LineOf(at)));
        }

        return new StaffRoster { File = path, Rows = rows };
    }

    private static void CheckEvidence(PlanFile file, KeyedFaults faults)
    {
        if (file.RestsOn is not { } runs)
        {
            if (file.Confirmed)
            {
                faults.Add("confirmed", "true without restsOn", "true only with the runs that confirm it");
            }

            return;
        }

        foreach ((string key, int count) in new[] { ("digests", runs.Digests.Count), ("seeds", runs.Seeds.Count) })
        {
            if (count != runs.Days)
            {
                faults.Add($"restsOn.{key}", string.Create(CultureInfo.InvariantCulture, $"{count} of them"), string.Create(CultureInfo.InvariantCulture, $"{runs.Days}, one for each of the days"));
            }
        }

        foreach ((string key, int held) in new[] { ("waitHeld", runs.WaitHeld), ("inTime", runs.InTime) })
        {
            if (held > runs.Days)
            {
                faults.Add($"restsOn.{key}", held.ToString(CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"at most {runs.Days}, the days"));
            }
        }
    }
}

using System.Globalization;
using Twin.Experiments.Sweeps.Designs;
using Twin.Model.Results;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Sweeps.Files;

/// <summary>Reads an experiment file and resolves every point of it.</summary>
public static class SweepReader
{
    /// <summary>Reads an experiment.</summary>
    /// <param name="path">The file; the scenario that it names lies relative to it.</param>
    /// <param name="open">Gives the text of a file by its path; throws an <see cref="IOException"/> if it cannot.</param>
    /// <param name="changes">What the command line says instead of the file.</param>
    /// <exception cref="ScenarioFormatException">The file, its scenario or a point is wrong; it holds every error.</exception>
    /// <exception cref="IOException">The experiment file cannot be read.</exception>
    public static Sweep Read(string path, Func<string, string> open, SweepChanges? changes = null)
    {
        Sweep? sweep = null;
        KeyedFile.Read<ExperimentFile>(path, open, (file, faults) => sweep = Resolve(path, open, changes ?? new SweepChanges(), file, faults));
        return sweep!;
    }

    private static Sweep? Resolve(string path, Func<string, string> open, SweepChanges changes, ExperimentFile file, KeyedFaults faults)
    {
        IReadOnlyList<Factor> factors = new FactorReader(file, faults).Read();
        IReadOnlyList<Measure<MassTestResult>> responses = ResponsesOf(file, faults);
        StoppingRule? rule = RuleReader.Read(file, changes, faults);
        ScenarioTemplate? template = TemplateOf(path, open, file, faults);
        if (!faults.IsEmpty || template is null || rule is null)
        {
            return null;
        }

        List<Setting> settings = [.. file.Set.Select((set, i) => new Setting(set, $"set.{i}"))];
        if ((changes.Scale ?? file.Scale) is { } scale)
        {
            settings.Add(new Setting("scale=" + scale.ToString("R", CultureInfo.InvariantCulture), changes.Scale is null ? "scale" : ""));
        }

        if (PointCheck.Base(template, settings, file, faults) is not { } scenario)
        {
            return null;
        }

        ulong seed = changes.Seed ?? file.Seed ?? scenario.Seed;
        DesignReader design = new(file, faults);
        Sweep sweep = new()
        {
            File = file,
            Path = path,
            Template = template,
            Settings = settings,
            Base = scenario,
            Seed = seed,
            Factors = factors,
            Points = design.PointsOf(factors, seed),
            Sensitivity = design.DesignOf(factors.Count),
            Responses = responses,
            Rule = rule,
        };
        PointCheck.Points(sweep, faults);
        return sweep;
    }

    private static List<Measure<MassTestResult>> ResponsesOf(ExperimentFile file, KeyedFaults faults)
    {
        if (file.Responses.Count == 0)
        {
            faults.Add("responses", "an empty list", "at least one of " + string.Join(", ", RuleReader.Keys));
        }

        List<Measure<MassTestResult>> responses = [];
        for (int i = 0; i < file.Responses.Count; i++)
        {
            if (RuleReader.MeasureOf(file.Responses[i], $"responses.{i}", faults) is { } measure)
            {
                responses.Add(measure);
            }
        }

        return responses;
    }

    private static ScenarioTemplate? TemplateOf(string path, Func<string, string> open, ExperimentFile file, KeyedFaults faults)
    {
        string scenario = Path.Combine(Path.GetDirectoryName(path) ?? "", file.Scenario);
        try
        {
            _ = open(scenario);
            return new ScenarioTemplate(scenario, open);
        }
        catch (IOException failure)
        {
            string found = failure is FileNotFoundException or DirectoryNotFoundException ? $"\"{file.Scenario}\", but there is no file {scenario}" : $"\"{file.Scenario}\", which cannot be read ({failure.Message})";
            faults.Add("scenario", found, "a scenario file, relative to this one, such as ../scenarios/mass-testing-490k.yaml");
            return null;
        }
    }
}

/// <summary>What the command line says instead of an experiment file.</summary>
/// <param name="Seed">Seed; null for the file's.</param>
/// <param name="Scale">Share of the district; null for the file's.</param>
/// <param name="Replications">A fixed number of replications instead of the file's rule; null for that.</param>
public sealed record SweepChanges(ulong? Seed = null, double? Scale = null, int? Replications = null);

using System.Globalization;
using Twin.Experiments;
using Twin.Grains.Live;
using Twin.Model.Results;
using Twin.Model.Scenarios;
using Twin.Model.Testing;
using Twin.Silo.Commands;
using Twin.Silo.Runs;

namespace Twin.Silo.Serving;

/// <summary>The scenarios in a folder, and how a run of one is made ready.</summary>
/// <param name="folder">The folder; scenarios of activity massTesting in it are offered.</param>
/// <param name="journals">Folder of the input journals.</param>
/// <param name="time">Wall time, for the journals' names.</param>
public sealed class ServedScenarios(string folder, string journals, TimeProvider time) : IRunCatalogue
{
    private int _journals;

    /// <summary>Changes that whoever started the server gave: only these may name files outside the folder.</summary>
    public IReadOnlyList<string> OwnSets { get; init; } = [];

    /// <inheritdoc/>
    public IReadOnlyList<ScenarioEntry> Scenarios()
    {
        List<ScenarioEntry> entries = [];
        foreach (string file in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            if (TryRead(file) is { Activity: Activity.MassTesting } scenario)
            {
                entries.Add(new ScenarioEntry(Path.GetFileNameWithoutExtension(file), scenario.Title, scenario.TitleZh, scenario.Seed, scenario.Scale));
            }
        }

        return entries;
    }

    /// <inheritdoc/>
    public PreparedRun Prepare(RunRequest request)
    {
        if (request.Scenario.AsSpan().ContainsAny('/', '\\', '\0') || !File.Exists(PathOf(request.Scenario)))
        {
            throw new LiveInputException(404, new LiveInputError("scenario", $"'{request.Scenario}'", string.Join(", ", Scenarios().Select(entry => entry.Name))));
        }

        if (request.Scale is { } scale && !(scale >= SharedOption.ScaleMinimum && scale <= SharedOption.ScaleMaximum))
        {
            throw new LiveInputException(
                400, new LiveInputError("scale", scale.ToString(CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"{SharedOption.ScaleMinimum} to {SharedOption.ScaleMaximum}")));
        }

        try
        {
            return Prepare(request, Read(PathOf(request.Scenario), request));
        }
        catch (ScenarioFormatException wrong)
        {
            throw new LiveInputException(422, [.. wrong.Errors.Select(error => new LiveInputError(error.Path.Length == 0 ? "scenario" : error.Path, error.Found, error.Allowed))]);
        }
        catch (ScenarioInputException wrong)
        {
            throw new LiveInputException(422, new LiveInputError("scenario", wrong.Message, "what its district can give"));
        }
        catch (InputException wrong)
        {
            throw new LiveInputException(422, new LiveInputError("scenario", wrong.Message, "a scenario that can be read"));
        }
    }

    /// <summary>Reads a scenario. Files that a request names lie beside it: what is wrong in a file is told in its words, which are nobody's who only reaches the server.</summary>
    private Scenario Read(string path, RunRequest request)
    {
        IReadOnlyList<string> sets = request.Sets;
        if (sets.SequenceEqual(OwnSets))
        {
            return ScenarioFiles.Read(path, sets, request.Seed, request.Scale);
        }

        Scenario own = ScenarioReader.Read(path, ScenarioFiles.Open, []);
        List<ScenarioChange> changes = [.. ScenarioChange.OfSets(sets)];
        changes.AddRange(request.Scale is { } scale ? [ScenarioChange.OfScale(scale)] : []);
        Scenario asked = new ScenarioTemplate(path, ScenarioFiles.Open).With(changes);
        RefuseForeign("testing.staff.roster", asked.Testing.Staff.Roster, own.Testing.Staff.Roster);
        RefuseForeign("testing.arrivals.file", asked.Testing.Arrivals.File, own.Testing.Arrivals.File);
        return StaffRosterFile.Into(asked, path, []);
    }

    private static void RefuseForeign(string key, string asked, string own)
    {
        if (asked != own && asked.AsSpan().ContainsAny('/', '\\', '\0'))
        {
            throw new LiveInputException(422, new LiveInputError(key, OptionValue.Quoted(asked), "the name of a file beside the scenario"));
        }
    }

    private PreparedRun Prepare(RunRequest request, Scenario read)
    {
        Scenario scenario = read with { Seed = request.Seed ?? read.Seed };
        if (scenario.Activity != Activity.MassTesting)
        {
            throw new LiveInputException(422, new LiveInputError("scenario", $"activity {scenario.Activity}", "activity massTesting: other activities have no district to show"));
        }

        MassTestRun run = MassTestRun.Of(scenario, PathOf(request.Scenario), false, []);
        string name = string.Create(
            CultureInfo.InvariantCulture, $"{request.Scenario}-{time.GetUtcNow():yyyyMMdd'T'HHmmss}-{Interlocked.Increment(ref _journals)}.inputs.jsonl");
        InputJournalHeader header = new(InputJournal.Schema, request.Scenario, scenario.Seed, scenario.Scale, request.Sets);
        return new PreparedRun
        {
            Scenario = scenario,
            Plan = (MassTestPlan)run.Plan,
            Journal = new InputJournal(Path.Combine(journals, name), header),
            Summarise = (outcome, inputs) => Summarise(run, scenario, request, outcome, inputs.Count == 0 ? null : Path.Combine(journals, name)),
        };
    }

    private string Summarise(MassTestRun run, Scenario scenario, RunRequest request, EngineOutcome outcome, string? journal)
    {
        RunOptions options = new()
        {
            ScenarioFile = PathOf(request.Scenario),
            Engine = "grains",
            Seed = request.Seed,
            Scale = request.Scale,
            Replications = 1,
            Sets = request.Sets,
            Entities = [],
            Inputs = journal,
            Output = new OutputOptions(null, Force: false, "en", Quiet: true, Json: false),
        };
        RunRecord record = run.WithResult(RunRecords.Of(scenario, options, outcome), outcome);
        return SummaryJson.ToText(SummaryJson.Of(record, RunTiming.Now(record, 0)));
    }

    private string PathOf(string name) => Path.Combine(folder, name + ".yaml");

    private static Scenario? TryRead(string file)
    {
        try
        {
            return ScenarioFiles.Read(file, []);
        }
        catch (Exception wrong) when (wrong is ScenarioFormatException or InputException)
        {
            // A file that is no scenario is not offered; asked for by name, it is refused with what is wrong.
            return null;
        }
    }
}

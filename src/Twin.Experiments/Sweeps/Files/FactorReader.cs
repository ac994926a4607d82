using Twin.Experiments.Sweeps.Designs;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Sweeps.Files;

/// <summary>Reads the factors of an experiment file, and checks that they fit each other and the design.</summary>
/// <param name="file">The file.</param>
/// <param name="faults">Takes what is wrong.</param>
internal sealed class FactorReader(ExperimentFile file, KeyedFaults faults)
{
    /// <summary>From the least to be trusted.</summary>
    private static readonly string[] Grades = ["E", "P", "S"];

    private bool IsFull => file.Design == DesignKind.Full;

    /// <summary>The factors; fewer after an error.</summary>
    public IReadOnlyList<Factor> Read()
    {
        new DesignReader(file, faults).Check();
        List<Factor> factors = [];
        for (int i = 0; i < file.Factors.Count; i++)
        {
            string at = $"factors.{i}";
            FactorEntry entry = file.Factors[i];
            if (ShapeOf(entry) is not { } isPath)
            {
                faults.Add(at, Keys(entry), "path with values, path with range, or name with levels");
            }
            else if ((isPath ? OfPath(entry, at) : OfLevels(entry, at)) is { } factor)
            {
                CheckApart(factors, factor, at);
                factors.Add(factor with { Grade = GradeOf(entry, factor) });
            }
        }

        new DesignReader(file, faults).CheckFor(factors);
        return factors;
    }

    /// <summary>Whether a factor is of a path; null if its keys do not fit each other.</summary>
    private static bool? ShapeOf(FactorEntry entry) => entry switch
    {
        { Path.Length: > 0, Name.Length: 0, Levels.Count: 0 } when entry.Values.Count > 0 != entry.Range is not null => true,
        { Path.Length: 0, Name.Length: > 0, Levels.Count: > 0, Values.Count: 0, Range: null } => false,
        _ => null,
    };

    private Factor? OfPath(FactorEntry entry, string at)
    {
        if (ScenarioKey.Find(entry.Path, out ScenarioKeyFault? fault) is not { } key)
        {
            faults.Add($"{at}.path", fault!.Found, fault.Allowed, fault.Suggestion);
            return null;
        }

        if (entry.Path is "seed" or "activity")
        {
            faults.Add($"{at}.path", entry.Path, "any other key: replications have seeds of their own, and a sweep is of one activity");
            return null;
        }

        if (entry.Range is { } range)
        {
            return OfRange(entry.Path, range, key, $"{at}.range");
        }

        ScenarioKeyKind kind = entry.Values.All(value => ScenarioQuantity.Parse(key.Kind, value) is not null) ? key.Kind : ScenarioKeyKind.Other;
        return new Factor(entry.Path, kind, [.. entry.Values.Select((value, i) => FactorLevel.Of(entry.Path, value, kind, $"{at}.values.{i}"))], null);
    }

    private Factor? OfRange(string path, RangeEntry range, ScenarioKey key, string at)
    {
        if (key.Kind == ScenarioKeyKind.Other)
        {
            faults.Add(at, $"a range of {path}", $"a list of values: {path} takes {key.Allowed}");
            return null;
        }

        decimal? from = Bound(range.From, key.Kind, $"{at}.from");
        decimal? to = Bound(range.To, key.Kind, $"{at}.to");
        if (from is not { } least || to is not { } greatest)
        {
            return null;
        }

        if (greatest <= least)
        {
            faults.Add($"{at}.to", range.To.Text, $"above from ({range.From.Text})");
            return null;
        }

        FactorRange values = new(least, greatest, at);
        if (!IsFull)
        {
            if (range.Points is { } points)
            {
                faults.Add($"{at}.points", $"{points}", "points of a range only in a full design");
            }

            return new Factor(path, key.Kind, [], values);
        }

        return Spaced(path, range, key.Kind, values, at);
    }

    private Factor? Spaced(string path, RangeEntry range, ScenarioKeyKind kind, FactorRange values, string at)
    {
        if (range.Points is not { } count)
        {
            faults.Add(at, "no points", "with the key points in a full design: how many values");
            return null;
        }

        if (kind == ScenarioKeyKind.Whole && count > values.To - values.From + 1)
        {
            faults.Add($"{at}.points", $"{count}", $"at most {values.To - values.From + 1:0}: there are no more whole numbers from {values.From:0} to {values.To:0}");
            return null;
        }

        return new Factor(path, kind, [.. values.Spaced(count, kind).Select(value => FactorLevel.Of(path, value, kind, at))], null);
    }

    private decimal? Bound(ScenarioValue value, ScenarioKeyKind kind, string at)
    {
        decimal? bound = ScenarioQuantity.Parse(kind, value);
        if (bound is null)
        {
            faults.Add(at, value.Text, kind switch
            {
                ScenarioKeyKind.Whole => "a whole number",
                ScenarioKeyKind.Number => "a number",
                _ => "a duration of whole milliseconds, such as 45s or 15min; for a moment the time since the start",
            });
        }

        return bound;
    }

    private Factor OfLevels(FactorEntry entry, string at)
    {
        List<FactorLevel> levels = [];
        for (int i = 0; i < entry.Levels.Count; i++)
        {
            LevelEntry level = entry.Levels[i];
            if (levels.Any(other => other.Label == level.Name))
            {
                faults.Add($"{at}.levels.{i}.name", $"the level {level.Name} a second time", "each name once");
            }

            levels.Add(new FactorLevel(level.Name, null, [.. level.Set.Select((set, j) => new Setting(set, $"{at}.levels.{i}.set.{j}"))]));
        }

        return new Factor(entry.Name, ScenarioKeyKind.Other, levels, null);
    }

    private void CheckApart(List<Factor> factors, Factor factor, string at)
    {
        HashSet<string> own = [.. PathsOf(factor)];
        foreach (Factor other in factors)
        {
            if (other.Name == factor.Name || SweepColumns.Of(other) == SweepColumns.Of(factor))
            {
                faults.Add(at, $"the factor {factor.Name} beside {other.Name}", "factors of different names");
            }
            else if (PathsOf(other).FirstOrDefault(path => own.Any(mine => IsWithin(path, mine) || IsWithin(mine, path))) is { } shared)
            {
                faults.Add(at, $"a factor that changes {shared}, as {other.Name} does", "each key of the scenario in one factor only");
            }
        }
    }

    private static IEnumerable<string> PathsOf(Factor factor) => factor.Range is not null
        ? [factor.Name]
        : factor.Levels.SelectMany(level => level.Settings).Select(setting => setting.Text[..setting.Text.IndexOf('=', StringComparison.Ordinal)].Trim());

    private static string GradeOf(FactorEntry entry, Factor factor)
    {
        if (entry.Grade.Length > 0)
        {
            return entry.Grade == "choice" ? "" : entry.Grade;
        }

        string[] known = [.. PathsOf(factor).Select(path => ScenarioKey.Find(path, out _)?.Grade ?? "")];
        return Grades.FirstOrDefault(grade => known.Contains(grade, StringComparer.Ordinal)) ?? "";
    }

    private static bool IsWithin(string path, string above) =>
        path == above || (path.StartsWith(above, StringComparison.Ordinal) && path[above.Length] == '.');

    private static string Keys(FactorEntry entry)
    {
        string[] given =
        [
            .. entry.Path.Length > 0 ? ["path"] : Array.Empty<string>(),
            .. entry.Values.Count > 0 ? ["values"] : Array.Empty<string>(),
            .. entry.Range is not null ? ["range"] : Array.Empty<string>(),
            .. entry.Name.Length > 0 ? ["name"] : Array.Empty<string>(),
            .. entry.Levels.Count > 0 ? ["levels"] : Array.Empty<string>(),
        ];
        return given.Length == 0 ? "nothing" : string.Join(", ", given);
    }
}

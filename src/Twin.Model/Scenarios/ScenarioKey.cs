using System.Globalization;
using Twin.Model.Scenarios.Keys;
using Twin.Model.Scenarios.Notation;
using Twin.Model.Scenarios.Reading;
using Twin.Model.Scenarios.Yaml;

namespace Twin.Model.Scenarios;

/// <summary>What a path of a scenario takes, as far as the descriptions of the keys tell.</summary>
/// <param name="Kind">Whether values between two others make sense, and of what kind they are.</param>
/// <param name="Allowed">What is allowed, in words.</param>
public sealed record ScenarioKey(ScenarioKeyKind Kind, string Allowed)
{
    /// <summary>How far to trust the key's default: S stated by the article, P published, E estimate, empty for a choice; what lies in a list or distribution has that one's.</summary>
    public string Grade { get; init; } = "";

    /// <summary>Finds a key by its path.</summary>
    /// <param name="path">Such as <c>testing.staff.samplers</c> or <c>disruptions.0.length</c>; whether a list has such an item is not looked at.</param>
    /// <param name="fault">What is wrong with the path; null if the key was found.</param>
    /// <returns>The key; null if there is none.</returns>
    public static ScenarioKey? Find(string path, out ScenarioKeyFault? fault)
    {
        ArgumentNullException.ThrowIfNull(path);
        string[] parts = path.Split('.');
        ValueShape shape = ValueShape.Scenario;
        ScenarioKey found = new(ScenarioKeyKind.Other, "a mapping of keys to values");
        for (int i = 0; i < parts.Length; i++)
        {
            if (shape.Kind == ValueKind.Distribution)
            {
                return Argument(parts[i..], path, out fault) is { } argument ? argument with { Grade = found.Grade } : null;
            }

            fault = Fault(shape, parts[i], path);
            if (fault is not null)
            {
                return null;
            }

            found = shape.Kind == ValueKind.Record && RecordShape.Of(shape.Type).Find(parts[i]) is { } key
                ? new ScenarioKey(KindOf(key.Value.Kind), Keys.Allowed.Of(key)) { Grade = key.Parameter.Grade }
                : new ScenarioKey(KindOf(shape.Item!.Kind), Keys.Allowed.Of(new ParameterAttribute("", ""), shape.Item!)) { Grade = found.Grade };
            shape = shape.Below(parts[i])!;
        }

        fault = null;
        return found;
    }

    private static ScenarioKeyFault? Fault(ValueShape shape, string part, string path)
    {
        switch (shape.Kind)
        {
            case ValueKind.Record when RecordShape.Of(shape.Type) is { } record && record.Find(part) is null:
                IReadOnlyList<string> known = [.. record.Keys.Select(key => key.Name)];
                string? suggestion = Suggestion.Nearest(part, known) ?? Suggestion.Elsewhere(part, RecordShape.Of(typeof(Scenario)));
                return new ScenarioKeyFault($"{Shown.Of(path)}, in which {Shown.Quoted(part)} is an unknown key", $"the keys {string.Join(", ", known)} there", suggestion);
            case ValueKind.List when !int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _):
                return new ScenarioKeyFault($"{Shown.Of(path)}, in which {Shown.Quoted(part)} is no index", "the index of an item there, from 0", null);
            case ValueKind.Record or ValueKind.List or ValueKind.Table:
                return null;
            default:
                return new ScenarioKeyFault($"{Shown.Of(path)}, which goes on with {Shown.Quoted(part)} below a single value", "a path that ends there", null);
        }
    }

    private static ScenarioKey? Argument(string[] rest, string path, out ScenarioKeyFault? fault)
    {
        fault = null;
        if (rest[0] is DistributionForm.Empirical or DistributionForm.Mixture or DistributionForm.Constant)
        {
            return new ScenarioKey(rest[0] == DistributionForm.Constant ? ScenarioKeyKind.Duration : ScenarioKeyKind.Other, DistributionText.Words);
        }

        DistributionForm[] forms = [.. DistributionForm.All.Where(form => form.Name == rest[0])];
        DistributionArgument[] arguments = [.. forms.SelectMany(form => form.Arguments)];
        DistributionArgument? argument = rest.Length == 2 ? arguments.FirstOrDefault(candidate => candidate.Name == rest[1]) : null;
        if (argument is null)
        {
            string[] known = forms.Length == 0 ? [.. DistributionForm.Names] : [.. arguments.Select(candidate => candidate.Name).Distinct()];
            string wrong = forms.Length == 0 ? rest[0] : rest.Length == 1 ? "nothing below " + rest[0] : rest[^1];
            fault = new ScenarioKeyFault($"{Shown.Of(path)}, in which {Shown.Quoted(wrong)} stands for part of a distribution", "one of " + string.Join(", ", known) + " there",
                Suggestion.Nearest(wrong, known));
            return null;
        }

        return argument.Kind switch
        {
            ArgumentKind.Count => new ScenarioKey(ScenarioKeyKind.Whole, "a whole number"),
            ArgumentKind.Number => new ScenarioKey(ScenarioKeyKind.Number, "a number"),
            _ => new ScenarioKey(ScenarioKeyKind.Duration, DurationText.Notation),
        };
    }

    private static ScenarioKeyKind KindOf(ValueKind kind) => kind switch
    {
        ValueKind.Whole => ScenarioKeyKind.Whole,
        ValueKind.Number => ScenarioKeyKind.Number,
        ValueKind.Duration or ValueKind.Moment or ValueKind.Distribution => ScenarioKeyKind.Duration,
        _ => ScenarioKeyKind.Other,
    };
}

/// <summary>Kinds of values between which others lie.</summary>
public enum ScenarioKeyKind
{
    /// <summary>Whole numbers.</summary>
    Whole,

    /// <summary>Numbers.</summary>
    Number,

    /// <summary>Durations; a moment as a duration since the start, a distribution as one that is always the same.</summary>
    Duration,

    /// <summary>None: words, flags, texts, lists, mappings.</summary>
    Other,
}

/// <summary>What is wrong with a path.</summary>
/// <param name="Found">What was found.</param>
/// <param name="Allowed">What is allowed.</param>
/// <param name="Suggestion">What was probably meant; null if nothing is near.</param>
public sealed record ScenarioKeyFault(string Found, string Allowed, string? Suggestion);

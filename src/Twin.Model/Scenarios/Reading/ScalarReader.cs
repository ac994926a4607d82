using System.Globalization;
using System.Text.RegularExpressions;
using Twin.Model.Scenarios.Keys;
using Twin.Model.Scenarios.Notation;
using Twin.Model.Scenarios.Yaml;

namespace Twin.Model.Scenarios.Reading;

/// <summary>Reads single values; one that is not allowed gives an error and null.</summary>
/// <param name="errors">Takes what is wrong.</param>
internal sealed class ScalarReader(ErrorList errors)
{
    /// <summary>The scenario's start; before it is known, clock times cannot be placed.</summary>
    public DateTimeOffset? Start { get; set; }

    /// <summary>Reads a single value.</summary>
    /// <param name="node">The value.</param>
    /// <param name="parameter">The description of its key.</param>
    /// <param name="shape">What it should be.</param>
    /// <param name="path">Its path.</param>
    /// <param name="allowed">What is allowed, for an error.</param>
    /// <returns>The value; null after an error.</returns>
    public object? Read(YamlNode node, ParameterAttribute parameter, ValueShape shape, string path, string allowed)
    {
        if (node is not YamlScalar { IsNull: false } scalar)
        {
            return Refuse(node, path, allowed, null);
        }

        string text = scalar.Text;
        return shape.Kind switch
        {
            ValueKind.Text => Text(scalar, parameter, path, allowed),
            ValueKind.Flag => scalar.IsPlain && text is "true" or "false" ? text == "true" : Refuse(node, path, allowed, FlagMeant(text)),
            ValueKind.Whole => Whole(scalar, parameter, shape.Type, path, allowed),
            ValueKind.Number => Number(scalar, parameter.Minimum, parameter.Maximum, parameter.ExclusiveMinimum, path, allowed),
            ValueKind.Word => Word(scalar, shape.Type, path, allowed),
            ValueKind.Duration => Duration(scalar, parameter, path, allowed),
            ValueKind.Moment => Moment(scalar, path, allowed),
            ValueKind.Timestamp => MomentText.TryParseTimestamp(text, out DateTimeOffset timestamp)
                ? timestamp
                : Refuse(node, path, allowed, MomentText.TryParseTimestamp(text + "+08:00", out _) ? text + "+08:00" : null),
            _ => throw new ArgumentOutOfRangeException(nameof(shape), shape.Kind, "Not a single value."),
        };
    }

    /// <summary>Reads a number within bounds.</summary>
    public object? Number(YamlNode node, double minimum, double maximum, bool isExclusive, string path, string allowed)
    {
        if (node is not YamlScalar { IsNull: false } scalar)
        {
            return Refuse(node, path, allowed, null);
        }

        return scalar.IsPlain && NumberText.TryParse(scalar.Text, out double number) && number <= maximum
            && (isExclusive ? number > minimum : number >= minimum)
            ? number
            : Refuse(node, path, allowed, NumberMeant(scalar));
    }

    /// <summary>Reads a duration within bounds, in seconds.</summary>
    public object? Seconds(YamlNode node, double minimum, double maximum, bool isExclusive, string path, string allowed)
    {
        if (node is not YamlScalar { IsNull: false } scalar)
        {
            return Refuse(node, path, allowed, null);
        }

        if (!DurationText.TryParse(scalar.Text, out decimal milliseconds))
        {
            return Refuse(node, path, allowed, DurationText.Suggest(scalar.Text));
        }

        double seconds = (double)(milliseconds / 1000);
        return seconds <= maximum && (isExclusive ? seconds > minimum : seconds >= minimum) ? seconds : Refuse(node, path, allowed, null);
    }

    private object? Text(YamlScalar scalar, ParameterAttribute parameter, string path, string allowed)
    {
        string text = scalar.Text;
        bool isAnotherType = scalar.IsPlain && (NumberText.IsNumber(text) || text is "true" or "false");
        if (isAnotherType && parameter.Pattern.Length == 0)
        {
            return Refuse(scalar, path, allowed, Shown.Quoted(text));
        }

        bool isFine = !isAnotherType && !text.Any(c => char.IsControl(c) && c is not ('\n' or '\t'))
            && (parameter.Pattern.Length == 0 || Regex.IsMatch(text, $@"\A(?:{parameter.Pattern})\z", RegexOptions.CultureInvariant))
            && (text.Length > 0 || !parameter.Required);
        return isFine ? text : Refuse(scalar, path, allowed, null);
    }

    private object? Whole(YamlScalar scalar, ParameterAttribute parameter, Type type, string path, string allowed)
    {
        (Int128 least, Int128 greatest) = Allowed.WholeBounds(parameter, type);
        bool isFine = Int128.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out Int128 number)
            && scalar.IsPlain && NumberText.IsWhole(scalar.Text) && number >= least && number <= greatest;
        return !isFine ? Refuse(scalar, path, allowed, NumberMeant(scalar))
            : type == typeof(ulong) ? (object)(ulong)number
            : type == typeof(long) ? (object)(long)number
            : (int)number;
    }

    private object? Word(YamlScalar scalar, Type type, string path, string allowed)
    {
        string? name = Enum.GetNames(type).FirstOrDefault(name => KeyShape.CamelCase(name) == scalar.Text);
        return name is null ? Refuse(scalar, path, allowed, Suggestion.Nearest(scalar.Text, Allowed.Words(type))) : Enum.Parse(type, name);
    }

    private object? Duration(YamlScalar scalar, ParameterAttribute parameter, string path, string allowed)
    {
        (double least, double greatest) = Allowed.DurationBounds(parameter);
        if (Seconds(scalar, least, greatest, parameter.ExclusiveMinimum, path, allowed) is not double
            || !DurationText.TryParse(scalar.Text, out decimal milliseconds))
        {
            return null;
        }

        return decimal.IsInteger(milliseconds) ? new Duration((long)milliseconds) : Refuse(scalar, path, "a duration of whole milliseconds", null);
    }

    private object? Moment(YamlScalar scalar, string path, string allowed)
    {
        string text = scalar.Text;
        if (DurationText.TryParse(text, out decimal since))
        {
            return since >= 0 && decimal.IsInteger(since) ? new Moment((long)since) : Refuse(scalar, path, allowed, null);
        }

        DateTimeOffset start = Start ?? DateTimeOffset.UnixEpoch.AddYears(50).ToOffset(TimeSpan.FromHours(8));
        if (!MomentText.TryParseTimestamp(text, out DateTimeOffset time) && !MomentText.TryParseClock(text, start, out time))
        {
            return Refuse(scalar, path, allowed, MomentText.Suggest(text, start));
        }

        double since0 = (time - start).TotalMilliseconds;
        if (Start is not null && since0 is < 0 or > DurationText.GreatestSeconds * 1000)
        {
            errors.Add(scalar.Place, path, scalar.Description, $"a time at or after the start ({MomentText.Format(start)}), and within a century of it");
            return null;
        }

        return new Moment((long)Math.Max(0, since0));
    }

    private object? Refuse(YamlNode node, string path, string allowed, string? suggestion)
    {
        errors.Add(node.Place, path, node.Description, allowed, suggestion);
        return null;
    }

    private static string? NumberMeant(YamlScalar scalar) =>
        !scalar.IsPlain && NumberText.TryParse(scalar.Text, out _) ? scalar.Text : NumberText.Suggest(scalar.Text);

    private static string? FlagMeant(string text) => text.ToLowerInvariant() switch
    {
        "true" or "yes" or "on" or "y" or "1" => "true",
        "false" or "no" or "off" or "n" or "0" => "false",
        _ => Suggestion.Nearest(text, ["true", "false"]),
    };
}

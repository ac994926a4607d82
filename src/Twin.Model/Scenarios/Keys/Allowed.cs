using System.Globalization;
using Twin.Model.Scenarios.Notation;

namespace Twin.Model.Scenarios.Keys;

/// <summary>What a key allows, in words: for errors and for the documents.</summary>
internal static class Allowed
{
    /// <summary>What a key allows.</summary>
    /// <param name="key">The key.</param>
    public static string Of(KeyShape key) => Of(key.Parameter, key.Value) + (key.IsOptional ? ", or none" : "");

    /// <summary>What a value allows.</summary>
    /// <param name="parameter">The description of its key.</param>
    /// <param name="shape">The value, or an item of the key's list.</param>
    public static string Of(ParameterAttribute parameter, ValueShape shape) => shape.Kind switch
    {
        ValueKind.Text => parameter.PatternText.Length > 0 ? parameter.PatternText : "text",
        ValueKind.Flag => "true or false",
        ValueKind.Whole => "a whole number" + WholeRange(parameter, shape.Type),
        ValueKind.Number => "a number" + Range(parameter, NumberText.Format),
        ValueKind.Word => "one of " + string.Join(", ", Words(shape.Type)),
        ValueKind.Duration => DurationText.Notation + DurationRange(parameter),
        ValueKind.Moment => MomentText.Notation,
        ValueKind.Timestamp => MomentText.TimestampNotation,
        ValueKind.Distribution => DistributionText.Words + (parameter.MayBeNegative ? "" : " that is never negative"),
        ValueKind.Written => parameter.PatternText.Length > 0 ? parameter.PatternText : "a value as a scenario's key takes it",
        ValueKind.Record => "a mapping of keys to values",
        ValueKind.List => shape.Item!.Kind == ValueKind.Record ? "a list of mappings" : $"a list, each item {Of(parameter, shape.Item)}",
        ValueKind.Table => $"a mapping of names, each to {Of(parameter, shape.Item!)}",
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape.Kind, "No such kind."),
    };

    /// <summary>The words of an enum as a file writes them.</summary>
    /// <param name="type">The enum.</param>
    public static IEnumerable<string> Words(Type type) => Enum.GetNames(type).Select(KeyShape.CamelCase);

    /// <summary>Least and greatest whole number of a key.</summary>
    /// <param name="parameter">The key's description.</param>
    /// <param name="type">The number's type.</param>
    public static (Int128 Minimum, Int128 Maximum) WholeBounds(ParameterAttribute parameter, Type type)
    {
        (Int128 least, Int128 greatest) = type == typeof(ulong) ? (0, ulong.MaxValue)
            : type == typeof(long) ? (long.MinValue, (Int128)long.MaxValue)
            : (int.MinValue, int.MaxValue);
        least = double.IsFinite(parameter.Minimum) ? Int128.Max(least, (Int128)Math.Ceiling(parameter.Minimum)) : least;
        greatest = double.IsFinite(parameter.Maximum) ? Int128.Min(greatest, (Int128)Math.Floor(parameter.Maximum)) : greatest;
        return (least, greatest);
    }

    /// <summary>Least and greatest duration of a key, seconds.</summary>
    /// <param name="parameter">The key's description.</param>
    public static (double Minimum, double Maximum) DurationBounds(ParameterAttribute parameter) => (
        double.IsFinite(parameter.Minimum) ? parameter.Minimum : 0,
        double.IsFinite(parameter.Maximum) ? parameter.Maximum : DurationText.GreatestSeconds);

    private static string WholeRange(ParameterAttribute parameter, Type type)
    {
        (Int128 least, Int128 greatest) = WholeBounds(parameter, type);
        return $" from {least.ToString(CultureInfo.InvariantCulture)} to {greatest.ToString(CultureInfo.InvariantCulture)}";
    }

    private static string DurationRange(ParameterAttribute parameter) => parameter.Minimum > 0 || double.IsFinite(parameter.Maximum)
        ? "," + Range(parameter, DurationText.FormatSeconds)
        : "";

    private static string Range(ParameterAttribute parameter, Func<double, string> format)
    {
        (bool hasLeast, bool hasGreatest) = (double.IsFinite(parameter.Minimum), double.IsFinite(parameter.Maximum));
        return (hasLeast, hasGreatest, parameter.ExclusiveMinimum) switch
        {
            (true, true, false) => $" from {format(parameter.Minimum)} to {format(parameter.Maximum)}",
            (true, true, true) => $" above {format(parameter.Minimum)} and at most {format(parameter.Maximum)}",
            (true, false, false) => $" of at least {format(parameter.Minimum)}",
            (true, false, true) => $" above {format(parameter.Minimum)}",
            (false, true, _) => $" of at most {format(parameter.Maximum)}",
            _ => "",
        };
    }
}

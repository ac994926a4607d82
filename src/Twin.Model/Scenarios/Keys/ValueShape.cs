using Twin.Model.Distributions;

namespace Twin.Model.Scenarios.Keys;

/// <summary>The kind of a value, its type, and for a list the shape of its items.</summary>
/// <param name="Kind">What kind of value.</param>
/// <param name="Type">Its .NET type; of a list or table, the items' type.</param>
/// <param name="Item">Shape of a list's or table's items.</param>
internal sealed record ValueShape(ValueKind Kind, Type Type, ValueShape? Item = null)
{
    /// <summary>The shape of a property's type, made optional or not.</summary>
    /// <param name="type">The property's type.</param>
    /// <exception cref="NotSupportedException">A type that no scenario key can have.</exception>
    public static ValueShape Of(Type type)
    {
        Type core = Nullable.GetUnderlyingType(type) ?? type;
        if (core.IsGenericType && core.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            return Composite(ValueKind.List, core.GetGenericArguments()[0]);
        }

        if (core.IsGenericType && core.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) && core.GetGenericArguments()[0] == typeof(string))
        {
            return Composite(ValueKind.Table, core.GetGenericArguments()[1]);
        }

        return new ValueShape(KindOf(core), core);
    }

    /// <summary>The whole of a scenario file.</summary>
    public static ValueShape Scenario { get; } = new(ValueKind.Record, typeof(Scenario));

    /// <summary>The shape of what a key or an index leads to; null if nothing is known of it.</summary>
    /// <param name="key">A key, or the index of an item.</param>
    public ValueShape? Below(string key) => Kind == ValueKind.Record ? RecordShape.Of(Type).Find(key)?.Value : Item;

    private static ValueShape Composite(ValueKind kind, Type item) => new(kind, item, Of(item));

    private static ValueKind KindOf(Type type) =>
        type == typeof(string) ? ValueKind.Text
        : type == typeof(bool) ? ValueKind.Flag
        : type == typeof(int) || type == typeof(long) || type == typeof(ulong) ? ValueKind.Whole
        : type == typeof(double) ? ValueKind.Number
        : type.IsEnum ? ValueKind.Word
        : type == typeof(Duration) ? ValueKind.Duration
        : type == typeof(Moment) ? ValueKind.Moment
        : type == typeof(DateTimeOffset) ? ValueKind.Timestamp
        : type == typeof(Distribution) ? ValueKind.Distribution
        : type == typeof(ScenarioValue) ? ValueKind.Written
        : RecordShape.IsRecord(type) ? ValueKind.Record
        : throw new NotSupportedException($"A scenario key cannot have the type {type}.");
}

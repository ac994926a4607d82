using System.Collections;
using System.Text.Json.Nodes;
using Twin.Model.Distributions;
using Twin.Model.Scenarios.Acting;
using Twin.Model.Scenarios.Keys;
using Twin.Model.Scenarios.Notation;
using Twin.Model.Scenarios.Reading;

namespace Twin.Model.Scenarios;

/// <summary>A scenario as resolved, as JSON: every key that can act with its value, in the notation of a scenario file.</summary>
/// <remarks>JSON is YAML: what comes out can be read as a scenario file again, and gives the same scenario.</remarks>
public static class ScenarioJson
{
    /// <summary>A scenario as JSON.</summary>
    /// <param name="scenario">The scenario.</param>
    public static JsonObject Of(Scenario scenario) => Record(scenario, scenario.Start, ActingScope.Of(scenario));

    /// <summary>A key's value as JSON; null where a file would leave the key out: an empty text, or a key that cannot act.</summary>
    /// <param name="key">The key.</param>
    /// <param name="record">The record that has it.</param>
    /// <param name="start">The scenario's start, from which moments count.</param>
    /// <param name="scope">What surrounds the record; null where every key counts.</param>
    internal static JsonNode? Of(KeyShape key, object record, DateTimeOffset start, ActingScope? scope)
    {
        object? value = key.Property.GetValue(record);
        return scope?.WhyIdle(key) is not null || value is "" ? null
            : key.Value.Kind == ValueKind.Record && value is not null ? Record(value, start, scope?.Below(key, value))
            : value is IEnumerable list and not string && key.Value.Item?.Kind == ValueKind.Record
                ? new JsonArray([.. list.Cast<object>().Select((item, i) => Record(item, start, scope?.Below(key, item, i)))])
            : Value(key.Value, value, start);
    }

    private static JsonObject Record(object record, DateTimeOffset start, ActingScope? scope)
    {
        JsonObject json = [];
        foreach (KeyShape key in RecordShape.Of(record.GetType()).Keys)
        {
            if (Of(key, record, start, scope) is { } value)
            {
                json[key.Name] = value;
            }
        }

        return json;
    }

    /// <summary>A value as JSON.</summary>
    /// <param name="shape">What it is.</param>
    /// <param name="value">The value.</param>
    /// <param name="start">The scenario's start, from which moments count.</param>
    internal static JsonNode Value(ValueShape shape, object? value, DateTimeOffset start) => value switch
    {
        null => JsonValue.Create(KeyedBinder.None),
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        int number => JsonValue.Create(number),
        long number => JsonValue.Create(number),
        ulong number => JsonValue.Create(number),
        double number => JsonValue.Create(number),
        Enum word => JsonValue.Create(KeyShape.CamelCase(word.ToString())),
        Duration duration => JsonValue.Create(DurationText.Format(duration.Milliseconds)),
        Moment moment => JsonValue.Create(MomentText.Format(start.AddMilliseconds(moment.SinceStart))),
        DateTimeOffset timestamp => JsonValue.Create(MomentText.Format(timestamp)),
        ScenarioValue written => JsonValue.Create(written.Text),
        Distribution distribution => DistributionText.Of(distribution),
        IReadOnlyDictionary<string, double> table => Table(table),
        IEnumerable list => new JsonArray([.. list.Cast<object>().Select(item => Value(shape.Item!, item, start))]),
        _ => Record(value, start, null),
    };

    private static JsonObject Table(IReadOnlyDictionary<string, double> table)
    {
        JsonObject json = [];
        foreach ((string name, double number) in table)
        {
            json[name] = number;
        }

        return json;
    }
}

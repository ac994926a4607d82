using System.Text.Json;
using System.Text.Json.Serialization;
using Twin.Experiments.Stressing.Factors;

namespace Twin.Experiments.Reports.Keeping;

/// <summary>A factor is kept as its range; what is read is for words and pictures, and puts no scenario under stress.</summary>
internal sealed class StressFactorConverter : JsonConverter<StressFactor>
{
    /// <inheritdoc/>
    public override StressFactor Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Range range = JsonSerializer.Deserialize<Range>(ref reader, options) ?? throw new JsonException("The factor is null.");
        return range.Steps < 1
            ? throw new JsonException($"The factor {range.Key} has {range.Steps} steps.")
            : new StressFactor(range.Key, range.Group, range.Unit, range.Grade)
            {
                Own = range.Own,
                Plausible = range.Plausible,
                Furthest = range.Furthest,
                Steps = range.Steps,
                At = range.At,
                Apply = (_, _, _) => throw new InvalidOperationException($"{range.Key} was read from kept results: it has a range, but puts no scenario under stress."),
            };
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, StressFactor value, JsonSerializerOptions options) => JsonSerializer.Serialize(
        writer, new Range(value.Key, value.Group, value.Unit, value.Grade, value.Own, value.Plausible, value.Furthest, value.Steps, value.At), options);

    private sealed record Range(string Key, string Group, StressUnit Unit, string Grade, double Own, double Plausible, double Furthest, int Steps, long? At);
}

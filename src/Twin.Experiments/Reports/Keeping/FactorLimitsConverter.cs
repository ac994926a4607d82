using System.Text.Json;
using System.Text.Json.Serialization;
using Twin.Experiments.Stressing;
using Twin.Experiments.Stressing.Factors;

namespace Twin.Experiments.Reports.Keeping;

/// <summary>A factor's limits are kept by criterion and day.</summary>
internal sealed class FactorLimitsConverter : JsonConverter<FactorLimits>
{
    private static readonly StressCriterion[] Criteria = Enum.GetValues<StressCriterion>();

    /// <inheritdoc/>
    public override FactorLimits Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Days days = JsonSerializer.Deserialize<Days>(ref reader, options) ?? throw new JsonException("The limits are null.");
        return days.Limits.Length == Criteria.Length && days.Monotone.Length == Criteria.Length
            && days.Limits.Concat<System.Collections.ICollection>(days.Monotone).All(of => of.Count == days.Limits[0].Length && of.Count > 0)
            ? new FactorLimits(days.Factor, days.Limits, days.Monotone, days.Probed)
            : throw new JsonException($"The limits of {days.Factor.Key} are not of as many days for each criterion.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, FactorLimits value, JsonSerializerOptions options) => JsonSerializer.Serialize(
        writer,
        new Days(
            value.Factor, [.. Criteria.Select(criterion => value.Limits(criterion).ToArray())],
            [.. Criteria.Select(criterion => Enumerable.Range(0, value.Days).Select(day => value.Monotone(criterion, day)).ToArray())], value.Probed),
        options);

    private sealed record Days(StressFactor Factor, int[][] Limits, bool[][] Monotone, int Probed);
}

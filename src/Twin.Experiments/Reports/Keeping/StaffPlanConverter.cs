using System.Text.Json;
using System.Text.Json.Serialization;
using Twin.Experiments.Staffing;

namespace Twin.Experiments.Reports.Keeping;

/// <summary>A staffing is kept as its two lists of numbers.</summary>
internal sealed class StaffPlanConverter : JsonConverter<StaffPlan>
{
    /// <inheritdoc/>
    public override StaffPlan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Numbers numbers = JsonSerializer.Deserialize<Numbers>(ref reader, options) ?? throw new JsonException("The staffing is null.");
        return new StaffPlan(numbers.Samplers, numbers.Desks);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, StaffPlan value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, new Numbers([.. value.Samplers], [.. value.Desks]), options);

    private sealed record Numbers(int[] Samplers, int[] Desks);
}

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
        return new StaffPlan([.. numbers.Samplers.Select((samplers, site) => numbers.Ends is null || numbers.Ends[site] == 0
            ? SiteCrew.Whole(samplers, numbers.Desks[site])
            : new SiteCrew(samplers, numbers.SamplersToClose![site], numbers.Desks[site], numbers.DesksToClose![site], new StaffShift(numbers.Ends[site], numbers.Hours![site])))]);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, StaffPlan value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.HasShifts ? WithShifts(value) : new Numbers([.. value.Samplers], [.. value.Desks], null, null, null, null), options);

    private static Numbers WithShifts(StaffPlan plan) => new(
        [.. plan.Samplers], [.. plan.Desks], [.. plan.Sites.Select(site => site.SamplersToClose)], [.. plan.Sites.Select(site => site.DesksToClose)],
        [.. plan.Sites.Select(site => site.Shift?.End ?? 0)], [.. plan.Sites.Select(site => site.Shift?.Hours ?? 0)]);

    private sealed record Numbers(int[] Samplers, int[] Desks, int[]? SamplersToClose, int[]? DesksToClose, long[]? Ends, double[]? Hours);
}

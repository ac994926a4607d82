using System.Text.Json;
using System.Text.Json.Serialization;
using Twin.Experiments.Backtesting.Counting;

namespace Twin.Experiments.Reports.Keeping;

/// <summary>Counts are kept as their cells.</summary>
internal sealed class SiteCountsConverter : JsonConverter<SiteCounts>
{
    /// <inheritdoc/>
    public override SiteCounts Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Counted counted = JsonSerializer.Deserialize<Counted>(ref reader, options) ?? throw new JsonException("The counts are null.");
        return new SiteCounts(counted.File, counted.Cells, counted.HasWaiting);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, SiteCounts value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, new Counted(value.File, value.Cells, value.HasWaiting), options);

    private sealed record Counted(string File, IReadOnlyList<CountCell> Cells, bool HasWaiting);
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Twin.Experiments.Suppression;

namespace Twin.Experiments.Reports.Keeping;

/// <summary>The untested are kept as they may be shown, what is kept back left out.</summary>
internal sealed class UntestedTableConverter : JsonConverter<UntestedTable>
{
    /// <inheritdoc/>
    public override UntestedTable Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Rows rows = JsonSerializer.Deserialize<Rows>(ref reader, options) ?? throw new JsonException("The table of the untested is null.");
        return new UntestedTable(rows.District, rows.Streets, rows.Communities);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, UntestedTable value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, new Rows(value.District, value.Streets, value.Communities), options);

    private sealed record Rows(UntestedRow District, IReadOnlyList<UntestedRow> Streets, IReadOnlyList<UntestedRow> Communities);
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Twin.Model.Results;

/// <summary>Writes a measure's value as a number, as null, or as {"after": bound}.</summary>
internal sealed class MeasureValueConverter : JsonConverter<MeasureValue>
{
    private const string After = "after";

    public override MeasureValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return MeasureValue.Undefined;
            case JsonTokenType.Number:
                return MeasureValue.Of(reader.GetDouble());
            case JsonTokenType.StartObject:
                using (JsonDocument document = JsonDocument.ParseValue(ref reader))
                {
                    return document.RootElement.TryGetProperty(After, out JsonElement bound) && bound.TryGetDouble(out double number)
                        ? MeasureValue.Beyond(number)
                        : throw new JsonException($"A measure's value is {document.RootElement}; allowed: a number, null or {{\"{After}\": number}}.");
                }

            default:
                throw new JsonException($"A measure's value is {reader.TokenType}; allowed: a number, null or {{\"{After}\": number}}.");
        }
    }

    public override void Write(Utf8JsonWriter writer, MeasureValue value, JsonSerializerOptions options)
    {
        if (value.Number is { } number)
        {
            writer.WriteNumberValue(number);
        }
        else if (value.After is { } bound)
        {
            writer.WriteStartObject();
            writer.WriteNumber(After, bound);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Twin.Experiments.Backtesting.Fitting;

namespace Twin.Experiments.Reports.Keeping;

/// <summary>A parameter that counts might tell is kept as its key.</summary>
internal sealed class FitParameterConverter : JsonConverter<FitParameter>
{
    /// <inheritdoc/>
    public override FitParameter Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? key = reader.GetString();
        return FitParameter.All.FirstOrDefault(parameter => parameter.Key == key) ?? throw new JsonException($"There is no parameter \"{key}\".");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, FitParameter value, JsonSerializerOptions options) => writer.WriteStringValue(value.Key);
}

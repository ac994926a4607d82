using System.Text.Json;
using System.Text.Json.Serialization;

namespace Twin.Experiments.Reports.Keeping;

/// <summary>A value that is kept in another shape.</summary>
/// <typeparam name="T">The value.</typeparam>
/// <typeparam name="TKept">What is kept of it.</typeparam>
/// <param name="name">What an error calls the value.</param>
internal abstract class KeptAsConverter<T, TKept>(string name) : JsonConverter<T>
    where TKept : class
{
    /// <inheritdoc/>
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        From(JsonSerializer.Deserialize<TKept>(ref reader, options) ?? throw new JsonException($"The {name} null."));

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, Of(value), options);

    /// <summary>The value.</summary>
    /// <param name="kept">What was kept.</param>
    /// <exception cref="JsonException">It cannot be of such a value.</exception>
    protected abstract T From(TKept kept);

    /// <summary>What is kept.</summary>
    /// <param name="value">The value.</param>
    protected abstract TKept Of(T value);
}

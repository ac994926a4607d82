using System.Text.Encodings.Web;
using System.Text.Json;

namespace Twin.Viewer.Http;

/// <summary>How the API writes JSON: camel case, Chinese as it is.</summary>
internal static class ViewerJson
{
    /// <summary>The options.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Sets options up.</summary>
    /// <param name="options">The options.</param>
    public static void Configure(JsonSerializerOptions options)
    {
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.MaxDepth = JsonBody.DepthMost;
        options.NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict;
    }

    private static JsonSerializerOptions Create()
    {
        JsonSerializerOptions options = new(JsonSerializerDefaults.Web);
        Configure(options);
        return options;
    }
}

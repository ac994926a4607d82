using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Twin.Experiments.Reports.Keeping;

/// <summary>results.json.gz of an out folder: all that its report and pictures are drawn from, so that they can be drawn again, in either language.</summary>
/// <remarks>JSON, gzip with its checksum. The same results give the same bytes. It shows no more than the folder's tables do: small counts are kept back in it as well.</remarks>
internal static class KeptFile
{
    /// <summary>Name of the file in an out folder.</summary>
    public const string Name = "results.json.gz";

    /// <summary>How the value of <c>schema</c> begins, whatever its version.</summary>
    public const string SchemaFamily = "twin-results/";

    /// <summary>The value of <c>schema</c>.</summary>
    public const string Schema = SchemaFamily + "2";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        IgnoreReadOnlyProperties = true,
        IncludeFields = true, // Those of tuples: what is kept has no others.
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters =
        {
            new ScenarioConverter(), new StaffPlanConverter(), new UntestedTableConverter(), new StressFactorConverter(), new FactorLimitsConverter(), new SiteCountsConverter(),
            new FitParameterConverter(),
        },
    };

    /// <summary>The file's bytes.</summary>
    /// <typeparam name="T">What is kept.</typeparam>
    /// <param name="kind">Of what, such as a run.</param>
    /// <param name="language">The report's language, en or zh.</param>
    /// <param name="results">What is kept.</param>
    public static byte[] ToBytes<T>(string kind, string language, T results)
    {
        using MemoryStream bytes = new();
        using (GZipStream gzip = new(bytes, CompressionLevel.SmallestSize))
        {
            JsonSerializer.Serialize(gzip, new Kept<T>(Schema, kind, Software.This, language, results), Options);
        }

        return bytes.ToArray();
    }

    /// <summary>Reads the file of a folder.</summary>
    /// <typeparam name="T">What is kept.</typeparam>
    /// <param name="folder">The folder.</param>
    /// <param name="kind">Of what it must be.</param>
    /// <exception cref="OutFolderException">It is missing, damaged, of another version or of something else.</exception>
    public static Kept<T> Read<T>(string folder, string kind)
    {
        string path = Path.Combine(folder, Name);
        if (!File.Exists(path))
        {
            throw new OutFolderException($"{folder}: found no {Name}, from which the report is drawn; allowed: a folder of this version, which has one. Run the command again.");
        }

        try
        {
            byte[] json = Inflate(path);
            Check(path, kind, JsonSerializer.Deserialize<KeptHead>(json, Options));
            return JsonSerializer.Deserialize<Kept<T>>(json, Options)!;
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or EndOfStreamException or NotSupportedException
            or FormatException or Twin.Model.Scenarios.ScenarioFormatException or ArgumentException or UnauthorizedAccessException)
        {
            throw new OutFolderException($"{path}: is damaged or cannot be read ({e.Message}); it is left as it is. Run the command again to make it anew.", e);
        }
    }

    private static byte[] Inflate(string path)
    {
        using FileStream file = File.OpenRead(path);
        using GZipStream gzip = new(file, CompressionMode.Decompress);
        using MemoryStream json = new();
        gzip.CopyTo(json);
        return json.Length > 0 ? json.ToArray() : throw new InvalidDataException("it is empty");
    }

    private static void Check(string path, string kind, KeptHead? head)
    {
        if (head?.Schema != Schema)
        {
            throw new OutFolderException($"{path}: found schema \"{head?.Schema}\"; allowed: \"{Schema}\", as this version writes it. Run the command again, or use the version that made it.");
        }

        if (head.Kind != kind)
        {
            throw new OutFolderException($"{path}: found the results of a {head.Kind}; allowed: of a {kind}, as {OutFolder.SummaryFile} beside it says.");
        }
    }

    private sealed record KeptHead(string? Schema, string? Kind);
}

/// <summary>Results as a folder keeps them.</summary>
/// <typeparam name="T">What is kept.</typeparam>
/// <param name="Schema">Version of the file.</param>
/// <param name="Kind">Of what, such as a run.</param>
/// <param name="Software">Which software made them.</param>
/// <param name="Language">The report's language, en or zh.</param>
/// <param name="Results">What is kept.</param>
internal sealed record Kept<T>(string Schema, string Kind, Software Software, string Language, T Results);

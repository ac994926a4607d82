using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Net.Http.Headers;
using Twin.Grains.Live;
using Twin.Viewer.Runs;

namespace Twin.Viewer.Http;

/// <summary>Reads a request's body: a JSON object of bounded size and depth.</summary>
internal static class JsonBody
{
    /// <summary>Most bytes of a body.</summary>
    public const int BytesMost = 64 * 1024;

    /// <summary>Deepest nesting.</summary>
    public const int DepthMost = 32;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = DepthMost, CommentHandling = JsonCommentHandling.Disallow, AllowDuplicateProperties = false };

    /// <summary>Reads the body, its bytes included.</summary>
    /// <param name="request">The request.</param>
    /// <exception cref="RequestException">It is too large, or not JSON.</exception>
    /// <exception cref="LiveInputException">It is malformed.</exception>
    public static async Task<(JsonElement Root, byte[] Bytes)> ReadAsync(HttpRequest request)
    {
        CheckType(request);
        byte[] bytes = await ReadBytesAsync(request);
        if (!Utf8.IsValid(bytes))
        {
            throw new LiveInputException(400, new LiveInputError("body", "bytes that are not UTF-8", "JSON in UTF-8"));
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(bytes, Options);
            return (document.RootElement.Clone(), bytes);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a name of half a surrogate pair, which cannot be compared with others.
            string place = malformed is JsonException { LineNumber: { } line } json
                ? string.Create(CultureInfo.InvariantCulture, $"line {line + 1}, byte {json.BytePositionInLine + 1}")
                : "a name";
            throw new LiveInputException(400, new LiveInputError(
                "body", bytes.Length == 0 ? "nothing" : $"malformed JSON at {place}", $"one JSON object, no name twice, nested at most {DepthMost} deep"));
        }
    }

    private static void CheckType(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
            || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
        {
            throw new RequestException(StatusCodes.Status415UnsupportedMediaType, new LiveInputError("Content-Type", Found.Text(request.ContentType), "application/json in UTF-8"));
        }

        if (request.Headers.ContentEncoding.Count > 0)
        {
            throw new RequestException(StatusCodes.Status415UnsupportedMediaType, new LiveInputError("Content-Encoding", Found.Text(request.Headers.ContentEncoding), "none"));
        }
    }

    private static async Task<byte[]> ReadBytesAsync(HttpRequest request)
    {
        if (request.ContentLength > BytesMost)
        {
            throw TooLarge(string.Create(CultureInfo.InvariantCulture, $"{request.ContentLength} bytes"));
        }

        byte[] buffer = ArrayPool<byte>.Shared.Rent(BytesMost + 1);
        try
        {
            int length = await request.Body.ReadAtLeastAsync(buffer.AsMemory(0, BytesMost + 1), BytesMost + 1, throwOnEndOfStream: false, request.HttpContext.RequestAborted);
            return length <= BytesMost ? buffer[..length] : throw TooLarge($"more than {BytesMost} bytes");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static RequestException TooLarge(string found) =>
        new(StatusCodes.Status413PayloadTooLarge, new LiveInputError("body", found, $"at most {BytesMost} bytes"));
}

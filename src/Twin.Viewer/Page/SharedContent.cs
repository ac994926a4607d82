using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Twin.Viewer.Page;

/// <summary>Bytes that do not change: compressed once, and not sent again to who has them.</summary>
/// <param name="bytes">The bytes.</param>
/// <param name="contentType">Their type.</param>
/// <param name="level">How hard to compress; null for what does not get smaller.</param>
internal sealed class SharedContent(byte[] bytes, string contentType, CompressionLevel? level)
{
    private readonly string _hash = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16));
    private readonly Lazy<byte[]> _brotli = new(() => Compress(bytes, stream => new BrotliStream(stream, level ?? CompressionLevel.Fastest)));
    private readonly Lazy<byte[]> _gzip = new(() => Compress(bytes, stream => new GZipStream(stream, level ?? CompressionLevel.Fastest)));

    /// <summary>Bytes as they are.</summary>
    public int Length => bytes.Length;

    /// <summary>Compresses now, so that nobody waits for it.</summary>
    public void Warm()
    {
        if (level is not null)
        {
            _ = _brotli.Value;
        }
    }

    /// <summary>Answers a request with the bytes, or with 304.</summary>
    /// <param name="http">The request.</param>
    public async Task WriteAsync(HttpContext http)
    {
        (string encoding, byte[] body) = Choose(http.Request);
        string tag = $"\"{_hash}{(encoding.Length > 0 ? $"-{encoding}" : "")}\"";
        HttpResponse response = http.Response;
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "no-cache";
        response.Headers.Vary = "Accept-Encoding";
        if (Has(http.Request))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = contentType;
        response.ContentLength = body.Length;
        if (encoding.Length > 0)
        {
            response.Headers.ContentEncoding = encoding;
        }

        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await response.Body.WriteAsync(body, http.RequestAborted);
        }
    }

    /// <summary>Whether who asks has these bytes already, in whatever encoding.</summary>
    private bool Has(HttpRequest request)
    {
        string asked = request.Headers.IfNoneMatch.ToString();
        return asked.Length > 0 && (asked == "*" || asked.Contains(_hash, StringComparison.Ordinal));
    }

    private (string Encoding, byte[] Body) Choose(HttpRequest request)
    {
        if (level is null)
        {
            return ("", bytes);
        }

        bool brotli = false;
        bool gzip = false;
        if (StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding.ToString().Split(','), out IList<StringWithQualityHeaderValue>? accepted))
        {
            foreach (StringWithQualityHeaderValue one in accepted.Where(one => one.Quality is not 0))
            {
                brotli |= one.Value == "br";
                gzip |= one.Value == "gzip";
            }
        }

        return brotli ? ("br", _brotli.Value) : gzip ? ("gzip", _gzip.Value) : ("", bytes);
    }

    private static byte[] Compress(byte[] bytes, Func<Stream, Stream> compressor)
    {
        using MemoryStream compressed = new();
        using (Stream stream = compressor(compressed))
        {
            stream.Write(bytes);
        }

        return compressed.ToArray();
    }
}

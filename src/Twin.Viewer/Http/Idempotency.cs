using System.Security.Cryptography;
using Twin.Grains.Live;
using Twin.Viewer.Runs;

namespace Twin.Viewer.Http;

/// <summary>Answers of requests that carry an Idempotency-Key: who asks the same again gets the same answer, and nothing happens twice.</summary>
/// <remarks>Kept in this process, the latest 10,000: a request that is older than those counts as new.</remarks>
internal sealed class Idempotency
{
    private const string Header = "Idempotency-Key";
    private const int KeptMost = 10_000;
    private const int LongestKey = 255;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>Does something once for each key.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="http">The request.</param>
    /// <param name="body">Its body.</param>
    /// <param name="act">What is done.</param>
    /// <exception cref="RequestException">The key came with another content (422), or its first request is still at work (409).</exception>
    public async Task<T> OnceAsync<T>(HttpContext http, byte[] body, Func<Task<T>> act)
        where T : class
    {
        if (!http.Request.Headers.TryGetValue(Header, out Microsoft.Extensions.Primitives.StringValues header))
        {
            return await act();
        }

        string key = Key(http, header.ToString());
        string content = Convert.ToHexString(SHA256.HashData(body));
        Entry entry = new(content);
        Entry first = Keep(key, entry);
        if (!ReferenceEquals(first, entry))
        {
            return Again<T>(http, header.ToString(), content, first);
        }

        try
        {
            T answer = await act();
            entry.Answer = answer;
            return answer;
        }
        catch
        {
            // What was refused has had no effect: it may be tried again.
            lock (_gate)
            {
                _entries.Remove(key);
            }

            throw;
        }
    }

    private static string Key(HttpContext http, string value) => value.Length is > 0 and <= LongestKey && value.All(letter => letter is > ' ' and < '\x7f')
        ? $"{http.Request.Path} {value}"
        : throw new LiveInputException(400, new LiveInputError(Header, Found.Text(value), $"1 to {LongestKey} visible ASCII characters"));

    private static T Again<T>(HttpContext http, string key, string content, Entry first)
        where T : class
    {
        if (first.Content != content)
        {
            throw new RequestException(StatusCodes.Status422UnprocessableEntity, new LiveInputError(Header, $"{Found.Text(key)}, used before with another content", "another key, or the same content"));
        }

        if (first.Answer is not T answer)
        {
            throw new RequestException(StatusCodes.Status409Conflict, new LiveInputError(Header, $"{Found.Text(key)}, whose first request is still at work", "to ask again in a moment"));
        }

        http.Response.Headers["Idempotency-Replayed"] = "true";
        return answer;
    }

    private Entry Keep(string key, Entry entry)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(key, out Entry? first))
            {
                return first;
            }

            _entries[key] = entry;
            _order.Enqueue(key);
            if (_order.Count > KeptMost)
            {
                _entries.Remove(_order.Dequeue());
            }

            return entry;
        }
    }

    private sealed class Entry(string content)
    {
        public string Content { get; } = content;

        public volatile object? Answer;
    }
}

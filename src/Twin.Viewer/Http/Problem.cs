using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Twin.Grains.Live;

namespace Twin.Viewer.Http;

/// <summary>An error as every refused request gets it: RFC 9457, with where, found and allowed.</summary>
/// <param name="Type">Stable address of the kind of problem.</param>
/// <param name="Title">The kind of problem in words.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Detail">What is wrong this time.</param>
/// <param name="TraceId">Names the request in the server's log.</param>
/// <param name="Errors">Each thing that is wrong.</param>
public sealed record Problem(string Type, string Title, int Status, string Detail, string TraceId, IReadOnlyList<ProblemError> Errors)
{
    /// <summary>Media type of a problem.</summary>
    public const string MediaType = "application/problem+json";

    private static readonly Dictionary<int, (string Type, string Title)> Kinds = new()
    {
        [400] = ("malformed", "The request is wrong"),
        [403] = ("forbidden", "The request comes from elsewhere"),
        [404] = ("not-found", "There is no such thing"),
        [405] = ("method", "This cannot be done here"),
        [406] = ("not-acceptable", "The answer has no such form"),
        [409] = ("conflict", "Not in this state"),
        [413] = ("too-large", "The request is too large"),
        [415] = ("media-type", "The request has another form"),
        [422] = ("impossible", "The request cannot be carried out"),
        [429] = ("too-many-requests", "Too many requests"),
        [500] = ("internal", "Something went wrong in the server"),
        [503] = ("unavailable", "The server cannot answer now"),
    };

    /// <summary>A problem.</summary>
    /// <param name="http">The request.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="detail">What is wrong this time.</param>
    /// <param name="errors">Each thing that is wrong.</param>
    internal static Problem Of(HttpContext http, int status, string detail, params IEnumerable<LiveInputError> errors)
    {
        (string type, string title) = Kinds.TryGetValue(status, out (string, string) kind) ? kind : ($"status-{status}", ReasonPhrases.GetReasonPhrase(status));
        return new Problem(
            $"/problems/{type}", title, status, detail, Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier, [.. errors.Select(error => new ProblemError(error.Path, error.Found, error.Allowed))]);
    }

    /// <summary>Answers a request with it.</summary>
    /// <param name="http">The request.</param>
    internal async Task WriteAsync(HttpContext http)
    {
        HttpResponse response = http.Response;
        response.StatusCode = Status;
        response.ContentType = MediaType;
        response.ContentLength = null;
        response.Headers.CacheControl = "no-store";
        response.Headers.ETag = default;
        if (Status is 429 or 503 && response.Headers.RetryAfter.Count == 0)
        {
            response.Headers.RetryAfter = "1";
        }

        // Nothing has been sent: what is left of the request is not read.
        if (http.Features.Get<IHttpResponseBodyFeature>() is { } body && !HttpMethods.IsHead(http.Request.Method))
        {
            await body.Stream.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(this, ViewerJson.Options), http.RequestAborted);
        }
    }
}

/// <summary>One thing that is wrong.</summary>
/// <param name="Path">Where.</param>
/// <param name="Found">What was found.</param>
/// <param name="Allowed">What is allowed.</param>
public sealed record ProblemError(string Path, string Found, string Allowed)
{
    /// <summary>Stable key of what is asked for there, by which a client says it in another language: the path without places in lists, or <c>scenarioKey</c>.</summary>
    public string Key { get; } = KeyOf(Path);

    /// <summary>The key of a path.</summary>
    /// <param name="path">Such as <c>sites[2]</c> or <c>testing.staff.absence</c>.</param>
    private static string KeyOf(string path) => path.Contains('.', StringComparison.Ordinal) ? "scenarioKey" : path.Split('[')[0];
}

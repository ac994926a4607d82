using System.Net;
using Twin.Grains.Live;
using Twin.Viewer.Runs;

namespace Twin.Viewer.Http;

/// <summary>Lets only this machine and this page in, WebSockets included, and sends the headers that keep the page to itself.</summary>
/// <param name="next">What comes after.</param>
internal sealed class GuardMiddleware(RequestDelegate next)
{
    /// <summary>What a page from here may load: only what comes from here.</summary>
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data: blob:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Handles a request.</summary>
    /// <param name="http">The request.</param>
    public Task InvokeAsync(HttpContext http)
    {
        IHeaderDictionary headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        return Refusal(http) is { } refusal ? refusal.WriteAsync(http) : next(http);
    }

    private static Problem? Refusal(HttpContext http)
    {
        if (http.Connection.LocalIpAddress is { } local && !IPAddress.IsLoopback(local))
        {
            return Problem.Of(
                http, StatusCodes.Status403Forbidden, "The viewer serves this machine alone until it knows who asks.", new LiveInputError("address", local.ToString(), "a loopback address"));
        }

        HttpRequest request = http.Request;
        if (!IsLoopback(request.Host.Host))
        {
            return Problem.Of(
                http,
                StatusCodes.Status400BadRequest,
                "The viewer answers to the names of this machine alone.",
                new LiveInputError("Host", Found.Text(request.Host.Value), "localhost, 127.0.0.1 or [::1], with the port"));
        }

        if (request.Headers.Origin.Count == 0)
        {
            return null;
        }

        string own = $"{request.Scheme}://{request.Host.Value}";
        string origin = request.Headers.Origin.ToString();
        return string.Equals(origin, own, StringComparison.OrdinalIgnoreCase)
            ? null
            : Problem.Of(http, StatusCodes.Status403Forbidden, "Only the page of this server may ask.", new LiveInputError("Origin", Found.Text(origin), own));
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address));
}

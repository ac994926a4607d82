using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Twin.Viewer.Http;

namespace Twin.Viewer.Hubs;

/// <summary>Refusals of the hub's own handshake come as plain text: this gives them the form of all others.</summary>
/// <param name="next">What comes after.</param>
internal sealed class HubRefusals(RequestDelegate next)
{
    /// <summary>Handles a request.</summary>
    /// <param name="http">The request.</param>
    public async Task InvokeAsync(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments(TwinHub.Path))
        {
            await next(http);
            return;
        }

        // Handshakes are small; what follows one goes through the WebSocket, not through this body.
        IHttpResponseBodyFeature direct = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using MemoryStream kept = new();
        StreamResponseBodyFeature buffered = new(kept);
        http.Features.Set<IHttpResponseBodyFeature>(buffered);
        try
        {
            await next(http);
            await buffered.CompleteAsync();
        }
        finally
        {
            http.Features.Set(direct);
        }

        if (http.Response.HasStarted || kept.Length == 0)
        {
            return;
        }

        if (http.Response.StatusCode >= StatusCodes.Status400BadRequest)
        {
            string said = Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length);
            await Problem.Of(http, http.Response.StatusCode, $"The hub says: {said}").WriteAsync(http);
            return;
        }

        await direct.Stream.WriteAsync(kept.GetBuffer().AsMemory(0, (int)kept.Length), http.RequestAborted);
    }
}

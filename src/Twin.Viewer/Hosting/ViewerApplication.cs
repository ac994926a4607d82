using Microsoft.AspNetCore.Http.Connections;
using Twin.Viewer.Http;
using Twin.Viewer.Hubs;
using Twin.Viewer.Page;

namespace Twin.Viewer.Hosting;

/// <summary>Puts the viewer into a web application.</summary>
public static class ViewerApplication
{
    private static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(2);

    /// <summary>Maps the page, the hub and the HTTP API, with what guards them. Nothing else should be mapped beside it.</summary>
    /// <param name="application">The application, with the services of <see cref="ViewerServices.AddTwinViewer"/>.</param>
    public static WebApplication MapTwinViewer(this WebApplication application)
    {
        application.UseMiddleware<ProblemMiddleware>();
        application.UseMiddleware<GuardMiddleware>();
        application.UseRateLimiter();
        application.UseResponseCompression();
        application.UseMiddleware<HubRefusals>();
        application.UseWebSockets();
        application.UseRouting();
        application.MapTwinApi();
        ApiDocument.Map(application);
        application.MapHub<TwinHub>(TwinHub.Path, hub =>
        {
            hub.Transports = HttpTransportType.WebSockets;
            hub.AllowStatefulReconnects = false;
            hub.TransportSendTimeout = SendTimeout;
        });
        application.Services.GetRequiredService<PageFiles>().Map(application);
        return application;
    }
}

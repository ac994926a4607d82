using Microsoft.AspNetCore.Http.Connections;
using Microsoft.Extensions.Options;
using Twin.Viewer.Http;
using Twin.Viewer.Hubs;
using Twin.Viewer.Page;

namespace Twin.Viewer.Hosting;

/// <summary>Puts the viewer into a web application.</summary>
public static class ViewerApplication
{
    /// <summary>Maps the page, the hub and the HTTP API, with what guards them. Nothing else should be mapped beside it.</summary>
    /// <param name="application">The application, with the services of <see cref="ViewerServices.AddTwinViewer"/>.</param>
    public static WebApplication MapTwinViewer(this WebApplication application)
    {
        ViewerOptions limits = application.Services.GetRequiredService<IOptions<ViewerOptions>>().Value;
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
            hub.TransportSendTimeout = limits.SendTimeout;
        });
        application.Services.GetRequiredService<PageFiles>().Map(application);
        return application;
    }
}

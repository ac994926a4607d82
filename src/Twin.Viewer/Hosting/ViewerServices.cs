using System.Threading.RateLimiting;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Twin.Grains.Live;
using Twin.Viewer.Http;
using Twin.Viewer.Page;
using Twin.Viewer.Relay;
using Twin.Viewer.Runs;

namespace Twin.Viewer.Hosting;

/// <summary>Adds what the viewer needs to a host that has a client of the cluster, or a silo.</summary>
public static class ViewerServices
{
    private const int HubMessageBytesMost = 32 * 1024;

    /// <summary>Adds the viewer's services. The host provides <see cref="IClusterClient"/> and the stream provider <see cref="LiveStreams.Provider"/>.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="configure">Sets other limits; null for the defaults.</param>
    public static IServiceCollection AddTwinViewer(this IServiceCollection services, Action<ViewerOptions>? configure = null)
    {
        services.AddOptions<ViewerOptions>();
        if (configure is not null)
        {
            services.Configure(configure);
        }

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IFrameStreams, OrleansFrameStreams>();
        services.TryAddSingleton(_ => PageFiles.Embedded());
        services.AddSingleton<RunCatalogue>().AddSingleton<RelayContext>().AddSingleton<TopicRelays>().AddSingleton<LogFeeds>().AddSingleton<RunsFeed>()
            .AddSingleton<Idempotency>().AddHostedService<PageWarming>().AddHostedService<RunWarming>();
        services.AddRouting();
        services.ConfigureHttpJsonOptions(json => ViewerJson.Configure(json.SerializerOptions));
        services.AddOpenApi("v1", ApiDocument.Describe);
        services.AddResponseCompression(compression => compression.MimeTypes = ["application/json", Problem.MediaType]);
        services.AddRateLimiter(_ => { });
        services.AddOptions<Microsoft.AspNetCore.RateLimiting.RateLimiterOptions>().Configure<IOptions<ViewerOptions>>((limiter, viewer) => Limit(limiter, viewer.Value));

        // What it calls a failure is the hub's answer to a caller who is wrong; what goes wrong here the hub says itself.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher", LogLevel.Critical));
        services.AddSignalR(hub =>
        {
            hub.MaximumReceiveMessageSize = HubMessageBytesMost;
            hub.EnableDetailedErrors = false;
        }).AddMessagePackProtocol();
        return services;
    }

    private static void Limit(Microsoft.AspNetCore.RateLimiting.RateLimiterOptions limiter, ViewerOptions viewer)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => http.Request.Path.StartsWithSegments(ApiRoutes.Prefix)
            ? RateLimitPartition.GetTokenBucketLimiter(http.Connection.RemoteIpAddress?.ToString() ?? "", _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = viewer.RequestBurst,
                TokensPerPeriod = Math.Max(1, viewer.RequestsPerSecond / 10),
                ReplenishmentPeriod = TimeSpan.FromMilliseconds(100),
            })
            : RateLimitPartition.GetNoLimiter("page"));
        limiter.OnRejected = async (rejected, _) => await Problem.Of(
            rejected.HttpContext,
            StatusCodes.Status429TooManyRequests,
            "Wait a second, then go on more slowly.",
            new LiveInputError("requests", $"more than {viewer.RequestsPerSecond} a second", $"{viewer.RequestsPerSecond} a second, {viewer.RequestBurst} at once")).WriteAsync(rejected.HttpContext);
    }
}

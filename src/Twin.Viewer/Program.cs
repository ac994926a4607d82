using System.Net;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Hosting;
using Twin.Grains.Live;
using Twin.Viewer.Hosting;

namespace Twin.Viewer;

/// <summary>The viewer as a program of its own: an Orleans client of a silo.</summary>
internal static class Program
{
    private const string Cluster = "twin";
    private const int Failure = 1;
    private const int InvalidInput = 2;
    private const int GatewayTries = 15;
    private static readonly TimeSpan GatewayWait = TimeSpan.FromSeconds(2);

    private static async Task<int> Main(string[] arguments)
    {
        if (ViewerArguments.Parse(arguments, out IReadOnlyList<string> errors) is not { } checkedArguments)
        {
            foreach (string error in errors)
            {
                await Console.Error.WriteLineAsync($"viewer: {error}");
            }

            return InvalidInput;
        }

        try
        {
            await RunAsync(checkedArguments);
            return 0;
        }
        catch (Exception failure)
        {
            // The process's edge: in words, without a stack trace.
            await Console.Error.WriteLineAsync($"viewer: {failure.GetType().Name}: {failure.Message}");
            return Failure;
        }
    }

    private static async Task RunAsync(ViewerArguments arguments)
    {
        IPAddress[] addresses = await Dns.GetHostAddressesAsync(arguments.Gateway.Host);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", string.Join(';', arguments.Urls));
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Orleans", LogLevel.Error);
        builder.Host.UseOrleansClient(client => client
            .UseStaticClustering([.. addresses.Select(address => new IPEndPoint(address, arguments.Gateway.Port))])
            .Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (Cluster, Cluster))
            .AddMemoryStreams(LiveStreams.Provider)
            .UseConnectionRetryFilter(new GatewayPatience(arguments.Gateway, GatewayTries, GatewayWait)));
        builder.Services.AddTwinViewer();
        await using WebApplication application = builder.Build();
        application.MapTwinViewer();
        await application.StartAsync();
        await Console.Out.WriteLineAsync($"viewer: {string.Join(' ', application.Urls)} shows the runs of the silo at {arguments.Gateway.Host}:{arguments.Gateway.Port}; Ctrl-C ends it");
        await application.WaitForShutdownAsync();
    }
}

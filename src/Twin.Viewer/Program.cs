using System.Net;
using System.Net.Sockets;
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

        GatewayPatience patience = new(checkedArguments.Gateway, checkedArguments.Wait, TimeProvider.System);
        try
        {
            await RunAsync(checkedArguments, patience);
            return 0;
        }
        catch (SocketException unknown) when (unknown.SocketErrorCode is SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData)
        {
            await Console.Error.WriteLineAsync($"viewer: --gateway: found \"{checkedArguments.Gateway.Host}\", a host without an address; allowed: HOST:PORT of a silo's gateway, such as 127.0.0.1:30000");
            return InvalidInput;
        }
        catch (Exception failure)
        {
            // The process's edge: in words, without a stack trace.
            await Console.Error.WriteLineAsync($"viewer: {patience.Refusal ?? $"{failure.GetType().Name}: {failure.Message}"}");
            return patience.Refusal is null ? Failure : InvalidInput;
        }
    }

    private static async Task RunAsync(ViewerArguments arguments, GatewayPatience patience)
    {
        IPAddress[] addresses = await Dns.GetHostAddressesAsync(arguments.Gateway.Host);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", string.Join(';', arguments.Urls));
        builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Orleans", LogLevel.Critical).AddFilter("Microsoft.Extensions.Hosting", LogLevel.Critical);
        builder.Host.UseOrleansClient(client => client
            .UseStaticClustering([.. addresses.Select(address => new IPEndPoint(address, arguments.Gateway.Port))])
            .Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (Cluster, Cluster))
            .AddMemoryStreams(LiveStreams.Provider)
            .UseConnectionRetryFilter(patience));
        builder.Services.AddTwinViewer();
        await using WebApplication application = builder.Build();
        application.MapTwinViewer();
        await application.StartAsync();
        await Console.Out.WriteLineAsync($"viewer: {string.Join(' ', application.Urls)} shows the runs of the silo at {arguments.Gateway.Host}:{arguments.Gateway.Port}; Ctrl-C ends it");
        await application.WaitForShutdownAsync();
    }
}

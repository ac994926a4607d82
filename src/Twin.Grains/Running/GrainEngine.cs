using System.Net;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Hosting;

namespace Twin.Grains.Running;

/// <summary>A silo in this process that runs plans on grains, one grain an entity.</summary>
public sealed class GrainEngine : IAsyncDisposable
{
    private readonly IHost _host;

    private GrainEngine(IHost host)
    {
        _host = host;
        Runs = new GrainRuns([host.Services]);
    }

    /// <summary>The runs on this silo.</summary>
    public GrainRuns Runs { get; }

    /// <summary>Starts a silo on free ports of the loopback interface.</summary>
    /// <param name="cancellation">Ends the start.</param>
    public static async Task<GrainEngine> StartAsync(CancellationToken cancellation = default)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.UseOrleans(silo => silo
            .UseLocalhostClustering(LocalPort.Free(IPAddress.Loopback), LocalPort.Free(IPAddress.Loopback))
            .Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = ("twin", "twin"))
            .AddTwin());
        IHost host = builder.Build();
        await host.StartAsync(cancellation);
        return new GrainEngine(host);
    }

    /// <summary>Ends the silo at once: a batch run's grains hold nothing that must be kept.</summary>
    public async ValueTask DisposeAsync()
    {
        using CancellationTokenSource atOnce = new();
        await atOnce.CancelAsync();
        await _host.StopAsync(atOnce.Token);
        _host.Dispose();
    }
}

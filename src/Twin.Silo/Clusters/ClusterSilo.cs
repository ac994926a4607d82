using System.Net;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Hosting;
using Twin.Grains.Replicating;
using Twin.Grains.Running;

namespace Twin.Silo.Clusters;

/// <summary>A silo of the cluster that a sweep spreads over.</summary>
/// <remarks>
/// The silo of the sweep's own process keeps the list of members in memory: the cluster lives as long as the sweep, and a sweep that is cut goes on with
/// <c>--resume</c>, so that no server is needed to keep the list.
/// </remarks>
internal static class ClusterSilo
{
    private static readonly TimeSpan Probe = TimeSpan.FromSeconds(2);

    /// <summary>Starts a silo.</summary>
    /// <param name="lead">Address of the sweep's silo.</param>
    /// <param name="own">Address of this silo; the same for the sweep's.</param>
    /// <param name="host">Runs replications here.</param>
    /// <param name="cancellation">Ends the start.</param>
    public static async Task<IHost> StartAsync(IPEndPoint lead, IPEndPoint own, IReplicationHost host, CancellationToken cancellation)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.UseOrleans(silo => silo
            .ConfigureEndpoints(own.Address, own.Port, gatewayPort: 0)
            .UseDevelopmentClustering(lead)
            .Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = ("twin-sweep", "twin"))
            .Configure<ClusterMembershipOptions>(membership =>
            {
                // A silo that was killed is known as dead after some six seconds; nobody else need agree.
                (membership.ProbeTimeout, membership.NumMissedProbesLimit, membership.NumVotesForDeathDeclaration) = (Probe, 3, 1);
                membership.TableRefreshTimeout = TimeSpan.FromSeconds(5);
                membership.MaxJoinAttemptTime = TimeSpan.FromSeconds(30);
            })
            .AddTwinReplications(host));
        IHost built = builder.Build();
        try
        {
            await built.StartAsync(cancellation);
            return built;
        }
        catch
        {
            built.Dispose();
            throw;
        }
    }

    /// <summary>Ends a silo at once: its grains hold nothing that must be kept.</summary>
    /// <param name="silo">The silo.</param>
    public static async Task StopAsync(IHost silo)
    {
        using CancellationTokenSource atOnce = new();
        await atOnce.CancelAsync();
        await silo.StopAsync(atOnce.Token);
        silo.Dispose();
    }
}

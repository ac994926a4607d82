using Microsoft.Extensions.DependencyInjection;
using Orleans.Hosting;
using Twin.Grains.Live;
using Twin.Grains.Placement;
using Twin.Grains.Replicating;

namespace Twin.Grains.Running;

/// <summary>What a silo needs to host runs.</summary>
public static class TwinSiloExtensions
{
    /// <summary>Adds the runs' plans and the placement by partition.</summary>
    /// <param name="silo">The silo.</param>
    public static ISiloBuilder AddTwin(this ISiloBuilder silo) => silo
        .ConfigureServices(services => services
            .AddSingleton<RunPlans>()
            .AddPlacementDirector<PartitionPlacement, PartitionPlacementDirector>());

    /// <summary>Adds what runs replications of an experiment.</summary>
    /// <param name="silo">The silo.</param>
    /// <param name="host">Runs them in this process.</param>
    public static ISiloBuilder AddTwinReplications(this ISiloBuilder silo, IReplicationHost host) => silo
        .ConfigureServices(services => services
            .AddSingleton(host)
            .AddPlacementDirector<SiloPlacement, SiloPlacementDirector>());

    /// <summary>Adds the runs that people watch, and the streams through which they do.</summary>
    /// <param name="silo">The silo.</param>
    /// <param name="catalogue">Its scenarios.</param>
    public static ISiloBuilder AddTwinLive(this ISiloBuilder silo, Func<IServiceProvider, IRunCatalogue> catalogue) => silo
        .AddMemoryGrainStorage("PubSubStore")
        .AddMemoryStreams(LiveStreams.Provider, streams =>
        {
            // A frame is on its way at most this long before it is looked for; the default of 100 ms would be seen.
            streams.ConfigurePullingAgent(agent => agent.Configure(options => options.GetQueueMsgsTimerPeriod = TimeSpan.FromMilliseconds(10)));
            streams.ConfigurePartitioning(2);
        })
        .ConfigureServices(services => services
            .AddSingleton(provider => new GrainRuns([provider]))
            .AddSingleton(provider => new LiveRuns(
                catalogue(provider),
                provider.GetRequiredService<GrainRuns>(),
                () => provider.GetRequiredService<IClusterClient>().GetStreamProvider(LiveStreams.Provider),
                TimeProvider.System)));
}

using Microsoft.Extensions.DependencyInjection;
using Orleans.Hosting;
using Twin.Grains.Placement;

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
}

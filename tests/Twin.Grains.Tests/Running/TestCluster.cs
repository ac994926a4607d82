using Microsoft.Extensions.DependencyInjection;
using Orleans.Hosting;
using Orleans.TestingHost;
using Twin.Grains.Running;

namespace Twin.Grains.Tests.Running;

/// <summary>Silos in this process, with real scheduling and copying, and the runs on them.</summary>
internal sealed class TestCluster : IAsyncDisposable
{
    private readonly InProcessTestCluster _cluster;

    private TestCluster(InProcessTestCluster cluster)
    {
        _cluster = cluster;
        Runs = new GrainRuns([.. cluster.Silos.Select(silo => silo.ServiceProvider)]);
    }

    public GrainRuns Runs { get; }

    public static async Task<TestCluster> StartAsync(int silos, Action<ISiloBuilder>? configure = null)
    {
        InProcessTestClusterBuilder builder = new((short)silos);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddTwin();
            configure?.Invoke(silo);
        });
        InProcessTestCluster cluster = builder.Build();
        await cluster.DeployAsync();
        return new TestCluster(cluster);
    }

    public async ValueTask DisposeAsync() => await _cluster.DisposeAsync();
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;
using Twin.Grains.Placement;
using Twin.Model.Events;
using Twin.Model.Results;

namespace Twin.Grains.Running;

/// <summary>A silo in this process that runs plans on grains, one grain an entity.</summary>
public sealed class GrainEngine : IAsyncDisposable
{
    private readonly IHost _host;
    private int _runs;

    private GrainEngine(IHost host, double startSeconds)
    {
        _host = host;
        StartSeconds = startSeconds;
    }

    /// <summary>Wall time that the silo took to start, s.</summary>
    public double StartSeconds { get; }

    /// <summary>Makes references to grains, for queries while a run goes on.</summary>
    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    /// <summary>Starts a silo on free ports of the loopback interface.</summary>
    /// <param name="cancellation">Ends the start.</param>
    public static async Task<GrainEngine> StartAsync(CancellationToken cancellation = default)
    {
        Stopwatch watch = Stopwatch.StartNew();
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.UseOrleans(silo => silo
            .UseLocalhostClustering(FreePort(), FreePort())
            .Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = ("twin", "twin"))
            .AddTwin());
        IHost host = builder.Build();
        await host.StartAsync(cancellation);
        return new GrainEngine(host, watch.Elapsed.TotalSeconds);
    }

    /// <summary>Runs a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="options">How it is stepped; null for the defaults.</param>
    /// <param name="observer">Sees every event after it was handled; null for none.</param>
    /// <param name="progress">Told now and then; may be null.</param>
    /// <param name="cancellation">Ends the run after the window at hand: the outcome then has counts and no metrics.</param>
    /// <exception cref="SimulationException">An entity failed.</exception>
    public async Task<EngineOutcome> RunAsync(
        SimulationPlan plan,
        GrainRunOptions? options = null,
        IEventObserver? observer = null,
        IProgress<RunProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        Stopwatch watch = Stopwatch.StartNew();
        options ??= new GrainRunOptions();
        SiloAddress silo = _host.Services.GetRequiredService<ILocalSiloDetails>().SiloAddress;
        int number = Interlocked.Increment(ref _runs);
        HostedRun run = new(plan, [.. Enumerable.Repeat(silo, options.Partitions)], options, observer);
        _host.Services.GetRequiredService<RunPlans>().Add(number, run);
        Conductor conductor = new(Grains, run, number);
        await conductor.Prepare(progress, cancellation);
        double activate = StartSeconds + watch.Elapsed.TotalSeconds;
        if (!await conductor.Step(progress, cancellation))
        {
            return conductor.Interrupted() with { ActivateSeconds = activate };
        }

        EngineOutcome outcome = await conductor.Collect();
        return outcome with { ActivateSeconds = activate, Grains = await ActiveGrains() };
    }

    /// <summary>Active grains by kind of entity, as Orleans' management grain counts them.</summary>
    public async Task<IReadOnlyDictionary<string, int>> ActiveGrains()
    {
        SortedDictionary<string, int> active = new(StringComparer.Ordinal);
        foreach (SimpleGrainStatistic statistic in await Grains.GetGrain<IManagementGrain>(0).GetSimpleGrainStatistics())
        {
            if (EntityGrains.KindOf(statistic.GrainType) is { } kind)
            {
                active[kind] = active.GetValueOrDefault(kind) + statistic.ActivationCount;
            }
        }

        return active;
    }

    /// <summary>Ends the silo at once: a batch run's grains hold nothing that must be kept.</summary>
    public async ValueTask DisposeAsync()
    {
        using CancellationTokenSource atOnce = new();
        await atOnce.CancelAsync();
        await _host.StopAsync(atOnce.Token);
        _host.Dispose();
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

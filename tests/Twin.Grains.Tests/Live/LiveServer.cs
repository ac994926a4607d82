using Microsoft.Extensions.DependencyInjection;
using Orleans.Streams;
using Orleans.TestingHost;
using Twin.Grains.Live;
using Twin.Grains.Running;
using Twin.Grains.Tests.Running;
using Twin.Model.Results;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Grains.Tests.Live;

/// <summary>A silo that serves runs of a small district, and a client that watches them.</summary>
internal sealed class LiveServer : IAsyncDisposable
{
    private readonly InProcessTestCluster _cluster;

    private LiveServer(InProcessTestCluster cluster) => _cluster = cluster;

    public IGrainFactory Grains => _cluster.Client;

    public IStreamProvider Streams => _cluster.Client.GetStreamProvider(LiveStreams.Provider);

    public GrainRuns Runs => _cluster.Silos[0].ServiceProvider.GetRequiredService<GrainRuns>();

    public static async Task<LiveServer> StartAsync()
    {
        InProcessTestClusterBuilder builder = new(1);
        builder.ConfigureSilo((_, silo) => silo.AddTwin().AddTwinLive(_ => new Catalogue()));
        builder.ConfigureClient(client => client.AddMemoryStreams(LiveStreams.Provider));
        InProcessTestCluster cluster = builder.Build();
        await cluster.DeployAsync();
        return new LiveServer(cluster);
    }

    public async Task<IRunGrain> RunAsync(double? speed = null, bool paused = false)
    {
        RunState state = await Grains.GetGrain<IRunsGrain>(0).Start(new RunRequest("test", null, null, [], speed, paused));
        return Grains.GetGrain<IRunGrain>(state.Id);
    }

    /// <summary>Waits until the run is in a state, as its stream of states says.</summary>
    public async Task<RunState> WaitForAsync(IRunGrain run, Func<RunState, bool> until)
    {
        TaskCompletionSource<RunState> reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        IAsyncStream<RunState> stream = Streams.GetStream<RunState>(LiveStreams.Of((int)run.GetPrimaryKeyLong(), LiveStreams.State));
        StreamSubscriptionHandle<RunState> subscription = await stream.SubscribeAsync((state, _) =>
        {
            if (until(state))
            {
                reached.TrySetResult(state);
            }

            return Task.CompletedTask;
        });
        if (await run.State() is var now && until(now))
        {
            reached.TrySetResult(now);
        }

        try
        {
            return await reached.Task.WaitAsync(TimeSpan.FromSeconds(120), TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"The run did not get there; it stands at {await run.State()}.");
        }
        finally
        {
            await subscription.UnsubscribeAsync();
        }
    }

    public async ValueTask DisposeAsync() => await _cluster.DisposeAsync();

    private sealed class Catalogue : IRunCatalogue
    {
        public IReadOnlyList<ScenarioEntry> Scenarios() => [new ScenarioEntry("test", "Test", "测试", 1, 0.01)];

        public PreparedRun Prepare(RunRequest request)
        {
            MassTestPlan plan = TestPlans.Small();
            return new PreparedRun { Scenario = plan.Scenario, Plan = plan, Journal = new NoJournal(), Summarise = (outcome, inputs) => $"{outcome.Digest:x32} {inputs.Count}" };
        }
    }

    private sealed class NoJournal : IInputJournal
    {
        public void Append(JournalEntry entry)
        {
        }

        public void Dispose()
        {
        }
    }
}

using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Hosting;
using Orleans.Streams;
using Orleans.TestingHost;
using Twin.Grains.Live;
using Twin.Viewer.Relay;

namespace Twin.Viewer.Tests.Relay;

public sealed class OrleansFrameStreamsTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Frames_ReachASubscriber_InTheSiloAndOutside(bool isInSilo)
    {
        InProcessTestClusterBuilder builder = new(1);
        builder.ConfigureSilo((_, silo) => silo.AddMemoryStreams(LiveStreams.Provider).AddMemoryGrainStorage("PubSubStore"));
        builder.ConfigureClient(client => client.AddMemoryStreams(LiveStreams.Provider));
        await using InProcessTestCluster cluster = builder.Build();
        await cluster.DeployAsync();
        IServiceProvider silo = cluster.Silos[0].ServiceProvider;
        IClusterClient client = isInSilo ? silo.GetRequiredService<IClusterClient>() : cluster.Client;
        IAsyncStream<FrameMessage> source = silo.GetRequiredService<IClusterClient>().GetStreamProvider(LiveStreams.Provider).GetStream<FrameMessage>(LiveStreams.Of(3, "testing"));

        Channel<FrameMessage> got = Channel.CreateUnbounded<FrameMessage>();
        OrleansFrameStreams streams = new(client, NullLogger<OrleansFrameStreams>.Instance);
        IAsyncDisposable subscription = await streams.SubscribeAsync<FrameMessage>(3, "testing", frame => got.Writer.TryWrite(frame));
        for (int seq = 1; seq <= 20; seq++)
        {
            await source.OnNextAsync(Message(seq));
        }

        for (int seq = 1; seq <= 20; seq++)
        {
            FrameMessage frame = await got.Reader.ReadAsync().AsTask().WaitAsync(ViewerHost.Patience);
            Assert.Equal((seq, "e1"), (frame.Seq, frame.Epoch));
            Assert.Equal([1, (byte)seq], frame.Blob);
        }

        await subscription.DisposeAsync();
        Assert.Empty(await source.GetAllSubscriptionHandles());
    }

    private static FrameMessage Message(int seq) => new("e1", "testing", seq, 0, 0, false, [1, (byte)seq]);
}

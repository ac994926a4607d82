using Microsoft.Extensions.Logging;
using Orleans.Streams;
using Twin.Grains.Live;

namespace Twin.Viewer.Relay;

/// <summary>Frames and log entries through Orleans Streams.</summary>
/// <param name="client">The client of the cluster, or of the silo in this process.</param>
/// <param name="log">Says what went wrong.</param>
internal sealed class OrleansFrameStreams(IClusterClient client, ILogger<OrleansFrameStreams> log) : IFrameStreams
{
    /// <inheritdoc/>
    public async Task<IAsyncDisposable> SubscribeAsync<T>(int run, string topic, Action<T> next)
    {
        IAsyncStream<T> stream = client.GetStreamProvider(LiveStreams.Provider).GetStream<T>(LiveStreams.Of(run, topic));
        StreamSubscriptionHandle<T> handle = await stream.SubscribeAsync((item, _) =>
        {
            next(item);
            return Task.CompletedTask;
        });
        return new Subscription<T>(handle, log);
    }

    private sealed class Subscription<T>(StreamSubscriptionHandle<T> handle, ILogger log) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            try
            {
                await handle.UnsubscribeAsync();
            }
            catch (Exception failure) when (failure is OrleansException or TimeoutException or InvalidOperationException)
            {
                // The stream's end, not ours: the provider drops a subscriber that does not answer.
                log.LogWarning(failure, "A subscription could not be ended.");
            }
        }
    }
}

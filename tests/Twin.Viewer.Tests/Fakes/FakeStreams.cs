using System.Collections.Concurrent;
using Twin.Viewer.Relay;

namespace Twin.Viewer.Tests.Fakes;

/// <summary>Streams of one process: what is published reaches the subscribers at once.</summary>
internal sealed class FakeStreams : IFrameStreams
{
    private readonly ConcurrentDictionary<Subscription, bool> _subscriptions = new();
    private int _made;

    public int Made => Volatile.Read(ref _made);

    public int Open => _subscriptions.Count;

    public Task<IAsyncDisposable> SubscribeAsync<T>(int run, string topic, Action<T> next)
    {
        Interlocked.Increment(ref _made);
        Subscription subscription = new(this, run, topic, item => next((T)item));
        _subscriptions[subscription] = true;
        return Task.FromResult<IAsyncDisposable>(subscription);
    }

    public void Publish(int run, string topic, object item)
    {
        foreach (Subscription subscription in _subscriptions.Keys.Where(one => one.Run == run && one.Topic == topic))
        {
            subscription.Next(item);
        }
    }

    private sealed class Subscription(FakeStreams streams, int run, string topic, Action<object> next) : IAsyncDisposable
    {
        public int Run => run;

        public string Topic => topic;

        public Action<object> Next => next;

        public ValueTask DisposeAsync()
        {
            streams._subscriptions.TryRemove(this, out _);
            return ValueTask.CompletedTask;
        }
    }
}

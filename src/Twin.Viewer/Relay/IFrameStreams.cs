namespace Twin.Viewer.Relay;

/// <summary>Where frames and log entries come from.</summary>
internal interface IFrameStreams
{
    /// <summary>Subscribes to a topic of a run.</summary>
    /// <typeparam name="T">What the stream carries.</typeparam>
    /// <param name="run">Number of the run.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="next">Takes an item; must not block.</param>
    /// <returns>Ends the subscription when it is disposed.</returns>
    Task<IAsyncDisposable> SubscribeAsync<T>(int run, string topic, Action<T> next);
}

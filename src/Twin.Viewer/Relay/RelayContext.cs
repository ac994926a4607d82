using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Twin.Viewer.Hosting;
using Twin.Viewer.Runs;

namespace Twin.Viewer.Relay;

/// <summary>What relays share.</summary>
/// <param name="catalogue">The runs.</param>
/// <param name="streams">Where frames come from.</param>
/// <param name="options">Limits.</param>
/// <param name="time">The process's clock.</param>
/// <param name="log">Says what went wrong.</param>
internal sealed class RelayContext(RunCatalogue catalogue, IFrameStreams streams, IOptions<ViewerOptions> options, TimeProvider time, ILogger<RelayContext> log)
{
    /// <summary>The runs.</summary>
    public RunCatalogue Catalogue { get; } = catalogue;

    /// <summary>Where frames come from.</summary>
    public IFrameStreams Streams { get; } = streams;

    /// <summary>Limits.</summary>
    public ViewerOptions Options { get; } = options.Value;

    /// <summary>The process's clock.</summary>
    public TimeProvider Time { get; } = time;

    /// <summary>Says what went wrong.</summary>
    public ILogger Log { get; } = log;
}

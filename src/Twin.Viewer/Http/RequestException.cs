using Twin.Grains.Live;

namespace Twin.Viewer.Http;

/// <summary>A request that cannot be answered as asked, for a reason of HTTP: size, type, origin.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="error">Where, found, allowed.</param>
internal sealed class RequestException(int status, LiveInputError error) : Exception($"{error.Path}: {error.Found}; allowed: {error.Allowed}")
{
    /// <summary>HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>Where, found, allowed.</summary>
    public LiveInputError Error { get; } = error;
}

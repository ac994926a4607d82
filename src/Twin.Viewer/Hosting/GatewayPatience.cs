using System.Net;

namespace Twin.Viewer.Hosting;

/// <summary>Waits for a silo that is still starting.</summary>
/// <param name="gateway">Where the silo takes clients.</param>
/// <param name="triesMost">How often it is tried.</param>
/// <param name="wait">Between two tries.</param>
internal sealed class GatewayPatience(DnsEndPoint gateway, int triesMost, TimeSpan wait) : IClientConnectionRetryFilter
{
    private int _tries;

    /// <inheritdoc/>
    public async Task<bool> ShouldRetryConnectionAttempt(Exception exception, CancellationToken cancellationToken)
    {
        if (++_tries >= triesMost)
        {
            return false;
        }

        await Console.Error.WriteLineAsync($"viewer: no silo answers at {gateway.Host}:{gateway.Port}; trying again");
        await Task.Delay(wait, cancellationToken);
        return true;
    }
}

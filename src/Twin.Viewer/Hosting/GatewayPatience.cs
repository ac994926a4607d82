using System.Globalization;
using System.Net;

namespace Twin.Viewer.Hosting;

/// <summary>Waits for a silo that is still starting, and says when it gives up.</summary>
/// <param name="gateway">Where the silo takes clients.</param>
/// <param name="longest">How long it waits in all.</param>
/// <param name="time">The process's clock.</param>
internal sealed class GatewayPatience(DnsEndPoint gateway, TimeSpan longest, TimeProvider time) : IClientConnectionRetryFilter
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(2);

    private readonly long _begun = time.GetTimestamp();

    /// <summary>What to tell the user who named a gateway at which no silo answers; null while it waits.</summary>
    public string? Refusal { get; private set; }

    /// <inheritdoc/>
    public async Task<bool> ShouldRetryConnectionAttempt(Exception exception, CancellationToken cancellationToken)
    {
        TimeSpan left = longest - time.GetElapsedTime(_begun);
        if (left <= TimeSpan.Zero)
        {
            Refusal = string.Create(
                CultureInfo.InvariantCulture,
                $"--gateway: found no silo at {gateway.Host}:{gateway.Port} after {longest.TotalSeconds:0} s; allowed: the gateway that a running \"twin serve\" names when it starts");
            return false;
        }

        await Console.Error.WriteLineAsync($"viewer: no silo answers at {gateway.Host}:{gateway.Port}; trying again");
        await Task.Delay(left < BetweenTries ? left : BetweenTries, time, cancellationToken);
        return true;
    }
}

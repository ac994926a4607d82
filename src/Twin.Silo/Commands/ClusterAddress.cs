using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Twin.Silo.Commands;

/// <summary>Where the silo of a sweep is reached.</summary>
/// <param name="Host">A name or an IPv4 address.</param>
/// <param name="Port">A port; 0 for one that is free.</param>
public sealed record ClusterAddress(string Host, int Port)
{
    /// <summary>What is allowed, in words.</summary>
    public const string Allowed = "HOST:PORT, such as 127.0.0.1:11111";

    /// <summary>The address when none is given.</summary>
    public static ClusterAddress Default { get; } = new("127.0.0.1", 11_111);

    /// <summary>Reads an address.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The address; null if it is none.</returns>
    public static ClusterAddress? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int colon = text.LastIndexOf(':');
        return colon > 0 && text.IndexOf(':', StringComparison.Ordinal) == colon
            && ushort.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out ushort port)
            && Uri.CheckHostName(text[..colon]) is UriHostNameType.Dns or UriHostNameType.IPv4
            ? new ClusterAddress(text[..colon], port)
            : null;
    }

    /// <summary>The address as a number.</summary>
    /// <param name="where">The option or argument that gave it.</param>
    /// <param name="cancellation">Ends the look-up.</param>
    /// <exception cref="InputException">There is no such host.</exception>
    public async Task<IPEndPoint> ResolveAsync(string where, CancellationToken cancellation)
    {
        try
        {
            IPAddress[] found = await Dns.GetHostAddressesAsync(Host, AddressFamily.InterNetwork, cancellation);
            return new IPEndPoint(found[0], Port);
        }
        catch (SocketException)
        {
            throw InputException.At(where, $"the host \"{Host}\", which is not known", Allowed);
        }
    }
}

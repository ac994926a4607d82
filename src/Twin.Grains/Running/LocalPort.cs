using System.Net;
using System.Net.Sockets;

namespace Twin.Grains.Running;

/// <summary>Ports of this machine.</summary>
public static class LocalPort
{
    /// <summary>A port that nobody listens at.</summary>
    /// <param name="address">At which address.</param>
    /// <exception cref="SocketException">The address is none of this machine.</exception>
    public static int Free(IPAddress address)
    {
        using TcpListener listener = new(address, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Makes sure that a process can listen: before a silo starts, so that the user reads one line and not what each part says of its end.</summary>
    /// <param name="address">Where.</param>
    /// <exception cref="SocketException">The port is taken, or the address is none of this machine.</exception>
    public static void Probe(IPEndPoint address)
    {
        using TcpListener listener = new(address);
        listener.Start();
    }
}

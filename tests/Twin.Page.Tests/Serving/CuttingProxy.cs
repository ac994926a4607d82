using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Twin.Page.Tests.Serving;

/// <summary>A line between a browser and a server that can be cut: what is connected is dropped, and nobody gets through until it is mended.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, byte> open = new();
    private readonly CancellationTokenSource end = new();
    private readonly Uri server;
    private readonly Task accepting;
    private volatile bool isCut;

    /// <summary>Listens on a free port.</summary>
    /// <param name="server">Where the line leads.</param>
    public CuttingProxy(Uri server)
    {
        this.server = server;
        listener.Start();
        Origin = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        accepting = AcceptAsync();
    }

    /// <summary>Where it listens.</summary>
    public Uri Origin { get; }

    /// <summary>Cuts the line.</summary>
    public void Cut()
    {
        isCut = true;
        foreach (TcpClient client in open.Keys)
        {
            client.Close();
        }
    }

    /// <summary>Lets connections through again.</summary>
    public void Mend() => isCut = false;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        Cut();
        await accepting;
        end.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            TcpClient client;
            try
            {
                client = await listener.AcceptTcpClientAsync(end.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            if (isCut)
            {
                client.Close();
            }
            else
            {
                _ = CarryAsync(client);
            }
        }
    }

    private async Task CarryAsync(TcpClient client)
    {
        using TcpClient far = new();
        open[client] = open[far] = 0;
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, server.Port, end.Token);
            await Task.WhenAny(client.GetStream().CopyToAsync(far.GetStream(), end.Token), far.GetStream().CopyToAsync(client.GetStream(), end.Token));
        }
        catch (Exception cut) when (cut is IOException or SocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // That is what it is for.
        }
        finally
        {
            client.Close();
            open.TryRemove(client, out _);
            open.TryRemove(far, out _);
        }
    }
}

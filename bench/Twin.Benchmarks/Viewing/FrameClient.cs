using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using MessagePack;

namespace Twin.Benchmarks.Viewing;

/// <summary>A viewer in the least form: a WebSocket that speaks SignalR's MessagePack protocol, watches topics, and tallies what comes.</summary>
/// <param name="tally">Counts the frames.</param>
internal sealed class FrameClient(FrameTally tally) : IDisposable
{
    /// <summary>Receive buffer of a viewer that is going to stop reading, bytes.</summary>
    private const int SmallBuffer = 4_096;

    /// <summary>Segment of an Ethernet line, bytes. Over loopback a segment has 64 KiB, for which the server's system would buffer megabytes.</summary>
    private const int EthernetSegment = 1_460;

    private const int LevelTcp = 6;
    private const int LinuxMaximalSegment = 2;

    private static readonly byte[] Ping = Framed(MessagePackSerializer.Serialize(new object[] { 6 }));

    private readonly ClientWebSocket _socket = new();
    private byte[] _buffer = new byte[1 << 16];
    private int _filled;

    /// <summary>What was counted.</summary>
    public FrameTally Tally => tally;

    /// <summary>Bytes received.</summary>
    public long Bytes { get; private set; }

    /// <summary>Whether the server, or the line, ended the connection.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Connects and asks for topics.</summary>
    /// <param name="url">The server.</param>
    /// <param name="run">The run.</param>
    /// <param name="topics">What is watched.</param>
    /// <param name="willStall">Whether it is going to stop reading: its line then holds little, so that the server feels it soon.</param>
    public async Task ConnectAsync(Uri url, string run, string[] topics, bool willStall = false)
    {
        UriBuilder hub = new(url) { Scheme = "ws", Path = "/hub" };
        using HttpMessageInvoker invoker = new(new SocketsHttpHandler { ConnectCallback = (context, cancellation) => OpenAsync(context, willStall, cancellation) });
        await _socket.ConnectAsync(hub.Uri, invoker, CancellationToken.None);
        await _socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"messagepack\",\"version\":1}\u001e"), WebSocketMessageType.Text, true, CancellationToken.None);
        await _socket.ReceiveAsync(_buffer, CancellationToken.None);
        object[] watch = [4, new Dictionary<string, string>(), "1", "Watch", new object[] { int.Parse(run, System.Globalization.CultureInfo.InvariantCulture), topics, "" }, Array.Empty<string>()];
        await _socket.SendAsync(Framed(MessagePackSerializer.Serialize(watch)), WebSocketMessageType.Binary, true, CancellationToken.None);
    }

    /// <summary>A sign of life, without which the server takes a viewer for gone after 30 s.</summary>
    public async Task PingAsync()
    {
        try
        {
            await _socket.SendAsync(Ping, WebSocketMessageType.Binary, true, CancellationToken.None);
        }
        catch (Exception gone) when (gone is WebSocketException or InvalidOperationException)
        {
            IsCut = true;
        }
    }

    /// <summary>Reads until a moment, or until the connection ends.</summary>
    public async Task ReadAsync(CancellationToken until)
    {
        try
        {
            while (!until.IsCancellationRequested)
            {
                ValueWebSocketReceiveResult got = await _socket.ReceiveAsync(_buffer.AsMemory(_filled), until);
                if (got.MessageType == WebSocketMessageType.Close)
                {
                    IsCut = true;
                    return;
                }

                Bytes += got.Count;
                _filled += got.Count;
                TakeMessages();
            }
        }
        catch (OperationCanceledException)
        {
            // The measurement is over.
        }
        catch (WebSocketException)
        {
            IsCut = !until.IsCancellationRequested;
        }
    }

    public void Dispose() => _socket.Dispose();

    private static async ValueTask<Stream> OpenAsync(SocketsHttpConnectionContext context, bool willStall, CancellationToken cancellation)
    {
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (willStall)
        {
            socket.ReceiveBufferSize = SmallBuffer;
            if (OperatingSystem.IsLinux())
            {
                socket.SetRawSocketOption(LevelTcp, LinuxMaximalSegment, BitConverter.GetBytes(EthernetSegment));
            }
        }

        await socket.ConnectAsync(context.DnsEndPoint, cancellation);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private void TakeMessages()
    {
        int at = 0;
        while (TryLength(at, out int prefix, out int length) && at + prefix + length <= _filled)
        {
            tally.Take(_buffer.AsMemory(at + prefix, length));
            at += prefix + length;
        }

        _buffer.AsSpan(at, _filled - at).CopyTo(_buffer);
        _filled -= at;
        if (_filled == _buffer.Length)
        {
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }
    }

    private bool TryLength(int at, out int prefix, out int length)
    {
        length = 0;
        for (prefix = 0; at + prefix < _filled;)
        {
            byte next = _buffer[at + prefix];
            length |= (next & 0x7F) << (7 * prefix++);
            if (next < 0x80)
            {
                return true;
            }
        }

        return false;
    }

    private static byte[] Framed(byte[] message)
    {
        List<byte> framed = [];
        uint length = (uint)message.Length;
        for (; length > 0x7F; length >>= 7)
        {
            framed.Add((byte)(length | 0x80));
        }

        framed.Add((byte)length);
        framed.AddRange(message);
        return [.. framed];
    }
}

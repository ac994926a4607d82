using System.Net.WebSockets;
using System.Text;
using MessagePack;

namespace Twin.Benchmarks;

/// <summary>A viewer in the least form: a WebSocket that speaks SignalR's MessagePack protocol, watches topics, and counts what comes.</summary>
internal sealed class FrameClient : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[1 << 20];
    private readonly Dictionary<string, long> _seq = new(StringComparer.Ordinal);
    private int _filled;
    private long _last;
    private long _lastSimTime;

    /// <summary>Bytes received.</summary>
    public long Bytes { get; private set; }

    /// <summary>From a frame's making to its decoding, ms.</summary>
    public List<double> Latencies { get; } = [];

    /// <summary>Between two frames of the first topic, ms.</summary>
    public List<double> Gaps { get; } = [];

    /// <summary>Deltas that did not follow the frame before.</summary>
    public int OutOfSequence { get; private set; }

    /// <summary>Bytes of the largest keyframe.</summary>
    public Dictionary<string, int> Keyframes { get; } = new(StringComparer.Ordinal);

    public async Task ConnectAsync(Uri url, int run, params string[] topics)
    {
        UriBuilder hub = new(url) { Scheme = "ws", Path = "/hub" };
        await _socket.ConnectAsync(hub.Uri, CancellationToken.None);
        await _socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"messagepack\",\"version\":1}\u001e"), WebSocketMessageType.Text, true, CancellationToken.None);
        await _socket.ReceiveAsync(_buffer, CancellationToken.None);
        byte[] message = MessagePackSerializer.Serialize(new object[] { 4, new Dictionary<string, string>(), "1", "Watch", new object[] { run, topics, "" }, Array.Empty<string>() });
        List<byte> framed = [];
        for (uint length = (uint)message.Length; ;)
        {
            framed.Add((byte)(length > 0x7F ? length | 0x80 : length));
            length >>= 7;
            if (length == 0)
            {
                break;
            }
        }

        framed.AddRange(message);
        await _socket.SendAsync(framed.ToArray(), WebSocketMessageType.Binary, true, CancellationToken.None);
    }

    /// <summary>Reads until a moment.</summary>
    public async Task ReadAsync(CancellationToken until)
    {
        try
        {
            while (!until.IsCancellationRequested)
            {
                ValueWebSocketReceiveResult got = await _socket.ReceiveAsync(_buffer.AsMemory(_filled), until);
                if (got.MessageType == WebSocketMessageType.Close)
                {
                    return;
                }

                Bytes += got.Count;
                _filled += got.Count;
                Take();
            }
        }
        catch (OperationCanceledException)
        {
            // The measurement is over.
        }
    }

    public void Forget()
    {
        Bytes = 0;
        Latencies.Clear();
        Gaps.Clear();
        _last = 0;
    }

    public void Dispose() => _socket.Dispose();

    private void Take()
    {
        int at = 0;
        while (true)
        {
            int length = 0;
            int prefix = 0;
            do
            {
                if (at + prefix >= _filled)
                {
                    Keep(at);
                    return;
                }

                length |= (_buffer[at + prefix] & 0x7F) << (7 * prefix);
            }
            while ((_buffer[at + prefix++] & 0x80) != 0);
            if (at + prefix + length > _filled)
            {
                Keep(at);
                return;
            }

            Decode(_buffer.AsMemory(at + prefix, length));
            at += prefix + length;
        }
    }

    private void Keep(int from)
    {
        _buffer.AsSpan(from, _filled - from).CopyTo(_buffer);
        _filled -= from;
    }

    private void Decode(ReadOnlyMemory<byte> message)
    {
        MessagePackReader reader = new(message);
        int items = reader.ReadArrayHeader();
        if (reader.ReadInt32() != 2 || items < 4)
        {
            return;
        }

        reader.Skip();
        reader.Skip();
        string topic = "";
        string kind = "";
        long seq = 0;
        long wall = 0;
        long sim = 0;
        int blob = 0;
        for (int entries = reader.ReadMapHeader(); entries > 0; entries--)
        {
            switch (reader.ReadString())
            {
                case "topic":
                    topic = reader.ReadString()!;
                    break;
                case "kind":
                    kind = reader.ReadString()!;
                    break;
                case "seq":
                    seq = reader.ReadInt64();
                    break;
                case "wallTime":
                    wall = reader.ReadInt64();
                    break;
                case "simTime":
                    sim = reader.ReadInt64();
                    break;
                case "blob":
                    blob = (int)reader.ReadBytes()!.Value.Length;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        long now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        if (kind == "keyframe")
        {
            Keyframes[topic] = Math.Max(Keyframes.GetValueOrDefault(topic), blob);
        }
        else
        {
            OutOfSequence += seq == _seq.GetValueOrDefault(topic) + 1 ? 0 : 1;
            Latencies.Add(now - wall);
        }

        _seq[topic] = seq;
        if (topic == "overview")
        {
            // While the run is paused a sign of life comes each second: that is no gap.
            if (_last > 0 && sim > _lastSimTime && _lastSimTime > 0)
            {
                Gaps.Add(now - _last);
            }

            (_last, _lastSimTime) = (sim == _lastSimTime ? 0 : now, sim);
        }
    }
}

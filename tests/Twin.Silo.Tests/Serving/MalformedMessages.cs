using System.Buffers;
using System.Net.WebSockets;
using System.Text;
using MessagePack;

namespace Twin.Silo.Tests.Serving;

/// <summary>Random messages to the hub, most of them wrong, over connections that are opened anew whenever the server closes one.</summary>
/// <param name="random">The draws.</param>
/// <param name="origin">Where the server is.</param>
internal sealed class MalformedMessages(Random random, Uri origin) : IDisposable
{
    private const int MessagesPerConnection = 20;

    private static readonly string[] Targets = ["Watch", "Watch", "Watch", "Log", "Log", "Runs", "Drop", "watch", "OnConnectedAsync", "Dispose", "", "微", "WatchAsync"];
    private static readonly string[] Handshakes = ["{\"protocol\":\"messagepack\",\"version\":1}\u001e", "{\"protocol\":\"json\",\"version\":1}\u001e"];
    private static readonly string[] Broken = ["{}\u001e", "{\"protocol\":\"x\",\"version\":1}\u001e", "nonsense\u001e", "\u001e", "{\"protocol\":\"json\",\"version\":\"1\"}\u001e", "{\"protocol\":\"messagepack\",\"version\":99}\u001e"];

    private static readonly string[] Tokens =
    [
        "1", "\"1\"", "\"x\"", "-1", "99", "[\"overview\"]", "[\"nothing\"]", "[]", "[[[]]]", "\"\"", "\"ZZ\"", "null", "{}", "true", "1e400", "0.5", "[1]", "\"\\ud800\"", "9223372036854775807",
    ];

    private readonly byte[] _answer = new byte[64 * 1024];
    private int _refusals;
    private ClientWebSocket? _socket;
    private bool _isPacked;
    private int _sent;

    /// <summary>Connections that the server has accepted.</summary>
    public int Connections { get; private set; }

    /// <summary>Answers that say what is allowed.</summary>
    public int Refusals => Volatile.Read(ref _refusals);

    /// <summary>Sends the next message.</summary>
    /// <param name="cancellation">Gives up.</param>
    public async Task SendAsync(CancellationToken cancellation)
    {
        try
        {
            if (_socket is not { State: WebSocketState.Open } || _sent++ % MessagesPerConnection == 0)
            {
                await ConnectAsync(cancellation);
            }

            byte[] message = random.Next(60) == 0 ? Oversized() : _isPacked ? Packed() : Encoding.UTF8.GetBytes(Json());
            WebSocketMessageType type = (random.Next(60) == 0) != _isPacked ? WebSocketMessageType.Binary : WebSocketMessageType.Text;
            await _socket!.SendAsync(message, type, random.Next(100) != 0, cancellation);
        }
        catch (Exception closed) when (closed is WebSocketException || (closed is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            // The server has closed a connection that sent nonsense: the next message opens another.
            _socket?.Dispose();
            _socket = null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _socket?.Dispose();

    private async Task ConnectAsync(CancellationToken cancellation)
    {
        _socket?.Dispose();
        _socket = new ClientWebSocket();
        await _socket.ConnectAsync(new Uri($"ws://{origin.Authority}/hub"), cancellation);
        Connections++;
        _isPacked = random.Next(2) == 0;
        bool isBroken = random.Next(8) == 0;
        string handshake = isBroken ? Broken[random.Next(Broken.Length)] : Handshakes[_isPacked ? 0 : 1];
        await _socket.SendAsync(Encoding.UTF8.GetBytes(handshake), WebSocketMessageType.Text, true, cancellation);
        await _socket.ReceiveAsync(_answer, cancellation);
        _ = CountRefusalsAsync(_socket);
    }

    private async Task CountRefusalsAsync(ClientWebSocket socket)
    {
        byte[] answer = new byte[64 * 1024];
        try
        {
            while (socket.State == WebSocketState.Open)
            {
                WebSocketReceiveResult received = await socket.ReceiveAsync(answer, CancellationToken.None);
                if (answer.AsSpan(0, received.Count).IndexOf("allowed: "u8) >= 0)
                {
                    Interlocked.Increment(ref _refusals);
                }
            }
        }
        catch (Exception closed) when (closed is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            // One of the two sides has closed it.
        }
    }

    private string Json() => random.Next(6) == 0
        ? string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => Token())) + "\u001e"
        : $$"""{"type":{{(IsRightInForm() ? 4 : random.Next(-1, 10))}},"invocationId":"{{random.Next(5)}}","target":"{{Target()}}","arguments":[{{string.Join(',', Enumerable.Range(0, random.Next(5)).Select(_ => Token()))}}]}""" + "\u001e";

    /// <summary>A message as the protocol has it, with other methods and arguments; and often with some bytes changed, or a wrong length.</summary>
    private byte[] Packed()
    {
        ArrayBufferWriter<byte> buffer = new();
        MessagePackWriter writer = new(buffer);
        bool isRight = IsRightInForm();
        writer.WriteArrayHeader(isRight ? 6 : random.Next(5, 8));
        writer.Write(isRight ? 4 : random.Next(0, 9));
        writer.WriteMapHeader(0);
        writer.Write($"{random.Next(5)}");
        writer.Write(Target());
        int arguments = isRight ? random.Next(2, 4) : random.Next(5);
        writer.WriteArrayHeader(arguments);
        for (int i = 0; i < arguments; i++)
        {
            WriteArgument(ref writer);
        }

        writer.WriteArrayHeader(0);
        writer.Flush();
        byte[] body = buffer.WrittenSpan.ToArray();
        for (int changes = isRight ? 0 : random.Next(4); changes > 0; changes--)
        {
            body[random.Next(body.Length)] = (byte)random.Next(256);
        }

        return [(byte)(!isRight && random.Next(4) == 0 ? random.Next(128) : Math.Min(127, body.Length)), .. body];
    }

    private void WriteArgument(ref MessagePackWriter writer)
    {
        switch (random.Next(8))
        {
            case 0:
                writer.WriteNil();
                break;
            case 1:
                writer.Write(random.Next(-1, 3));
                break;
            case 2:
                writer.Write(long.MaxValue);
                break;
            case 3:
                writer.Write(double.NaN);
                break;
            case 4:
                writer.WriteArrayHeader(1);
                writer.Write("overview");
                break;
            case 5:
                writer.WriteMapHeader(1);
                writer.Write("a");
                writer.Write(true);
                break;
            case 6:
                writer.Write(new byte[random.Next(20)]);
                break;
            default:
                writer.Write(Target());
                break;
        }
    }

    private static byte[] Oversized()
    {
        byte[] message = new byte[40_000];
        message.AsSpan().Fill((byte)'x');
        return message;
    }

    /// <summary>Most are: one that is not ends its connection before the hub sees the next.</summary>
    private bool IsRightInForm() => random.Next(4) > 0;

    private string Target() => Targets[random.Next(Targets.Length)];

    private string Token() => Tokens[random.Next(Tokens.Length)];
}

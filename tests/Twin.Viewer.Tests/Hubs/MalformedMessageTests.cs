using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.SignalR.Client;
using Twin.Viewer.Relay;

namespace Twin.Viewer.Tests.Hubs;

public sealed class MalformedMessageTests
{
    private const int Seed = 470_612;
    private const int Messages = 2_000;

    private static readonly string[] Tokens =
    [
        "1", "2", "4", "5", "6", "7", "99", "\"Watch\"", "\"Log\"", "\"Runs\"", "\"Drop\"", "[]", "[1,[\"testing\"],\"\"]", "[1,0]", "[\"1\",[\"sites\"],\"AA\"]", "[null,null,null]", "[{},{},{}]",
        "[1,[[[[]]]],\"\"]", "[1e400,[1],2]", "null", "true", "\"x\"", "{}", "-1", "[1,[\"testing\"],\"\",4]",
    ];

    [Theory]
    [InlineData("json")]
    [InlineData("messagepack")]
    public async Task Messages_Random_NeverBringTheServerDown(string protocol)
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        Random random = new(Seed);
        Uri hub = new($"{host.Address.Replace("http", "ws", StringComparison.Ordinal)}/hub");
        ClientWebSocket? socket = null;
        byte[] buffer = new byte[64 * 1024];
        for (int number = 0; number < Messages; number++)
        {
            if (socket is not { State: WebSocketState.Open } || number % 25 == 0)
            {
                socket?.Dispose();
                socket = new ClientWebSocket();
                await socket.ConnectAsync(hub, CancellationToken.None).WaitAsync(ViewerHost.Patience);
                await socket.SendAsync(Encoding.UTF8.GetBytes($$"""{"protocol":"{{protocol}}","version":1}""" + "\u001e"), WebSocketMessageType.Text, true, CancellationToken.None);
                await socket.ReceiveAsync(buffer, CancellationToken.None).WaitAsync(ViewerHost.Patience);
            }

            try
            {
                byte[] message = protocol == "json" ? Json(random) : Packed(random);
                await socket.SendAsync(message, protocol == "json" ? WebSocketMessageType.Text : WebSocketMessageType.Binary, true, CancellationToken.None).WaitAsync(ViewerHost.Patience);
            }
            catch (WebSocketException)
            {
                // The server has closed a connection that sent nonsense: the next message opens another.
                socket.Dispose();
                socket = null;
            }
        }

        socket?.Dispose();
        await Eventually.BecomesAsync(() => host.Twin.Streams.Open, 0);
        await using HubConnection healthy = await host.ConnectAsync();
        await foreach (Frame frame in healthy.StreamAsync<Frame>("Watch", 1, new[] { "testing" }, ""))
        {
            Assert.Equal("keyframe", frame.Kind);
            break;
        }
    }

    [Fact]
    public async Task Message_Oversized_ClosesItsConnectionAlone()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        await using HubConnection other = await host.ConnectAsync();
        HubConnection connection = await host.ConnectAsync();
        TaskCompletionSource closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        connection.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        await connection.SendAsync("Watch", 1, new[] { new string('x', 40_000) }, "");
        await closed.Task.WaitAsync(ViewerHost.Patience);
        await connection.DisposeAsync();
        await foreach (Frame frame in other.StreamAsync<Frame>("Watch", 1, new[] { "testing" }, ""))
        {
            Assert.Equal("keyframe", frame.Kind);
            break;
        }
    }

    private static byte[] Json(Random random) => Encoding.UTF8.GetBytes(random.Next(5) == 0
        ? string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => Pick(random))) + "\u001e"
        : $$"""{"type":{{Pick(random)}},"invocationId":"{{random.Next(5)}}","target":{{Pick(random)}},"arguments":{{Pick(random)}}}""" + "\u001e");

    /// <summary>A length, and then an array as the protocol has it, with some bytes changed.</summary>
    private static byte[] Packed(Random random)
    {
        byte[] body = [0x96, (byte)random.Next(8), 0x80, 0xA1, (byte)('0' + random.Next(5)), 0xA5, .. "Watch"u8, 0x93, 0x01, 0x91, 0xA7, .. "testing"u8, 0xA0, 0x90];
        for (int changes = random.Next(4); changes > 0; changes--)
        {
            body[random.Next(body.Length)] = (byte)random.Next(256);
        }

        return [(byte)(random.Next(10) == 0 ? random.Next(128) : body.Length), .. body];
    }

    private static string Pick(Random random) => Tokens[random.Next(Tokens.Length)];
}

using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Twin.Silo.Tests.Serving;

/// <summary>Ten thousand malformed requests and hub messages to a server with a run that goes on.</summary>
public sealed class MalformedTrafficTests
{
    private const int Seed = 470_613;
    private const int Senders = 4;
    private const int RequestsEach = 1_500;
    private const int MessagesEach = 900;
    private const int NotEvenHttpEach = 100;

    [Fact]
    public async Task Traffic_Malformed_DoesNothingToTheRun()
    {
        using Folder folder = new();
        Task<Ended> untouched = TwinProcess.RunAsync(folder, "run", TwinProcess.Scenario("mass-testing-small"), "--engine", "kernel", "--out", "untouched");
        await using ServedTwin served = await ServedTwin.ServeAsync(folder, TwinProcess.Scenario("mass-testing-small"), "--speed", "120");
        JsonElement before = await served.UntilAsync(run => run.GetProperty("state").GetString() == "running");

        int[][] statuses = await Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => Task.Run(() => SendAllAsync(served, Seed + sender))));

        Dictionary<int, int> counts = statuses.SelectMany(one => one).CountBy(status => status).ToDictionary();
        string told = string.Join(", ", counts.OrderBy(one => one.Key).Select(one => $"{one.Key}: {one.Value}"));
        TestContext.Current.TestOutputHelper?.WriteLine(told);
        Assert.DoesNotContain(counts, one => one.Key >= 500 && one.Key != 501);
        Assert.All((int[])[400, 404, 405, 413, 415], status => Assert.True(counts.GetValueOrDefault(status) > 20, told));

        // What a caller does wrong is said to the caller; the log is for what goes wrong here.
        Assert.False(served.Said.Contains("   at ", StringComparison.Ordinal), served.Said);

        JsonElement after = await served.GetAsync("runs/1");
        Assert.Equal("running", after.GetProperty("state").GetString());
        Assert.Equal(0, after.GetProperty("inputs").GetInt32());
        Assert.True(after.GetProperty("simTime").GetInt64() > before.GetProperty("simTime").GetInt64());
        Assert.Equal(1, (await served.GetAsync("runs")).GetProperty("runs").GetArrayLength());
        Assert.Equal("keyframe", (await served.FramesAsync("testing", 1))[0].Kind);
        await served.ControlAsync(new { action = "speed", speed = (double?)null });
        JsonElement end = await served.UntilAsync(run => run.GetProperty("state").GetString() == "ended");

        (await untouched).MustEndWith(0);
        JsonElement summary = JsonElement.Parse(await File.ReadAllTextAsync(Directory.GetFiles(folder["untouched"], "summary.json", SearchOption.AllDirectories).Single()));
        Assert.Equal(summary.GetProperty("digest").GetString(), end.GetProperty("digest").GetString());
        Assert.Equal(summary.GetProperty("resultsDigest").GetString(), end.GetProperty("resultsDigest").GetString());
    }

    private static async Task<int[]> SendAllAsync(ServedTwin served, int seed)
    {
        Random random = new(seed);
        MalformedRequests requests = new(random);
        using MalformedMessages messages = new(random, served.Origin);
        using CancellationTokenSource limit = new(ServedTwin.Patience);
        List<int> statuses = [];
        for (int number = 0; number < RequestsEach; number++)
        {
            using HttpRequestMessage request = requests.Next(served.Origin);
            string what = $"seed {seed}, request {number}: {request.Method} {request.RequestUri}";
            statuses.Add(await SendAsync(served, request, what, limit.Token));
            if (number % (RequestsEach / NotEvenHttpEach) == 0)
            {
                await SendNoiseAsync(served.Origin, random, limit.Token);
            }

            for (int message = number * MessagesEach / RequestsEach; message < (number + 1) * MessagesEach / RequestsEach; message++)
            {
                await messages.SendAsync(limit.Token);
            }
        }

        Assert.True(messages.Connections > MessagesEach / 50, $"seed {seed}: {messages.Connections} connections");
        Assert.True(messages.Refusals > MessagesEach / 20, $"seed {seed}: the hub said {messages.Refusals} times what is allowed");
        return [.. statuses];
    }

    /// <returns>The status; 0 when the server closed the line instead of reading a body that is too large to its end.</returns>
    private static async Task<int> SendAsync(ServedTwin served, HttpRequestMessage request, string what, CancellationToken cancellation)
    {
        try
        {
            using HttpResponseMessage answer = await served.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            int status = (int)answer.StatusCode;
            Assert.True(status is < 500 or 501, $"{what} → {status}");
            return status;
        }
        catch (HttpRequestException broken) when (broken.InnerException is IOException && request.Content?.Headers.ContentLength > 64 * 1024)
        {
            return 0;
        }
        catch (HttpRequestException broken)
        {
            throw new InvalidOperationException($"{what}: {broken.Message}; the server said:\n{served.Said}", broken);
        }
    }

    /// <summary>What is not even HTTP: the server may close the line, or answer that it is wrong.</summary>
    private static async Task SendNoiseAsync(Uri origin, Random random, CancellationToken cancellation)
    {
        using TcpClient client = new();
        await client.ConnectAsync(origin.Host, origin.Port, cancellation);
        NetworkStream line = client.GetStream();
        byte[] noise = new byte[random.Next(1, 400)];
        random.NextBytes(noise);
        string[] beginnings =
        [
            "", "GET /\0 HTTP/1.1\r\n", "GET / HTTP/9.9\r\n\r\n", $"POST /api/v1/runs HTTP/1.1\r\nHost: {origin.Authority}\r\nContent-Length: -1\r\n\r\n",
            $"POST /api/v1/runs HTTP/1.1\r\nHost: {origin.Authority}\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\nzz\r\n",
            $"GET /api/v1/runs HTTP/1.1\r\nHost: {origin.Authority}\r\nX: {new string('x', 40_000)}\r\n\r\n", "\u0016\u0003\u0001",
        ];
        try
        {
            await line.WriteAsync(Encoding.Latin1.GetBytes(beginnings[random.Next(beginnings.Length)]), cancellation);
            await line.WriteAsync(noise, cancellation);
            client.Client.Shutdown(SocketShutdown.Send);
            byte[] answer = new byte[4_096];
            int length = await line.ReadAsync(answer, cancellation);
            string said = Encoding.Latin1.GetString(answer, 0, length).Split('\r')[0];
            Assert.False(said.StartsWith("HTTP/1.1 5", StringComparison.Ordinal) && !said.Contains(" 505 ", StringComparison.Ordinal), said);
        }
        catch (IOException)
        {
            // The server has closed the line.
        }
        catch (SocketException)
        {
            // The same, sooner.
        }
    }
}

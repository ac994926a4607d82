using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Twin.Silo.Tests.Clusters;

/// <summary><c>twin sweep --cluster</c> and <c>twin worker</c> as processes: the tables do not depend on who ran what, or on who was lost.</summary>
public sealed class SweepClusterTests
{
    private static readonly string[] Tables = ["points.csv", "points.parquet", "replications.csv", "replications.parquet"];

    [Fact]
    public async Task Sweep_ThreeSilosOneKilledHalfWay_GivesTheTableOfOneProcess()
    {
        using Folder folder = new();
        string experiment = Experiment(folder, 100);
        (await TwinProcess.RunAsync(folder, "sweep", experiment, "--out", "alone", "--quiet")).MustEndWith(0);
        using Said lead = new(TwinProcess.Start(folder, "dotnet", [TwinProcess.Program, "sweep", experiment, "--out", "spread", "--cluster", "127.0.0.1:0", "--threads", "0", "--wait-for", "3"]));
        string address = (await lead.SaysAsync(@"silos join with: twin worker (\S+)")).Groups[1].Value;
        Said[] workers = [.. Enumerable.Range(0, 3).Select(_ => new Said(TwinProcess.Start(folder, "dotnet", [TwinProcess.Program, "worker", address, "--threads", "1"])))];
        try
        {
            await Task.WhenAll(workers.Select(worker => worker.SaysAsync("joined the sweep")));
            while (Kept(folder, "spread") < 50)
            {
                Assert.False(lead.Process.HasExited, "the sweep ended before a silo could be killed");
                await Task.Yield();
            }

            workers[1].Process.Kill();
            await lead.SaysAsync("is lost: what it had in hand is run elsewhere");
            Assert.Equal(0, await lead.EndAsync());
            int[] codes = await Task.WhenAll(workers[0].EndAsync(), workers[2].EndAsync());
            Assert.Equal([0, 0], codes);
            int[] ran = [.. await Task.WhenAll(new[] { workers[0], workers[2] }.Select(async worker => int.Parse((await worker.SaysAsync(@"the sweep is done: (\d+) replications")).Groups[1].Value)))];
            Assert.All(ran, count => Assert.InRange(count, 1, 199));
            Assert.True(ran.Sum() < 200, "the silo that was killed ran nothing");
        }
        finally
        {
            Array.ForEach(workers, worker => worker.Dispose());
        }

        Assert.All(Tables, name => Assert.Equal(File.ReadAllBytes(folder[$"alone/{name}"]), File.ReadAllBytes(folder[$"spread/{name}"])));
    }

    [Fact]
    public async Task Sweep_LeadKilled_GoesOnWithResumeAndItsSiloToo()
    {
        using Folder folder = new();
        string experiment = Experiment(folder, 60);
        string[] arguments = [TwinProcess.Program, "sweep", experiment, "--out", "cut", "--cluster", "127.0.0.1:0", "--threads", "1"];
        using Said first = new(TwinProcess.Start(folder, "dotnet", arguments));
        while (Kept(folder, "cut") < 20)
        {
            Assert.False(first.Process.HasExited, "the sweep ended before it could be killed");
            await Task.Yield();
        }

        first.Process.Kill();
        await first.EndAsync();
        using Said second = new(TwinProcess.Start(folder, "dotnet", [.. arguments, "--resume"]));
        string address = (await second.SaysAsync(@"silos join with: twin worker (\S+)")).Groups[1].Value;
        using Said worker = new(TwinProcess.Start(folder, "dotnet", [TwinProcess.Program, "worker", address, "--threads", "1"]));
        Assert.Equal(0, await second.EndAsync());
        worker.Process.Kill();
        (await TwinProcess.RunAsync(folder, "sweep", experiment, "--out", "alone", "--quiet")).MustEndWith(0);
        Assert.All(Tables, name => Assert.Equal(File.ReadAllBytes(folder[$"alone/{name}"]), File.ReadAllBytes(folder[$"cut/{name}"])));
    }

    [Theory]
    [InlineData("SWEEP: found \"nowhere\"; allowed: HOST:PORT, such as 127.0.0.1:11111", "worker", "nowhere")]
    [InlineData("SWEEP: found \"127.0.0.1:0\"", "worker", "127.0.0.1:0")]
    [InlineData("SWEEP: found \"127.0.0.1:70000\"", "worker", "127.0.0.1:70000")]
    [InlineData("SWEEP: found the host \"no-such-host.invalid\", which is not known", "worker", "no-such-host.invalid:1")]
    [InlineData("--threads: found \"0\"", "worker", "127.0.0.1:1", "--threads", "0")]
    [InlineData("--cluster: found \"x\"; allowed: HOST:PORT", "sweep", "EXPERIMENT", "--cluster", "x")]
    [InlineData("--cluster: found 192.0.2.1:1, where this process cannot listen", "sweep", "EXPERIMENT", "--cluster", "192.0.2.1:1")]
    [InlineData("--threads: found \"0\"; allowed: a whole number from 1 to 256, or 0 with --cluster", "sweep", "EXPERIMENT", "--threads", "0")]
    [InlineData("--wait-for: found no --cluster beside it", "sweep", "EXPERIMENT", "--wait-for", "2")]
    public async Task Cluster_WrongUsage_IsRefused(string said, params string[] arguments)
    {
        using Folder folder = new();
        string experiment = Experiment(folder, 5);
        (await TwinProcess.RunAsync(folder, [.. arguments.Select(argument => argument == "EXPERIMENT" ? experiment : argument)])).MustRefuse(said);
    }

    private static string Experiment(Folder folder, int replications) => folder.Write(
        "sweep.yaml",
        $"name: absence\nscenario: {TwinProcess.Scenario("mass-testing-490k")}\nscale: 0.02\n"
        + $"factors:\n  - path: testing.staff.absence\n    values: [0.05, 0.3]\nreplications: {{count: {replications}}}\n");

    private static long Kept(Folder folder, string name) => KeptReplications.In(folder[$"{name}/sweep.db"]);

    /// <summary>A program whose standard error is listened to.</summary>
    private sealed class Said : IDisposable
    {
        private readonly ConcurrentQueue<string> _lines = new();
        private readonly SemaphoreSlim _more = new(0);
        private readonly Task _reading;

        public Said(Process process)
        {
            Process = process;
            _ = process.StandardOutput.ReadToEndAsync();
            _reading = ReadAsync();
        }

        public Process Process { get; }

        public async Task<Match> SaysAsync(string pattern)
        {
            using CancellationTokenSource limit = new(TimeSpan.FromMinutes(2));
            while (true)
            {
                bool ended = _reading.IsCompleted;
                if (_lines.Select(line => Regex.Match(line, pattern)).FirstOrDefault(match => match.Success) is { } found)
                {
                    return found;
                }

                Assert.False(ended, $"it ended without saying {pattern}; it said:\n{string.Join('\n', _lines)}");
                await _more.WaitAsync(limit.Token);
            }
        }

        public async Task<int> EndAsync()
        {
            using CancellationTokenSource limit = new(TimeSpan.FromMinutes(2));
            await Process.WaitForExitAsync(limit.Token);
            await _reading;
            return Process.ExitCode;
        }

        public void Dispose()
        {
            Process.Kill(true);
            Process.Dispose();
            _more.Dispose();
        }

        private async Task ReadAsync()
        {
            while (await Process.StandardError.ReadLineAsync() is { } line)
            {
                _lines.Enqueue(line);
                _more.Release();
            }

            _more.Release();
        }
    }
}

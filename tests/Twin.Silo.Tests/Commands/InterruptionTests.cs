using System.Diagnostics;
using System.Text;

namespace Twin.Silo.Tests.Commands;

public sealed class InterruptionTests
{
    [Theory]
    [InlineData("kernel", "4", "INT")]
    [InlineData("kernel", "4", "TERM")]
    [InlineData("grains", "1", "INT")]
    public async Task Run_Interrupted_SaysWhatWasDoneWithinASecond(string engine, string scale, string signal)
    {
        using Folder folder = new();
        using Process process = TwinProcess.Start(
            folder, "env",
            ["--default-signal=INT", "dotnet", TwinProcess.Program, "run", TwinProcess.Scenario("mass-testing-490k"), "--scale", scale, "--engine", engine, "--visits", "visits.csv"]);
        StringBuilder said = new();
        while (await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            said.AppendLine(line);
            if (line.Contains('×', StringComparison.Ordinal) || line.Contains('%', StringComparison.Ordinal))
            {
                break;
            }
        }

        Assert.False(process.HasExited, $"the run ended before it could be interrupted:\n{said}");
        long sent = TimeProvider.System.GetTimestamp();
        (await TwinProcess.EndAsync(TwinProcess.Start(folder, "bash", ["-c", $"kill -{signal} {process.Id}"]))).MustEndWith(0);
        Ended ended = await TwinProcess.EndAsync(process);
        TimeSpan took = TimeProvider.System.GetElapsedTime(sent);
        ended.MustEndWith(130);
        Assert.Contains("interrupted", ended.Error, StringComparison.Ordinal);
        Assert.True(took < TimeSpan.FromSeconds(2), $"it took {took}");
        Assert.False(File.Exists(folder["visits.csv"]));
        Assert.False(File.Exists(folder["out/mass-testing-490k/summary.json"]));
    }
}

namespace Twin.Silo.Tests.Commands;

/// <summary><c>twin report</c> from outside.</summary>
public sealed class ReportCommandTests
{
    private static readonly string Small = TwinProcess.Scenario("mass-testing-small");

    [Fact]
    public async Task Report_OfARun_DrawsItAgainInEitherLanguage()
    {
        using Folder folder = new();
        (await TwinProcess.RunAsync(folder, "run", Small, "--engine", "kernel", "--scale", "0.01", "--replications", "5", "--out", "r", "--quiet")).MustEndWith(0);
        Dictionary<string, byte[]> before = Files(folder["r"]);
        Assert.Equal("r/report.html\n", (await TwinProcess.RunAsync(folder, "report", "r")).MustEndWith(0).Output);
        Assert.All(Files(folder["r"]), file => Assert.Equal(before[file.Key], file.Value));

        (await TwinProcess.RunAsync(folder, "report", "r", "--lang", "zh", "--out", "zh", "--quiet")).MustEndWith(0);
        Assert.Contains("lang=\"zh-CN\"", await File.ReadAllTextAsync(folder["zh/report.html"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.NotEqual(before["coverage.png"], Files(folder["zh"])["coverage.png"]);
        Assert.All(Files(folder["r"]), file => Assert.Equal(before[file.Key], file.Value));
    }

    [Fact]
    public async Task Report_OfAComparisonStaffingOrSweep_IsWhatTheCommandWrote()
    {
        using Folder folder = new();
        string main = TwinProcess.Scenario("mass-testing-490k");
        folder.Write("e.yaml", $"name: e\nscenario: {main}\nscale: 0.01\nfactors:\n  - path: testing.staff.absence\n    values: [0.05, 0.3]\nreplications: {{count: 5}}\n");
        (await TwinProcess.RunAsync(folder, "sweep", "e.yaml", "--out", "sweep", "--lang", "zh", "--quiet")).MustEndWith(0);
        (await TwinProcess.RunAsync(folder, "compare", main, TwinProcess.Scenario("mass-testing-rush"), "--scale", "0.01", "--replications", "5", "--out", "compare", "--quiet")).MustEndWith(0);
        (await TwinProcess.RunAsync(folder, "staff", main, "--scale", "0.01", "--replications", "75", "--search-replications", "6", "--watch-replications", "6", "--plan-only", "--out", "staff", "--quiet")).MustEndWith(0);
        File.Delete(folder["e.yaml"]);
        foreach (string name in new[] { "sweep", "compare", "staff" })
        {
            byte[] before = await File.ReadAllBytesAsync(folder[$"{name}/report.html"], TestContext.Current.CancellationToken);
            (await TwinProcess.RunAsync(folder, "report", name, "--quiet")).MustEndWith(0);
            Assert.Equal(before, await File.ReadAllBytesAsync(folder[$"{name}/report.html"], TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Report_WrongFolder_IsRefusedAndLeftAsItIs()
    {
        using Folder folder = new();
        (await TwinProcess.RunAsync(folder, "report", "none")).MustRefuse("DIR: none: found no such folder; allowed: the out folder of a finished twin run, compare, staff, stress, sweep, plan diff or backtest");
        folder.Write("thesis.txt", "mine");
        (await TwinProcess.RunAsync(folder, "report", ".")).MustRefuse("DIR: .: found no summary.json");
        (await TwinProcess.RunAsync(folder, "report", "thesis.txt")).MustRefuse("DIR: thesis.txt: found a file");
        (await TwinProcess.RunAsync(folder, "report", ".", "--lang", "fr")).MustRefuse("--lang: found \"fr\"; allowed: en, zh");
        folder.Write("summary.json", "{\"schema\": \"twin-summary/1\"}");
        (await TwinProcess.RunAsync(folder, "report", ".")).MustRefuse("found no results.json.gz");
        Assert.Equal(["summary.json", "thesis.txt"], Directory.EnumerateFileSystemEntries(folder.Path).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal));
    }

    private static Dictionary<string, byte[]> Files(string path) =>
        Directory.EnumerateFiles(path).ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes, StringComparer.Ordinal);
}

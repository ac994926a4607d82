using System.Text.Json.Nodes;
using Twin.Experiments.Texts;
using Twin.Model.Results;

namespace Twin.Experiments.Tests;

public sealed class RunOutputTests
{
    [Theory]
    [InlineData("en", 20)]
    [InlineData("zh", 0)]
    public void Write_FullScale_LeavesEveryFile(string language, int replications)
    {
        using TemporaryFolder temporary = new();
        RunRecord record = SyntheticRun.Record(replications: replications);
        string path = temporary.Of("out");
        using (OutFolder folder = OutFolder.Prepare(path, force: false))
        {
            JsonObject written = RunOutput.Write(record, folder, language);
            Assert.Equal(written.ToJsonString(), JsonNode.Parse(File.ReadAllText(Path.Combine(path, "summary.json")))!.ToJsonString());
        }

        Assert.Equal(
            ["communities.csv", "coverage.png", "heatmap.png", "map.png", "report.html", "results.json.gz", "sites.csv", "summary.json", "timeline.csv", "untested.csv", "waits.png"],
            Directory.EnumerateFileSystemEntries(path).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal));
        Assert.All(RunText.Answer(record, language), line => Assert.DoesNotContain("{", line, StringComparison.Ordinal));
        Assert.Contains(TextCatalogue.In(language)["page.figures"], File.ReadAllText(Path.Combine(path, "report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_AgainIntoTheSameFolder_ReplacesTheRun()
    {
        using TemporaryFolder temporary = new();
        foreach (ulong seed in new ulong[] { 1, 2 })
        {
            RunRecord record = KernelRun.Small with { Scenario = KernelRun.Small.Scenario with { Seed = seed } };
            using OutFolder folder = OutFolder.Prepare(temporary.Of("out"), force: false);
            JsonObject summary = RunOutput.Write(record, folder, "en");
            Assert.Equal(seed, summary["scenarioResolved"]!["seed"]!.GetValue<ulong>());
        }

        Assert.Equal(2UL, JsonNode.Parse(File.ReadAllText(temporary.Of("out", "summary.json")))!["seed"]!.GetValue<ulong>());
    }

    [Fact]
    public void Write_UnknownLanguage_LeavesNothingThatLooksComplete()
    {
        using TemporaryFolder temporary = new();
        using (OutFolder folder = OutFolder.Prepare(temporary.Of("out"), force: false))
        {
            Assert.Throws<ArgumentException>(() => RunOutput.Write(KernelRun.Small, folder, "fr"));
        }

        Assert.False(Directory.Exists(temporary.Of("out")));
    }
}

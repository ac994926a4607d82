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
            ["communities.csv", "coverage.png", "heatmap.png", "map.png", "report.html", "sites.csv", "summary.json", "timeline.csv", "untested.csv", "waits.png"],
            Directory.EnumerateFileSystemEntries(path).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal));
        Assert.All(RunText.Answer(record, language), line => Assert.DoesNotContain("{", line, StringComparison.Ordinal));
        Assert.Contains(TextCatalogue.In(language)["report.figures"], File.ReadAllText(Path.Combine(path, "report.html")), StringComparison.Ordinal);
    }
}

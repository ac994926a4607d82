using System.Diagnostics;
using System.Text.Json.Nodes;
using Twin.Experiments.Texts;
using Twin.Model.Results;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Tests;

public sealed class RunOutputTests
{
    private static readonly Assumption[] Assumptions =
    [
        new("testing.staff.residentsPerSampler", "360", "360", "Residents per sampler, when no number is given.", "P", true),
        new("testing.staff.absence", "0.2", "0.1", "Probability that a member of staff is absent <b>drawn</b> for each person.", "E", false),
    ];

    [Theory]
    [InlineData("en", 20)]
    [InlineData("zh", 0)]
    public void Write_FullScale_LeavesEveryFile(string language, int replications)
    {
        using TemporaryFolder temporary = new();
        RunRecord record = SyntheticRun.Record(replications: replications);
        string path = Environment.GetEnvironmentVariable("TWIN_KEEP_OUT") is { } keep ? Path.Combine(keep, language) : temporary.Of("out");
        using (OutFolder folder = OutFolder.Prepare(path, force: false))
        {
            long began = Stopwatch.GetTimestamp();
            JsonObject written = RunOutput.Write(record, folder, language, new JsonObject { ["name"] = "x" }, Assumptions);
            TestContext.Current.TestOutputHelper!.WriteLine($"{Stopwatch.GetElapsedTime(began).TotalSeconds:0.00} s");
            Assert.Equal(written.ToJsonString(), JsonNode.Parse(File.ReadAllText(Path.Combine(path, "summary.json")))!.ToJsonString());
        }

        Assert.Equal(
            ["communities.csv", "coverage.png", "heatmap.png", "map.png", "report.html", "sites.csv", "summary.json", "timeline.csv", "untested.csv", "waits.png"],
            Directory.EnumerateFileSystemEntries(path).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal));
        Assert.All(RunText.Answer(record, language), line => Assert.DoesNotContain("{", line, StringComparison.Ordinal));
        Assert.Contains(TextCatalogue.In(language)["report.figures"], File.ReadAllText(Path.Combine(path, "report.html")), StringComparison.Ordinal);
    }
}

using Twin.Experiments.Queueing;
using Twin.Experiments.Reports;
using Twin.Experiments.Tests.Queueing;
using Twin.Experiments.Texts;
using Twin.Model.Results;

namespace Twin.Experiments.Tests.Reports;

public sealed class QueueReportTests
{
    [Theory]
    [InlineData("en", 0)]
    [InlineData("zh", 5)]
    public void Of_TwoStations_HasEveryFigureWarningAndTheCommand(string language, int replications)
    {
        RunRecord record = QueueOutputTests.Record(replications);
        string html = QueueReport.Of(record, record.Queue!, TextCatalogue.In(language));
        Assert.All(QueueFigures.Station, figure => Assert.Contains(HtmlPage.Escape(language == "zh" ? figure.Chinese : figure.English), html, StringComparison.Ordinal));
        Assert.All(QueueFigures.Journey, figure => Assert.Contains(HtmlPage.Escape(language == "zh" ? figure.Chinese : figure.English), html, StringComparison.Ordinal));
        Assert.NotEmpty(record.Queue!.Warnings);
        Assert.All(record.Queue!.Warnings, warning => Assert.Contains(HtmlPage.Escape(QueueText.Sentence(warning, language == "zh")), html, StringComparison.Ordinal));
        Assert.Contains("run two.yaml --engine kernel", html, StringComparison.Ordinal);
        Assert.Contains("Desk, &quot;main&quot;", html, StringComparison.Ordinal);
        Assert.Equal(replications > 1, html.Contains(HtmlPage.Escape(" ± "), StringComparison.Ordinal));
        Assert.DoesNotContain("http", html.Replace("http-equiv", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_QueueRun_LeavesTableReportAndSummary()
    {
        using TemporaryFolder temporary = new();
        using (OutFolder folder = OutFolder.Prepare(temporary.Of("out"), force: false))
        {
            RunOutput.Write(QueueOutputTests.Record(), folder, "en");
        }

        Assert.Equal(
            ["report.html", "results.json.gz", "stations.csv", "summary.json"],
            Directory.EnumerateFileSystemEntries(temporary.Of("out")).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal));
    }
}

using Twin.Experiments.Charts;
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
        string html = QueueReport.Of(record, record.Queue!, TextCatalogue.In(language), QueueChart.Draw(record, record.QueueRecords!.Series!, TextCatalogue.In(language)));
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
    public void Write_MoreVisitsThanAreKept_LeavesThemOutAndSaysSo()
    {
        using TemporaryFolder temporary = new();
        RunRecord record = QueueOutputTests.Record();
        using (OutFolder folder = OutFolder.Prepare(temporary.Of("out"), force: false))
        {
            RunOutput.Write(record with { QueueRecords = record.QueueRecords! with { VisitCount = 250_000 } }, folder, "en");
        }

        Assert.False(File.Exists(Path.Combine(temporary.Of("out"), "visits.csv")));
        Assert.Contains("visits.csv is left out: 250,000 visits, more than 100,000", File.ReadAllText(Path.Combine(temporary.Of("out"), "report.html")), StringComparison.Ordinal);
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
            ["queues.png", "report.html", "results.json.gz", "series.csv", "stations.csv", "summary.json", "visits.csv"],
            Directory.EnumerateFileSystemEntries(temporary.Of("out")).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal));
    }
}

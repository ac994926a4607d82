using System.Text;
using System.Text.Json.Nodes;
using Twin.Experiments.Texts;

namespace Twin.Experiments.Backtesting.Reports;

/// <summary>Writes all that a backtest leaves behind: tables, pictures, report and, last, the summary.</summary>
public static class BacktestOutput
{
    /// <summary>Writes the files and completes the folder.</summary>
    /// <param name="backtest">The backtest.</param>
    /// <param name="folder">Where to; of kind <see cref="OutFolderKind.Backtest"/>.</param>
    /// <param name="command">The command that makes it again.</param>
    /// <param name="language">en or zh, for pictures and report.</param>
    /// <returns>The summary as written.</returns>
    /// <exception cref="ArgumentException">There is no such language.</exception>
    public static JsonObject Write(Backtest backtest, OutFolder folder, string command, string language)
    {
        ArgumentNullException.ThrowIfNull(backtest);
        ArgumentNullException.ThrowIfNull(folder);
        TextSet texts = TextCatalogue.In(language);
        folder.Write("cells.csv", BacktestTables.Cells(backtest).ToBytes());
        folder.Write("sites.csv", BacktestTables.Sites(backtest).ToBytes());
        folder.Write("times.csv", BacktestTables.Times(backtest).ToBytes());
        byte[] district = BacktestCharts.District(backtest, texts);
        byte[] sites = BacktestCharts.Sites(backtest, texts);
        folder.Write("district.png", district);
        folder.Write("sites.png", sites);
        byte[]? parameters = backtest.Fit is { } fit ? BacktestCharts.Parameters(fit, texts) : null;
        if (parameters is not null)
        {
            folder.Write("parameters.csv", BacktestTables.Parameters(backtest).ToBytes());
            folder.Write("parameters.png", parameters);
        }

        folder.Write("report.html", Encoding.UTF8.GetBytes(BacktestReport.Of(backtest, (district, sites, parameters), command, texts)));
        JsonObject summary = BacktestJson.Of(backtest);
        folder.Write(OutFolder.SummaryFile, Encoding.UTF8.GetBytes(SummaryJson.ToText(summary)));
        folder.Complete();
        return summary;
    }
}

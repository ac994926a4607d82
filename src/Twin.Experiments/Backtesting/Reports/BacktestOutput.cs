using System.Text;
using System.Text.Json.Nodes;
using Twin.Experiments.Reports;
using Twin.Experiments.Reports.Keeping;
using Twin.Experiments.Texts;

namespace Twin.Experiments.Backtesting.Reports;

/// <summary>Writes all that a backtest leaves behind: tables, pictures, report and, last, the summary.</summary>
public static class BacktestOutput
{
    /// <summary>Writes the files and completes the folder.</summary>
    /// <param name="backtest">The backtest.</param>
    /// <param name="folder">Where to; of kind <see cref="OutFolderKind.Backtest"/>.</param>
    /// <param name="command">Words of the command that makes it again, its name first, without the language.</param>
    /// <param name="language">en or zh, for pictures and report.</param>
    /// <returns>The summary as written.</returns>
    /// <exception cref="ArgumentException">There is no such language.</exception>
    public static JsonObject Write(Backtest backtest, OutFolder folder, IReadOnlyList<string> command, string language)
    {
        ArgumentNullException.ThrowIfNull(backtest);
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(command);
        TextSet texts = TextCatalogue.In(language);
        folder.Write("cells.csv", BacktestTables.Cells(backtest).ToBytes());
        folder.Write("sites.csv", BacktestTables.Sites(backtest).ToBytes());
        folder.Write("times.csv", BacktestTables.Times(backtest).ToBytes());
        if (backtest.Fit is not null)
        {
            folder.Write("parameters.csv", BacktestTables.Parameters(backtest).ToBytes());
        }

        folder.Write(KeptFile.Name, KeptFile.ToBytes(KeptBacktest.Kind, language, KeptBacktest.Of(backtest, command)));
        foreach (DrawnFile file in ReportDrawing.Of(backtest, command, Software.This, texts))
        {
            folder.Write(file.Name, file.Content);
        }

        JsonObject summary = BacktestJson.Of(backtest);
        folder.Write(OutFolder.SummaryFile, Encoding.UTF8.GetBytes(SummaryJson.ToText(summary)));
        folder.Complete();
        return summary;
    }
}

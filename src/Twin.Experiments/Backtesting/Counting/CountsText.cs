using System.Globalization;
using System.Text;
using Twin.Model.Testing;

namespace Twin.Experiments.Backtesting.Counting;

/// <summary>Writes the counts of a simulated day as <see cref="CountsReader"/> reads them.</summary>
public static class CountsText
{
    /// <summary>The file's text: site, from, to, tested, waiting, from the opening to the end of what happened.</summary>
    /// <param name="result">The day.</param>
    /// <param name="start">The scenario's start.</param>
    /// <param name="minutes">Length of an interval, min; at least 1.</param>
    public static string Of(MassTestResult result, DateTimeOffset start, int minutes)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentOutOfRangeException.ThrowIfLessThan(minutes, 1);
        ScenarioClock clock = new(start);
        int first = (int)(result.Open / 60_000);
        int last = (int)(Math.Max(result.Close, result.LastTest + 1) / 60_000);
        SiteCounts cells = new(
            "", Enumerable.Range(0, result.Sites.Count).SelectMany(site => Enumerable.Range(0, (last - first + minutes - 1) / minutes)
                .Select(i => new CountCell(site, first + (i * minutes), first + ((i + 1) * minutes), 0, 0))), hasWaiting: true);
        CountSample day = cells.Of(result);
        StringBuilder text = new("site,from,to,tested,waiting\n");
        for (int i = 0; i < cells.Cells.Count; i++)
        {
            CountCell cell = cells.Cells[i];
            text.Append(
                CultureInfo.InvariantCulture,
                $"{SiteLayout.CodeOf(cell.Site)},{clock.Iso(cell.From * 60_000L)},{clock.Iso(cell.To * 60_000L)},{day.Tested[i]},{day.Waiting[i]}\n");
        }

        return text.ToString();
    }
}

using System.Text;

namespace Twin.Experiments.Reports;

/// <summary>A table with a caption and header cells; the first cell of a row is its header.</summary>
/// <param name="caption">What it shows.</param>
/// <param name="header">Header cells; one that begins with # heads a column of numbers.</param>
internal sealed class HtmlTable(string caption, params string[] header)
{
    /// <summary>Most rows of a table that is shown whole; longer ones scroll.</summary>
    private const int MostWhole = 24;

    /// <summary>Row headers up to this length, such as a site's code, are not broken.</summary>
    private const int LongestCode = 12;

    private readonly List<string[]> _rows = [];

    /// <summary>Adds a row.</summary>
    /// <param name="cells">As many as there are header cells.</param>
    /// <exception cref="ArgumentException">There are not as many.</exception>
    public HtmlTable Add(params string[] cells)
    {
        if (cells.Length != header.Length)
        {
            throw new ArgumentException($"A row of '{caption}' has {cells.Length} cells; the header has {header.Length}.", nameof(cells));
        }

        _rows.Add(cells);
        return this;
    }

    /// <summary>Writes it.</summary>
    /// <param name="html">Where to.</param>
    public void WriteTo(StringBuilder html)
    {
        html.Append("<div class=\"scroll").Append(_rows.Count > MostWhole ? " long" : "").Append("\" tabindex=\"0\" role=\"region\" aria-label=\"").Append(HtmlPage.Escape(caption)).Append("\"><table><caption>")
            .Append(HtmlPage.Escape(caption)).Append("</caption><thead><tr>");
        foreach (string cell in header)
        {
            html.Append(IsNumber(cell) ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">").Append(HtmlPage.Escape(cell.TrimStart('#'))).Append("</th>");
        }

        html.Append("</tr></thead><tbody>\n");
        foreach (string[] row in _rows)
        {
            html.Append(row[0].Length <= LongestCode ? "<tr><th scope=\"row\" class=\"code\">" : "<tr><th scope=\"row\">").Append(HtmlPage.Escape(row[0])).Append("</th>");
            for (int i = 1; i < row.Length; i++)
            {
                html.Append(IsNumber(header[i]) ? "<td class=\"n\">" : "<td>").Append(HtmlPage.Escape(row[i])).Append("</td>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody></table></div>\n");
    }

    private static bool IsNumber(string cell) => cell.StartsWith('#');
}

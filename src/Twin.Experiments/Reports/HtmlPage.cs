using System.Net;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Twin.Experiments.Reports;

/// <summary>A self-contained page: inline style, pictures as data, no request to anywhere. Everything that is written is escaped.</summary>
internal sealed class HtmlPage
{
    private readonly StringBuilder _html = new();

    /// <summary>Begins a page.</summary>
    /// <param name="language">Value of the lang attribute.</param>
    /// <param name="title">Title.</param>
    public HtmlPage(string language, string title)
    {
        string style = Style();
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        _html.Append("<!DOCTYPE html>\n<html lang=\"").Append(Escape(language)).Append("\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-").Append(hash)
            .Append("'; img-src data:; base-uri 'none'; form-action 'none'\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>")
            .Append(Escape(title)).Append("</title>\n<style>").Append(style).Append("</style>\n</head>\n<body>\n");
    }

    /// <summary>Escapes a text for use as content or in a quoted attribute.</summary>
    /// <param name="text">The text.</param>
    public static string Escape(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Adds markup that holds no text of others.</summary>
    /// <param name="markup">The markup.</param>
    public HtmlPage Raw(string markup)
    {
        _html.Append(markup).Append('\n');
        return this;
    }

    /// <summary>Adds an element with a text.</summary>
    /// <param name="tag">Tag with attributes, such as <c>p class="lead"</c>.</param>
    /// <param name="text">The text.</param>
    public HtmlPage Element(string tag, string text)
    {
        _html.Append('<').Append(tag).Append('>').Append(Escape(text)).Append("</").Append(tag.Split(' ')[0]).Append(">\n");
        return this;
    }

    /// <summary>Adds a list.</summary>
    /// <param name="tag">ul or ol, with attributes.</param>
    /// <param name="items">The items' texts; without any there is no list.</param>
    public HtmlPage List(string tag, IReadOnlyList<string> items)
    {
        if (items.Count > 0)
        {
            _html.Append('<').Append(tag).Append(">\n");
            foreach (string item in items)
            {
                Element("li", item);
            }

            _html.Append("</").Append(tag.Split(' ')[0]).Append(">\n");
        }

        return this;
    }

    /// <summary>Adds a picture with its text and the table behind it.</summary>
    /// <param name="png">The picture.</param>
    /// <param name="alternative">What it shows, in words.</param>
    /// <param name="summary">Text of the switch that shows the tables.</param>
    /// <param name="tables">The tables.</param>
    public HtmlPage Figure(byte[] png, string alternative, string summary, params HtmlTable[] tables)
    {
        _html.Append("<figure><div class=\"picture\" tabindex=\"0\" role=\"region\" aria-label=\"").Append(Escape(alternative))
            .Append("\"><img width=\"1280\" height=\"720\" alt=\"").Append(Escape(alternative)).Append("\" src=\"data:image/png;base64,")
            .Append(Convert.ToBase64String(png)).Append("\"></div>\n<figcaption>").Append(Escape(alternative)).Append("</figcaption></figure>\n");
        if (tables.Length == 0)
        {
            return this;
        }

        _html.Append("<details><summary>").Append(Escape(summary)).Append("</summary>\n");
        foreach (HtmlTable table in tables)
        {
            Table(table);
        }

        _html.Append("</details>\n");
        return this;
    }

    /// <summary>Adds a table.</summary>
    /// <param name="table">The table.</param>
    public HtmlPage Table(HtmlTable table)
    {
        table.WriteTo(_html);
        return this;
    }

    /// <summary>Ends the page.</summary>
    public string End() => _html.Append("</body>\n</html>\n").ToString();

    private static string Style()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("reports/report.css")!;
        using StreamReader reader = new(stream, Encoding.UTF8);
        return "\n" + reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}

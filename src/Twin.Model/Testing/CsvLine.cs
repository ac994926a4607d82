using System.Text;

namespace Twin.Model.Testing;

/// <summary>One line of comma-separated values (RFC 4180 without line breaks inside a field).</summary>
internal static class CsvLine
{
    /// <summary>Splits a line.</summary>
    /// <param name="line">The line, without its end.</param>
    /// <returns>The fields without surrounding blanks, each with its column from 1.</returns>
    public static List<(string Text, int Column)> Split(string line)
    {
        List<(string, int)> fields = [];
        StringBuilder text = new();
        bool quoted = false;
        int column = 1;
        for (int i = 0; i <= line.Length; i++)
        {
            if (i == line.Length || (line[i] == ',' && !quoted))
            {
                string whole = text.ToString();
                fields.Add((whole.Trim(), column + whole.Length - whole.TrimStart().Length));
                text.Clear();
                quoted = false;
                column = i + 2;
            }
            else if (line[i] != '"')
            {
                text.Append(line[i]);
            }
            else if (quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                text.Append('"');
                i++;
            }
            else
            {
                quoted = !quoted;
            }
        }

        return fields;
    }

    /// <summary>A field as a line holds it: quoted if it has to be.</summary>
    /// <param name="text">The field.</param>
    public static string Field(string text) => text.AsSpan().IndexOfAny(',', '"', '\n') < 0
        ? text
        : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

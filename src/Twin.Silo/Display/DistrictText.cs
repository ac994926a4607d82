using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;
using Twin.Model.Districts;

namespace Twin.Silo.Display;

/// <summary>Writes what <c>twin district show</c> found, as a table or as JSON.</summary>
/// <param name="language">en or zh.</param>
/// <param name="json">Whether JSON is written.</param>
public sealed class DistrictText(string language, bool json)
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private bool Chinese => language == "zh";

    /// <summary>Writes the district's totals beside those stated.</summary>
    /// <param name="totals">The totals.</param>
    public void WriteTotals(IReadOnlyList<ControlTotal> totals)
    {
        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(totals, Indented));
            return;
        }

        Table table = Chinese ? Columns("总量", "给定", "生成", "等级") : Columns("Total", "Stated", "Generated", "Grade");
        foreach (ControlTotal total in totals)
        {
            table.AddRow(
                Markup.Escape(Chinese ? total.Chinese : total.English), Number(total.Stated), Number(total.Actual), Markup.Escape(total.Grade));
        }

        Write(table);
    }

    /// <summary>Writes the chain from the district down to a place.</summary>
    /// <param name="chain">The district first, the place last.</param>
    public void WritePlace(IReadOnlyList<PlaceRow> chain)
    {
        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(chain.Select(PlaceOf), Indented));
            return;
        }

        Table table = new Table().Border(TableBorder.Simple).AddColumns(Chinese ? ["编号", "名称", "下辖"] : ["Code", "Name", "Holds"]);
        foreach (PlaceRow row in chain)
        {
            IEnumerable<string> counts = row.Counts.Select(count => string.Create(
                CultureInfo.InvariantCulture, $"{count.Count:N0} {(Chinese ? count.Chinese : count.English)}"));
            table.AddRow(Markup.Escape(row.Code), Markup.Escape(Chinese ? row.Chinese : row.English), Markup.Escape(string.Join(Chinese ? "，" : ", ", counts)));
        }

        Write(table);
    }

    private static object PlaceOf(PlaceRow row) => new
    {
        kind = JsonNamingPolicy.CamelCase.ConvertName(row.Id.Kind.ToString()),
        row.Code,
        row.English,
        row.Chinese,
        counts = row.Counts.ToDictionary(count => count.Key, count => count.Count),
    };

    private static Table Columns(string first, params string[] numbers)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumn(first);
        foreach (string number in numbers)
        {
            table.AddColumn(new TableColumn(number).RightAligned());
        }

        return table;
    }

    private static string Number(double value) => value.ToString(Math.Abs(value % 1) < 1e-9 ? "N0" : "N3", CultureInfo.InvariantCulture);

    private static void Write(Table table)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = 120;
        }

        console.Write(table);
    }
}

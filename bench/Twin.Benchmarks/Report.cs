using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Twin.Benchmarks;

/// <summary>A suite's table: printed, and written as JSON into bench/results.</summary>
/// <param name="suite">Name of the suite.</param>
internal sealed class Report(string suite)
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private readonly List<Row> _rows = [];
    private readonly List<string> _notes = [];

    public bool AllHold => _rows.All(row => row.Holds != false);

    /// <summary>Adds the wall times of a thing.</summary>
    public void Add(Timings timings, string unit, double perSecond, string? bar = null, bool? holds = null) => _rows.Add(new Row(
        timings.Name, timings.Cold * perSecond, timings.Median * perSecond, timings.Least * perSecond, timings.Greatest * perSecond, unit, bar, holds));

    /// <summary>Adds a single figure.</summary>
    public void Add(string name, double value, string unit, string? bar = null, bool? holds = null) =>
        _rows.Add(new Row(name, null, value, null, null, unit, bar, holds));

    /// <summary>Adds repeated figures, none of them cold.</summary>
    public void Add(string name, IReadOnlyList<double> values, string unit, string? bar = null, bool? holds = null)
    {
        Timings warm = new(name, [values[0], .. values]);
        _rows.Add(new Row(name, null, warm.Median, warm.Least, warm.Greatest, unit, bar, holds));
    }

    /// <summary>Adds a figure that could not be measured here: its bar does not hold.</summary>
    public void AddMissing(string name, string why) => _rows.Add(new Row(name, null, null, null, null, "", why, false));

    /// <summary>Adds what a reader of the figures must know.</summary>
    public void Note(string note) => _notes.Add(note);

    public void Print()
    {
        Console.WriteLine();
        Console.WriteLine($"{suite}: {RuntimeInformation.OSArchitecture}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}");
        foreach (string note in _notes)
        {
            Console.WriteLine(note);
        }

        Console.WriteLine($"{"",-52} {"cold",10} {"median",10} {"least",10} {"greatest",10} unit          bar");
        foreach (Row row in _rows)
        {
            string verdict = row.Holds switch { true => "holds", false => "FALLS SHORT", null => "" };
            Console.WriteLine($"{row.Name,-52} {Text(row.Cold),10} {Text(row.Median),10} {Text(row.Least),10} {Text(row.Greatest),10} {row.Unit,-13} {row.Bar} {verdict}");
        }
    }

    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        string text = JsonSerializer.Serialize(
            new { suite, cores = Environment.ProcessorCount, framework = RuntimeInformation.FrameworkDescription, notes = _notes, rows = _rows },
            Indented);
        File.WriteAllText(Path.Combine(folder, suite + ".json"), text);
    }

    private static string Text(double? value) => value?.ToString(Math.Abs(value.Value) >= 1000 ? "#,0" : "0.000", CultureInfo.InvariantCulture) ?? "";

    private sealed record Row(string Name, double? Cold, double? Median, double? Least, double? Greatest, string Unit, string? Bar, bool? Holds);
}

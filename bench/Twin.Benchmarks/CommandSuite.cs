using System.Text.Json;

namespace Twin.Benchmarks;

/// <summary>The whole command as a process of its own, built: from its start until the report is written.</summary>
internal static class CommandSuite
{
    private const double Gibibyte = 1024.0 * 1024 * 1024;

    public static void Run(Report report)
    {
        double peak = 0;
        IReadOnlyList<Timings> timings = Timings.Interleave(
            4,
            ("whole command, grain engine", () => Command("grains", bytes => peak = Math.Max(peak, bytes))),
            ("whole command, kernel engine", () => Command("kernel", _ => { })));
        report.Add(timings[0], "s", 1, "at most 20", timings[0].Median <= 20);
        report.Add("peak working set, grain engine, greatest", peak / Gibibyte, "GiB", "at most 2", peak <= 2 * Gibibyte);
        report.Add(timings[1], "s", 1, "at most 5", timings[1].Median <= 5);
    }

    private static double Command(string engine, Action<double> peak)
    {
        BuiltCommand.Ended ended = BuiltCommand.Run("run", MainScenario.File, "--engine", engine, "--json", "--out", "OUT");
        using JsonDocument summary = JsonDocument.Parse(ended.Output);
        peak(summary.RootElement.GetProperty("peakWorkingSetBytes").GetDouble());
        return ended.Seconds;
    }
}

using System.Globalization;
using System.Text.Json;

namespace Twin.Benchmarks;

/// <summary>The experiments on the full district, each a process of its own, built.</summary>
internal static class ExperimentSuite
{
    /// <summary>Parts of the suite by name: each can be run alone.</summary>
    public static readonly IReadOnlyDictionary<string, Action<Report>> Parts = new Dictionary<string, Action<Report>>(StringComparer.Ordinal)
    {
        ["sweep"] = Sweep,
        ["efficiency"] = Efficiency,
        ["compare"] = Compare,
        ["staff"] = Staff,
    };

    public static void Run(Report report) => Run(report, [.. Parts.Keys]);

    /// <summary>Runs some of the parts.</summary>
    /// <param name="report">Where the figures go.</param>
    /// <param name="names">The parts.</param>
    public static void Run(Report report, IReadOnlyList<string> names)
    {
        foreach (string name in names)
        {
            Parts[name](report);
        }
    }

    /// <summary>Wall time of 200 replications, and memory against their number.</summary>
    /// <remarks>The working set wanders by some hundred MiB with the collector; the bar is above that and below what two thirds of a MiB kept of each replication would add.</remarks>
    private static void Sweep(Report report)
    {
        BuiltCommand.Ended some = Replicate(200, 2);
        BuiltCommand.Ended more = Replicate(400, 2);
        report.Add("200 replications, 2 threads", some.Seconds, "s", "at most 110, aim 60", some.Seconds <= 110);
        report.Add("… processor time", some.Processor, "s");
        report.Add("… greatest working set", some.Peak, "MiB");
        report.Add("400 replications: greatest working set to that of 200", more.Peak / some.Peak, "", "flat: at most 1.25", more.Peak <= 1.25 * some.Peak);
    }

    /// <summary>The same replications on one thread and on two, in turn: as many as the bar of the time is for, so that the start of the program counts as much as there.</summary>
    private static void Efficiency(Report report)
    {
        double[] gains = new double[3];
        for (int round = 0; round < gains.Length; round++)
        {
            double one = Replicate(200, 1).Seconds;
            gains[round] = one / Replicate(200, 2).Seconds;
        }

        report.Add("200 replications: 1 thread to 2 threads, wall time", gains, "×", "at least 1.8", gains.Order().ElementAt(1) >= 1.8);
    }

    private static void Compare(Report report)
    {
        BuiltCommand.Ended ended = BuiltCommand.Run(
            "compare", MainScenario.File, "scenarios/mass-testing-rush.yaml", "--replications", "30", "--quiet", "--out", "OUT");
        report.Add("compare of slots against rush, 30 pairs", ended.Seconds, "s", "at most 45", ended.Seconds <= 45);
    }

    private static void Staff(Report report)
    {
        BuiltCommand.Ended ended = BuiltCommand.Run("staff", MainScenario.File, "--json", "--quiet", "--out", "OUT");
        using JsonDocument summary = JsonDocument.Parse(ended.Output);
        JsonElement root = summary.RootElement;
        double cost = root.GetProperty("best").GetProperty("cost").GetDouble();
        double uniform = root.GetProperty("uniform").GetProperty("cost").GetDouble();
        double greedy = root.GetProperty("greedy").GetProperty("cost").GetDouble();
        report.Add("staff on the full district", ended.Seconds / 60, "min", "at most 10", ended.Seconds <= 600);
        report.Add("… cost of what it found", cost, "");
        report.Add("… cheaper than the greedy one", 100 * (1 - (cost / greedy)), "%");
        report.Add("… cheaper than the cheapest uniform one", 100 * (1 - (cost / uniform)), "%", "at least 10", cost <= 0.9 * uniform);
    }

    private static BuiltCommand.Ended Replicate(int count, int threads)
    {
        string experiment = Path.Combine(Path.GetTempPath(), $"twin-bench-{Guid.NewGuid():N}.yaml");
        File.WriteAllText(
            experiment,
            $"name: bench\nscenario: {Path.GetFullPath(MainScenario.File)}\nfactors:\n  - path: testing.staff.absence\n    values: [0.1]\n");
        try
        {
            return BuiltCommand.Run(
                "sweep", experiment, "--replications", count.ToString(CultureInfo.InvariantCulture), "--threads", threads.ToString(CultureInfo.InvariantCulture),
                "--quiet", "--out", "OUT");
        }
        finally
        {
            File.Delete(experiment);
        }
    }
}

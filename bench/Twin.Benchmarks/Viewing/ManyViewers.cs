namespace Twin.Benchmarks.Viewing;

/// <summary>Two hundred viewers of a paced run, twenty of which stop reading: what the others see, how late the run is, and what it costs in memory.</summary>
internal static class ManyViewers
{
    private const double GapMost = 500;
    private const double LateMost = 100;

    /// <summary>What the working set may grow by from the second quarter of the watching to the last, as a share: a backlog of frames would take far more.</summary>
    private const double GrowthMost = 0.05;

    private static readonly TimeSpan Length = TimeSpan.FromSeconds(22);
    private static readonly TimeSpan Sample = TimeSpan.FromMilliseconds(500);

    public static async Task RunAsync(Report report)
    {
        using ServedRun served = await ViewerSuite.ServedAtAsync(ViewerSuite.Busy);
        long before = served.WorkingSet();
        using ViewerProcess viewers = await ViewerProcess.StartAsync(served);
        await served.ControlAsync(new { action = "resume" });
        List<double> memory = [];
        for (int i = 0; i < Length / Sample; i++)
        {
            await Task.Delay(Sample);
            memory.Add(served.WorkingSet() / 1_048_576.0);
        }

        double late = (await served.StateAsync()).GetProperty("lateP99Milliseconds").GetDouble();
        CrowdSight seen = await viewers.FinishAsync();
        report.Add("200 viewers, 20 stalled: gap at the others, p99", seen.Gap, "ms", $"at most {GapMost:0}", seen.Gap is >= 0 and <= GapMost);
        report.Add("… frames of the others out of sequence", seen.Broken, "frames", "none", seen.Broken == 0);
        report.Add("… others cut off", seen.Cut, "viewers", "none", seen.Cut == 0);
        report.Add("… others that fell behind and got a keyframe", seen.Resyncs, "keyframes");
        report.Add("… stalled ones let go by the server", seen.StalledCut, "viewers");
        report.Add("… windows late, p99", late, "ms", $"at most {LateMost:0}", late <= LateMost);
        double growth = Median(memory, 3, 4) / Median(memory, 1, 2);
        report.Add("… memory, last quarter to second quarter", growth, "ratio", $"at most {1 + GrowthMost:0.00}", growth <= 1 + GrowthMost);
        report.Add("… memory more than without viewers", Median(memory, 3, 4) - (before / 1_048_576.0), "MiB");
        report.Add("… processor time of the viewers' process", seen.ProcessorSeconds / Length.TotalSeconds, "cores");
    }

    /// <summary>Median of the values between two quarters of the list.</summary>
    private static double Median(List<double> values, int from, int to) =>
        ViewerSuite.At([.. values[(values.Count * from / 4)..(values.Count * to / 4)].Order()], 0.5);
}

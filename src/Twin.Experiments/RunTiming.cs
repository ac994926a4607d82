using System.Diagnostics;
using Twin.Model.Results;

namespace Twin.Experiments;

/// <summary>What a run cost: wall times, s, and memory.</summary>
/// <param name="GenerateSeconds">To generate district and plan.</param>
/// <param name="ActivateSeconds">To start the silo and activate the grains; 0 with the kernel.</param>
/// <param name="StepSeconds">To step all events.</param>
/// <param name="WindowStepSeconds">To step the events due in the testing window.</param>
/// <param name="ReportSeconds">To make tables, pictures and report.</param>
/// <param name="TotalSeconds">From the process's start to now.</param>
/// <param name="PeakWorkingSetBytes">Greatest working set of the process.</param>
public sealed record RunTiming(
    double GenerateSeconds, double ActivateSeconds, double StepSeconds, double WindowStepSeconds, double ReportSeconds, double TotalSeconds,
    long PeakWorkingSetBytes)
{
    /// <summary>Length of the article's window, to which the real-time factor refers, s.</summary>
    public const double FiveHoursSeconds = 18_000;

    /// <summary>5 h over the wall time stepping the events due in the testing window; null if that took no measurable time.</summary>
    public double? RealTimeFactor => WindowStepSeconds > 0 ? FiveHoursSeconds / WindowStepSeconds : null;

    /// <summary>Takes the engine's times from the record and the rest from this process.</summary>
    /// <param name="record">The run.</param>
    /// <param name="reportSeconds">Wall time spent on the report so far, s.</param>
    public static RunTiming Now(RunRecord record, double reportSeconds)
    {
        ArgumentNullException.ThrowIfNull(record);
        using Process process = Process.GetCurrentProcess();
        return new RunTiming(
            record.GenerateSeconds, record.ActivateSeconds, record.StepSeconds, record.WindowStepSeconds, reportSeconds,
            (DateTime.Now - process.StartTime).TotalSeconds, process.PeakWorkingSet64);
    }
}

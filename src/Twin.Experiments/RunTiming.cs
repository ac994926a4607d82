using System.Diagnostics;
using Twin.Model.Results;
using Twin.Model.Scenarios;

namespace Twin.Experiments;

/// <summary>What a run cost: wall times, s, and memory.</summary>
/// <param name="GenerateSeconds">To generate district and plan.</param>
/// <param name="ActivateSeconds">To start the silo and activate the grains; 0 with the kernel.</param>
/// <param name="StepSeconds">To step all events.</param>
/// <param name="WindowStepSeconds">To step the events due in the testing window.</param>
/// <param name="WindowSeconds">Length of that window in simulated time, to which the real-time factor refers.</param>
/// <param name="ReportSeconds">To make tables, pictures and report.</param>
/// <param name="TotalSeconds">From the process's start to now.</param>
/// <param name="PeakWorkingSetBytes">Greatest working set of the process.</param>
public sealed record RunTiming(
    double GenerateSeconds, double ActivateSeconds, double StepSeconds, double WindowStepSeconds, double WindowSeconds, double ReportSeconds, double TotalSeconds,
    long PeakWorkingSetBytes)
{
    /// <summary>The window's simulated time over the wall time stepping the events due in it; null if that took no measurable time.</summary>
    public double? RealTimeFactor => WindowStepSeconds > 0 ? WindowSeconds / WindowStepSeconds : null;

    /// <summary>Takes the engine's times from the record and the rest from this process.</summary>
    /// <param name="record">The run.</param>
    /// <param name="reportSeconds">Wall time spent on the report so far, s.</param>
    public static RunTiming Now(RunRecord record, double reportSeconds)
    {
        ArgumentNullException.ThrowIfNull(record);
        using Process process = Process.GetCurrentProcess();
        return new RunTiming(
            record.GenerateSeconds, record.ActivateSeconds, record.StepSeconds, record.WindowStepSeconds, Measured(record.Scenario), reportSeconds,
            (DateTime.Now - process.StartTime).TotalSeconds, process.PeakWorkingSet64);
    }

    /// <summary>Length of the window that the engines time, s: the plan's <see cref="Twin.Model.Events.SimulationPlan.MeasuredWindow"/>, from the scenario that it is compiled from.</summary>
    private static double Measured(Scenario scenario) => (scenario.Activity == Model.Scenarios.Activity.Queue
        ? scenario.Queue.End.Milliseconds - scenario.Queue.WarmUp.Milliseconds
        : scenario.Testing.Window.Close.SinceStart - scenario.Testing.Window.Open.SinceStart) / 1000.0;
}

using System.Globalization;
using Twin.Model.Events;
using Twin.Model.Results;

namespace Twin.Silo.Display;

/// <summary>Turns an engine's progress into what people read: clock, share tested, real-time factor, time left.</summary>
/// <param name="plan">What is run.</param>
/// <param name="start">Simulated time 0.</param>
/// <param name="expected">Those whom the engine counts as tested when all are; 0 if it counts nobody.</param>
/// <param name="clock">Wall time.</param>
public sealed class RunMeter(SimulationPlan plan, DateTimeOffset start, long expected, TimeProvider clock)
{
    private readonly long _entities = plan.Population.Sum(kind => (long)kind.Count);
    private long _steppingSince = -1;
    private long _firstSimulated;

    /// <summary>The last progress reported; all zero before.</summary>
    public RunProgress Last { get; private set; }

    /// <summary>Reads progress. Called by one thread at a time.</summary>
    /// <param name="progress">As the engine reports it.</param>
    public RunReading Read(RunProgress progress)
    {
        Last = progress;
        DateTimeOffset now = start.AddMilliseconds(progress.SimulatedMilliseconds);
        if (progress.Phase != "step")
        {
            return new RunReading(progress.Phase, now, Math.Clamp((double)progress.Events / Math.Max(1, _entities), 0, 1), null, 0, null);
        }

        if (_steppingSince < 0)
        {
            _steppingSince = clock.GetTimestamp();
            _firstSimulated = progress.SimulatedMilliseconds;
        }

        double wall = clock.GetElapsedTime(_steppingSince).TotalMilliseconds;
        long simulated = progress.SimulatedMilliseconds - _firstSimulated;
        long all = Math.Min(plan.Horizon, plan.MeasuredWindow.To) - _firstSimulated;
        double fraction = all <= 0 ? 1 : Math.Clamp((double)simulated / all, 0, 1);
        double? tested = expected > 0 && progress.Tested >= 0 ? Math.Min(1, (double)progress.Tested / expected) : null;
        TimeSpan? left = wall > 0 && fraction > 0.02 ? TimeSpan.FromMilliseconds(wall * (1 - fraction) / fraction) : null;
        return new RunReading(progress.Phase, now, fraction, tested, wall > 0 ? simulated / wall : 0, left);
    }

    /// <summary>What was done up to now, for a run that was interrupted.</summary>
    public string DoneSoFar()
    {
        RunProgress last = Last;
        DateTimeOffset now = start.AddMilliseconds(last.SimulatedMilliseconds);
        string people = expected > 0 && last.Tested >= 0
            ? string.Create(CultureInfo.InvariantCulture, $", {last.Tested:N0} of {expected:N0} people tested")
            : "";
        return last.Phase switch
        {
            null => "nothing was simulated yet",
            "step" => string.Create(CultureInfo.InvariantCulture, $"simulated up to {now:HH:mm}, {last.Events:N0} events{people}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{last.Events:N0} of {_entities:N0} grains activated"),
        } + "; no result was written";
    }

    /// <summary>A reading in words, on one line.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="words">The words of the user's language.</param>
    public static string Line(RunReading reading, ProgressWords words)
    {
        if (reading.Phase != "step")
        {
            return string.Create(CultureInfo.InvariantCulture, $"{words.Activating} {reading.Fraction:P0}");
        }

        List<string> parts = [reading.Clock.ToString("HH:mm", CultureInfo.InvariantCulture)];
        if (reading.Tested is { } tested)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{tested:P1} {words.Tested}"));
        }

        if (reading.RealTimeFactor > 0)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{reading.RealTimeFactor:N0} × {words.RealTime}"));
        }

        if (reading.Left is { } left)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(left.TotalSeconds):N0} s {words.Left}"));
        }

        return string.Join("  ", parts);
    }
}

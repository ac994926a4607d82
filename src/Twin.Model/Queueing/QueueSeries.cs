namespace Twin.Model.Queueing;

/// <summary>The numbers at each station over time, from the empty start to the end of the statistics.</summary>
/// <param name="StepMilliseconds">Length of a step, ms; the last may be cut by the end.</param>
/// <param name="EndMilliseconds">End of the statistics, ms.</param>
/// <param name="Stations">Each station, in the scenario's order.</param>
public sealed record QueueSeries(long StepMilliseconds, long EndMilliseconds, IReadOnlyList<StationSeries> Stations)
{
    /// <summary>How many steps.</summary>
    public int Steps => QueueRecording.StepsOf(StepMilliseconds, EndMilliseconds);

    /// <summary>Length of a step, ms.</summary>
    /// <param name="step">Which step, from 0.</param>
    public long LengthOf(int step) => Math.Min(StepMilliseconds, EndMilliseconds - (step * StepMilliseconds));

    /// <summary>The same in fewer, longer steps.</summary>
    /// <param name="most">Most steps; at least 1.</param>
    public QueueSeries Merged(int most)
    {
        int by = (Steps + most - 1) / most;
        long[] Sums(long[] areas) => [.. areas.Chunk(by).Select(chunk => chunk.Sum())];
        return by == 1 ? this : new QueueSeries(
            StepMilliseconds * by, EndMilliseconds, [.. Stations.Select(s => new StationSeries(Sums(s.Present), Sums(s.Waiting), Sums(s.OnDuty)))]);
    }

    /// <summary>Adds the numbers of another run of the same scenario.</summary>
    /// <param name="other">The other.</param>
    public QueueSeries Plus(QueueSeries other)
    {
        static long[] Sums(long[] a, long[] b) => [.. a.Zip(b, (x, y) => x + y)];
        return this with
        {
            Stations = [.. Stations.Zip(other.Stations, (a, b) => new StationSeries(Sums(a.Present, b.Present), Sums(a.Waiting, b.Waiting), Sums(a.OnDuty, b.OnDuty)))],
        };
    }
}

/// <summary>The numbers at a station: the integral over each step, number × ms.</summary>
/// <param name="Present">At the station, those in service included.</param>
/// <param name="Waiting">Waiting.</param>
/// <param name="OnDuty">Servers on duty.</param>
public sealed record StationSeries(long[] Present, long[] Waiting, long[] OnDuty);

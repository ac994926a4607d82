using System.Diagnostics;
using Twin.Grains.Messages;
using Twin.Model.Events;
using Twin.Model.Live;
using Twin.Model.Results;

namespace Twin.Grains.Running;

/// <summary>Leads a run: agrees with the partitions on one window after the other, and carries events between them.</summary>
/// <param name="grains">Makes references.</param>
/// <param name="run">The run, known to every silo under the same number.</param>
/// <param name="number">Number of the run.</param>
public sealed class Conductor(IGrainFactory grains, HostedRun run, int number)
{
    private const int PreparedAtOnce = 10_000;

    private readonly IPartitionGrain[] _partitions =
        [.. Enumerable.Range(0, run.PartitionSilos.Count).Select(i => grains.GetGrain<IPartitionGrain>(RunKey.OfPartition(number, i).Value))];

    private readonly List<EventBlock>[] _incoming = [.. Enumerable.Range(0, run.PartitionSilos.Count).Select(_ => new List<EventBlock>())];

    private long _earliest = long.MaxValue;
    private long _windows;
    private long _events;
    private long _steps;
    private long _completed;
    private TimeSpan _stepping;
    private TimeSpan _measured;

    /// <summary>Activates every entity's grain.</summary>
    /// <param name="progress">Told now and then; may be null.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task Prepare(IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        int left = int.MaxValue;
        while (left > 0 && !cancellation.IsCancellationRequested)
        {
            left = (await Task.WhenAll(_partitions.Select(partition => partition.Prepare(PreparedAtOnce)))).Sum();
            progress?.Report(new RunProgress(0, run.Index.Count - left, 0, 0, "activate"));
        }
    }

    /// <summary>Steps the run until no event is due before the horizon.</summary>
    /// <param name="progress">Told now and then; may be null.</param>
    /// <param name="cancellation">Ends the run after the window at hand.</param>
    /// <returns>Whether all events before the horizon were handled; false when interrupted.</returns>
    /// <exception cref="SimulationException">An entity failed.</exception>
    public async Task<bool> Step(IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        Stopwatch watch = Stopwatch.StartNew();
        await Begin();
        (long from, long to) = run.Plan.MeasuredWindow;
        while (Earliest < run.Plan.Horizon && !cancellation.IsCancellationRequested)
        {
            TimeSpan before = watch.Elapsed;
            long end = Math.Min(run.Plan.Horizon, EventCalendar.WindowEnd(Earliest, run.Options.WindowMilliseconds));
            long start = Earliest;
            await StepWindow(end);
            _measured += start >= from && start < to ? watch.Elapsed - before : TimeSpan.Zero;
            if ((_windows & 31) == 0)
            {
                progress?.Report(new RunProgress(start, _events, _windows, _completed, "step"));
            }
        }

        _stepping = watch.Elapsed;
        progress?.Report(new RunProgress(Math.Min(Earliest, run.Plan.Horizon), _events, _windows, _completed, "step"));
        return Earliest >= run.Plan.Horizon;
    }

    /// <summary>When the earliest pending event is due, ms; <see cref="long.MaxValue"/> when there is none.</summary>
    public long Earliest => _earliest;

    /// <summary>Events handled so far.</summary>
    public long Events => _events;

    /// <summary>Windows stepped so far.</summary>
    public long Windows => _windows;

    /// <summary>People tested or customers served so far.</summary>
    public long Completed => _completed;

    /// <summary>Puts the run's first events into the partitions' calendars.</summary>
    public async Task Begin() => _earliest = (await Task.WhenAll(_partitions.Select(partition => partition.Begin()))).Min();

    /// <summary>Adds an input from outside, to be delivered with the next window.</summary>
    /// <param name="e">Due at or after the end of the last window.</param>
    public void Inject(in Event e)
    {
        _incoming[run.Owners[run.Index.Of(e.Target)]].Add(new EventBlock([e], 0, 1));
        _earliest = Math.Min(_earliest, e.Due);
    }

    /// <summary>Brings a table up to what the entities show now.</summary>
    /// <param name="table">The table.</param>
    public async Task TakeShown(LiveTable table)
    {
        foreach (MetricBlock block in await Task.WhenAll(_partitions.Select(partition => partition.TakeShown().AsTask())))
        {
            foreach (ref readonly MetricEntry entry in block.Entries)
            {
                table.Set(entry.Cell, (int)entry.Value);
            }
        }
    }

    /// <summary>Ends every entity's grain, and the partitions.</summary>
    /// <param name="between">Called between two calls for more grains.</param>
    public async Task End(Action between)
    {
        // Who has ended is not called again: that would bring it to life.
        IPartitionGrain[] left = _partitions;
        while (left.Length > 0)
        {
            int[] alive = await Task.WhenAll(left.Select(partition => partition.End(PreparedAtOnce)));
            left = [.. left.Where((_, i) => alive[i] > 0)];
            between();
        }
    }

    /// <summary>Asks every entity what it adds to the outcome.</summary>
    /// <exception cref="InvalidOperationException">The entities count other events than were stepped.</exception>
    public async Task<EngineOutcome> Collect()
    {
        MetricTable metrics = new(run.Plan.MetricCells);
        UInt128 digest = 0;
        long counted = 0;
        foreach (PartitionOutcome outcome in await Task.WhenAll(_partitions.Select(partition => partition.Collect())))
        {
            unchecked
            {
                digest += new UInt128(outcome.TraceHigh, outcome.TraceLow);
            }

            counted += outcome.Handled;
            Merge(metrics, outcome);
        }

        if (counted != _events)
        {
            throw new InvalidOperationException($"The grains count {counted} events, the partitions {_events}.");
        }

        (EntityId Recorder, byte[] Packed)[]? packed = await Packed();
        return Outcome(true) with { Digest = digest, Metrics = metrics, Packed = packed, Records = packed is null ? null : run.Plan.ReadRecords(packed) };
    }

    /// <summary>What is known of a run that was interrupted: counts and times, no metrics.</summary>
    public EngineOutcome Interrupted() => Outcome(false);

    private EngineOutcome Outcome(bool completed) => new()
    {
        Digest = 0,
        Metrics = new MetricTable(0),
        Events = _events,
        Windows = _windows,
        Steps = _steps,
        Completed = completed,
        StepSeconds = _stepping.TotalSeconds,
        WindowStepSeconds = _measured.TotalSeconds,
    };

    /// <summary>Steps the window from the earliest event on.</summary>
    /// <param name="end">Its end, ms; from <see cref="EventCalendar.WindowEnd"/>.</param>
    /// <exception cref="SimulationException">An entity failed.</exception>
    public async ValueTask StepWindow(long end)
    {
        long start = _earliest;
        _windows++;
        ValueTask<WindowReport>[] pending = new ValueTask<WindowReport>[_partitions.Length];
        for (int i = 0; i < pending.Length; i++)
        {
            pending[i] = _partitions[i].StepWindow(new WindowOrder(_windows, start, end, [.. _incoming[i]]));
            _incoming[i].Clear();
        }

        long earliest = long.MaxValue;
        StepFailure? failure = null;
        foreach (ValueTask<WindowReport> reply in pending)
        {
            WindowReport report = await reply;
            _events += report.Handled;
            _steps += report.Calls;
            _completed += report.Completed;
            failure ??= report.Failure;
            earliest = Math.Min(earliest, report.Earliest);
            for (int i = 0; i < _incoming.Length; i++)
            {
                if (report.Outgoing[i].Count > 0)
                {
                    _incoming[i].Add(report.Outgoing[i]);
                }
            }
        }

        _earliest = failure is null ? earliest : throw failure.ToException();
    }

    private static void Merge(MetricTable metrics, PartitionOutcome outcome)
    {
        foreach (int cell in outcome.Raised)
        {
            metrics.Raise(cell, outcome.Cells[cell]);
            outcome.Cells[cell] = 0;
        }

        for (int cell = 0; cell < outcome.Cells.Length; cell++)
        {
            metrics.Cells[cell] += outcome.Cells[cell];
        }
    }

    private async Task<(EntityId Recorder, byte[] Packed)[]?> Packed()
    {
        if (run.Plan.Recorders.Count == 0)
        {
            return null;
        }

        IReadOnlyList<RecordBlock>[] blocks = await Task.WhenAll(_partitions.Select(partition => partition.Records()));
        return [.. blocks.SelectMany(records => records).OrderBy(record => record.Entity).Select(record => (new EntityId(record.Entity), record.Packed))];
    }
}

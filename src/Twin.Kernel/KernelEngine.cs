using System.Diagnostics;
using Twin.Model.Events;
using Twin.Model.Results;
using Twin.Model.Time;

namespace Twin.Kernel;

/// <summary>Runs a plan's entities in one loop on one thread; allocation-free in the step path once its buffers have grown.</summary>
public sealed class KernelEngine
{
    private const int ReferenceDistance = 12;
    private const int EntityDistance = 6;
    private const int PartsDistance = 3;

    private readonly SimulationPlan _plan;
    private readonly long _width;
    private readonly EntityIndex _index;
    private readonly Entity[] _entities;
    private readonly Entity[] _completing;
    private readonly EventCalendar _calendar;
    private readonly StepContext _context = new();
    private long _steps;

    /// <summary>Creates the entities and puts the first events into the calendar.</summary>
    /// <param name="plan">What to run.</param>
    /// <param name="windowMilliseconds">Greatest width of a window, ms; above 0, at most the lookahead. Changes no result.</param>
    /// <param name="observer">Sees every event after it was handled; null for none.</param>
    public KernelEngine(SimulationPlan plan, long windowMilliseconds = SimTime.LookaheadMilliseconds, IEventObserver? observer = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(windowMilliseconds);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(windowMilliseconds, SimTime.LookaheadMilliseconds);
        _plan = plan;
        _width = windowMilliseconds;
        _context.Observer = observer;
        _index = new EntityIndex(plan.Population);
        _entities = new Entity[_index.Count];
        int at = 0;
        foreach (EntityId id in _index.All())
        {
            _entities[at++] = plan.Create(id);
        }

        _completing = [.. _entities.Where(entity => entity.Id.Kind == plan.CompletingKind)];
        _calendar = new EventCalendar(_index);
        _context.Calendar = _calendar;
        foreach (Event e in plan.FirstEvents())
        {
            _calendar.Add(in e);
        }
    }

    /// <summary>The entities, in dense order: for tests and queries between windows.</summary>
    public IReadOnlyList<Entity> Entities => _entities;

    /// <summary>Runs until no event is due before the horizon.</summary>
    /// <param name="progress">Told now and then; may be null.</param>
    /// <param name="cancellation">Ends the run after the window at hand.</param>
    /// <exception cref="SimulationException">An entity failed.</exception>
    public EngineOutcome Run(IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        long events = 0;
        long windows = 0;
        (long from, long to) = _plan.MeasuredWindow;
        Stopwatch watch = Stopwatch.StartNew();
        TimeSpan measured = TimeSpan.Zero;
        TimeSpan entered = TimeSpan.Zero;
        bool inside = false;
        long earliest;
        while ((earliest = _calendar.Earliest()) < _plan.Horizon && !cancellation.IsCancellationRequested)
        {
            if (inside != (earliest >= from && earliest < to))
            {
                inside = !inside;
                measured += inside ? TimeSpan.Zero : watch.Elapsed - entered;
                entered = watch.Elapsed;
            }

            events += StepWindow(earliest, Math.Min(_plan.Horizon, EventCalendar.WindowEnd(earliest, _width)));
            if ((++windows & 127) == 0)
            {
                progress?.Report(new RunProgress(earliest, events, windows, _completing.Sum(entity => (long)entity.Completed), "step"));
            }
        }

        measured += inside ? watch.Elapsed - entered : TimeSpan.Zero;
        return Collect(events, windows, earliest >= _plan.Horizon, watch.Elapsed, measured);
    }

    private int StepWindow(long start, long end)
    {
        _calendar.Take(end);
        _steps += _calendar.TouchedCount;
        int handled = 0;
        for (int i = 0; i < _calendar.TouchedCount; i++)
        {
            Prefetch(i);
            Span<Event> inbox = _calendar.Inbox(i, out int entity);
            handled += _context.Advance(_entities[entity], start, end, inbox);
        }

        return handled;
    }

    /// <summary>Asks the cache, one step a call, for the reference to an entity, the entity, its parts, and what these refer to.</summary>
    private void Prefetch(int at)
    {
        int count = _calendar.TouchedCount;
        if (at + ReferenceDistance < count)
        {
            Cache.PrefetchPlace(in _entities[_calendar.Touched(at + ReferenceDistance)]);
        }

        if (at + EntityDistance < count)
        {
            Cache.Prefetch(_entities[_calendar.Touched(at + EntityDistance)]);
        }

        if (at + PartsDistance < count)
        {
            _entities[_calendar.Touched(at + PartsDistance)].PrefetchParts();
        }

        if (at + 1 < count)
        {
            _entities[_calendar.Touched(at + 1)].PrefetchContents();
        }
    }

    private (EntityId Recorder, byte[] Packed)[]? Packed() =>
        _plan.Recorders.Count == 0 ? null : [.. _plan.Recorders.Select(recorder => (recorder, _entities[_index.Of(recorder)].Records()))];

    private EngineOutcome Collect(long events, long windows, bool completed, TimeSpan stepping, TimeSpan measured)
    {
        MetricTable metrics = new(_plan.MetricCells);
        UInt128 digest = 0;
        long counted = 0;
        foreach (Entity entity in _entities)
        {
            unchecked
            {
                digest += entity.TraceShare;
            }

            counted += entity.Handled;
            entity.Observe(metrics);
        }

        if (counted != events)
        {
            throw new InvalidOperationException($"The entities count {counted} events, the engine {events}.");
        }

        (EntityId Recorder, byte[] Packed)[]? packed = Packed();
        return new EngineOutcome
        {
            Digest = digest,
            Metrics = metrics,
            Events = events,
            Windows = windows,
            Steps = _steps,
            Packed = packed,
            Records = packed is null ? null : _plan.ReadRecords(packed),
            Completed = completed,
            StepSeconds = stepping.TotalSeconds,
            WindowStepSeconds = measured.TotalSeconds,
        };
    }
}

using Twin.Grains.Messages;
using Twin.Model.Events;
using Twin.Model.Randomness;

namespace Twin.Grains.Running;

/// <summary>A partition's calls to the grains of its entities: references made once, a bounded number of calls in flight.</summary>
internal sealed class EntityCalls
{
    private readonly HostedRun _run;
    private readonly IEntityGrain?[] _grains;
    private readonly int[] _own;
    private readonly ValueTask<StepReply>[] _pending;
    private int[] _turn = [];
    private EventCalendar _calendar = null!;
    private long _start;
    private long _end;
    private int _issued;
    private int _prepared;
    private bool _ends;

    /// <summary>Makes the references.</summary>
    public EntityCalls(HostedRun run, int number, int partition, IGrainFactory grains)
    {
        _run = run;
        _grains = new IEntityGrain?[run.Index.Count];
        _own = [.. Enumerable.Range(0, run.Index.Count).Where(i => run.Owners[i] == partition)];
        int at = 0;
        foreach (EntityId id in run.Index.All())
        {
            if (run.Owners[at] == partition)
            {
                _grains[at] = EntityGrains.Reference(grains, RunKey.Of(number, id));
            }

            at++;
        }

        _pending = new ValueTask<StepReply>[run.Options.CallsInFlight];
    }

    /// <summary>The grain of one of the partition's entities.</summary>
    public IEntityGrain GrainOf(EntityId id) => _grains[_run.Index.Of(id)]!;

    /// <summary>Activates the next so many grains.</summary>
    /// <returns>How many are still to be activated.</returns>
    public Task<int> Prepare(int count) => CallNext(count, static grain => grain.Prepare());

    /// <summary>Ends the next so many grains; from the first one again once all were prepared.</summary>
    /// <returns>How many are still to be ended.</returns>
    public async Task<int> End(int count)
    {
        if (!_ends)
        {
            (_ends, _prepared) = (true, 0);
        }

        return await CallNext(count, static grain => grain.End());
    }

    private async Task<int> CallNext(int count, Func<IEntityGrain, ValueTask> call)
    {
        int last = Math.Min(_own.Length, _prepared + count);
        ValueTask[] pending = new ValueTask[_pending.Length];
        for (int next = _prepared, issued = _prepared; next < last; next++)
        {
            for (; issued < last && issued - next < pending.Length; issued++)
            {
                pending[issued % pending.Length] = call(_grains[_own[issued]]!);
            }

            await pending[next % pending.Length];
        }

        _prepared = last;
        return _own.Length - last;
    }

    /// <summary>Starts a window's calls.</summary>
    public void Begin(EventCalendar calendar, WindowOrder window)
    {
        (_calendar, _start, _end, _issued) = (calendar, window.Start, window.End, 0);
        if (_turn.Length < calendar.TouchedCount)
        {
            _turn = new int[2 * calendar.TouchedCount];
        }

        for (int i = 0; i < calendar.TouchedCount; i++)
        {
            _turn[i] = i;
        }

        if (_run.Options.ShuffleSeed != 0)
        {
            Shuffle(_turn.AsSpan(0, calendar.TouchedCount), (uint)window.Number);
        }
    }

    /// <summary>The next reply; keeps as many calls in flight as are allowed.</summary>
    /// <param name="next">How many replies there were before.</param>
    public ValueTask<StepReply> Reply(int next)
    {
        int count = _calendar.TouchedCount;
        for (; _issued < count && _issued - next < _pending.Length; _issued++)
        {
            (Event[] events, int from, int length) = _calendar.InboxPlace(_turn[_issued], out int entity);
            _pending[_issued % _pending.Length] = _grains[entity]!.Advance(_start, _end, new EventBlock(events, from, length));
        }

        return _pending[next % _pending.Length];
    }

    /// <summary>Asks every entity for its report.</summary>
    public async Task Collect(Action<EntityReport> add)
    {
        ValueTask<EntityReport>[] pending = new ValueTask<EntityReport>[_pending.Length];
        for (int next = 0, issued = 0; next < _own.Length; next++)
        {
            for (; issued < _own.Length && issued - next < pending.Length; issued++)
            {
                pending[issued % pending.Length] = _grains[_own[issued]]!.Report();
            }

            add(await pending[next % pending.Length]);
        }
    }

    private void Shuffle(Span<int> turn, uint window)
    {
        for (int i = turn.Length - 1; i > 0; i--)
        {
            uint bits = Philox.Block((uint)i, window, 0, 0, _run.Options.ShuffleSeed, 0).W0;
            int other = (int)(((ulong)bits * (ulong)(i + 1)) >> 32);
            (turn[i], turn[other]) = (turn[other], turn[i]);
        }
    }
}

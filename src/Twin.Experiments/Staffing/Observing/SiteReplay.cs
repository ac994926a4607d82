using Twin.Model.Testing;

namespace Twin.Experiments.Staffing.Observing;

/// <summary>Replays a site's day with so many desks and samplers present: first come, first served at the desks, then at the samplers.</summary>
/// <remarks>
/// The rules are those of the model's site, so that the waits are the same to the millisecond while nobody finds the queue full
/// (a test compares them). Who does may come back once; breaks, shifts, closures and staff who come later are left out.
/// </remarks>
/// <param name="queueSpace">So many at the desks' queue and door turn the next away.</param>
/// <param name="pool">People in a tube.</param>
/// <param name="tubeChange">Tube change, ms.</param>
/// <param name="waitsFromOpening">Whether the wait of who comes early counts from the opening.</param>
internal sealed class SiteReplay(int queueSpace, int pool, long tubeChange, bool waitsFromOpening)
{
    /// <summary>Prepares to replay the days of a plan.</summary>
    /// <param name="plan">The plan.</param>
    public SiteReplay(MassTestPlan plan)
        : this(plan.QueueSpace, plan.Pool, plan.TubeChange, plan.WaitsFromOpening)
    {
    }

    private readonly PriorityQueue<TracedPerson, (long At, int Number)> _back = new();
    private long[] _free = new long[64];
    private int[] _inTube = new int[64];
    private (long Join, long Wait, int Swab, int Changeover)[] _registered = [];
    private long[] _starts = [];
    private int _count;

    /// <summary>People who found the queue full and did not come back.</summary>
    public int Lost { get; private set; }

    /// <summary>Replays the desks; samplers follow.</summary>
    /// <param name="trace">The day.</param>
    /// <param name="desks">Desks present; at least 1.</param>
    public void Register(SiteTrace trace, int desks)
    {
        Grow(trace.People.Length, desks);
        Array.Clear(_free, 0, desks);
        (_count, Lost) = (0, 0);
        _back.Clear();
        int next = 0;
        int begun = 0;
        while (next < trace.People.Length || _back.Count > 0)
        {
            bool isBack = _back.TryPeek(out TracedPerson person, out (long At, int Number) key) && (next == trace.People.Length || key.At < trace.People[next].Arrived);
            person = isBack ? _back.Dequeue() with { Arrived = key.At, BackAfter = 0 } : trace.People[next++];
            while (begun < _count && _starts[begun] <= person.Arrived)
            {
                begun++;
            }

            if (_count - begun < queueSpace)
            {
                Serve(trace, person, desks);
            }
            else if (person.BackAfter > 0)
            {
                _back.Enqueue(person, (person.Arrived + person.BackAfter, next));
            }
            else
            {
                Lost++;
            }
        }
    }

    /// <summary>Replays the samplers after the desks.</summary>
    /// <param name="samplers">Samplers present; at least 1.</param>
    /// <param name="target">Wait that counts as too long from above it, ms.</param>
    /// <param name="deadline">Swabs that end later are late, ms.</param>
    /// <returns>People with too long a wait, people tested late, and people tested.</returns>
    public (int TooLong, int Late, int Tested) Swab(int samplers, long target, long deadline)
    {
        Grow(0, samplers);
        Array.Clear(_free, 0, samplers);
        Array.Clear(_inTube, 0, samplers);
        int tooLong = 0;
        int late = 0;
        for (int i = 0; i < _count; i++)
        {
            ref readonly (long Join, long Wait, int Swab, int Changeover) person = ref _registered[i];
            int sampler = Earliest(samplers, person.Join);
            long start = Math.Max(person.Join, _free[sampler]);
            long end = start + person.Swab;
            bool full = ++_inTube[sampler] == pool;
            _inTube[sampler] = full ? 0 : _inTube[sampler];
            _free[sampler] = end + person.Changeover + (full ? tubeChange : 0);
            tooLong += person.Wait + start - person.Join > target ? 1 : 0;
            late += end > deadline ? 1 : 0;
        }

        return (tooLong, late, _count);
    }

    private void Serve(SiteTrace trace, in TracedPerson person, int desks)
    {
        long joined = Math.Max(person.Arrived, trace.Opened);
        int desk = Earliest(desks, joined);
        long start = Math.Max(joined, _free[desk]);
        bool paper = false;
        foreach ((long from, long to) in trace.Outages)
        {
            paper |= start >= from && start < to;
        }

        _free[desk] = start + (paper ? person.Paper : person.Registration);
        _starts[_count] = start;

        // Nearly in order already: who overtakes does so by a few places.
        (long Join, long Wait, int Swab, int Changeover) entry = (_free[desk] + person.InnerWalk, start - (waitsFromOpening ? joined : person.Arrived), person.Swab, person.Changeover);
        int place = _count++;
        for (; place > 0 && _registered[place - 1].Join > entry.Join; place--)
        {
            _registered[place] = _registered[place - 1];
        }

        _registered[place] = entry;
    }

    /// <summary>The lowest-numbered server that is free at a moment, or else the one that is free first.</summary>
    private int Earliest(int servers, long now)
    {
        int first = 0;
        for (int server = 0; server < servers; server++)
        {
            if (_free[server] <= now)
            {
                return server;
            }

            first = _free[server] < _free[first] ? server : first;
        }

        return first;
    }

    private void Grow(int people, int servers)
    {
        if (_registered.Length < people)
        {
            _registered = new (long, long, int, int)[people];
            _starts = new long[people];
        }

        if (_free.Length < servers)
        {
            _free = new long[servers];
            _inTube = new int[servers];
        }
    }
}

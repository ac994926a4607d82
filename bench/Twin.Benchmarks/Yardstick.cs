using Twin.Model.Distributions;
using Twin.Model.Events;
using Twin.Model.Randomness;

namespace Twin.Benchmarks;

/// <summary>The yardstick: sites with two queues in one bare loop over one binary heap. Frozen: it is what the kernel is measured against.</summary>
/// <remarks>No entities, no digest, no statistics beyond sums: three events a person (arrival, registration end, swab end).</remarks>
internal sealed class Yardstick
{
    public const int Sites = 200;
    public const int PeoplePerSite = 2_450;
    public const int Desks = 4;
    public const int Samplers = 8;
    public const long Window = 18_000_000;

    private static readonly LogNormal Registration = new(14, 7);
    private static readonly LogNormal Swab = new(50, 20);

    private readonly Draws _draws = new(1);
    private readonly long[] _arrivals;
    private readonly int[] _nextArrival = new int[Sites];
    private readonly int[] _freeDesks = new int[Sites];
    private readonly int[] _freeSamplers = new int[Sites];
    private readonly Queue<int>[] _registration = new Queue<int>[Sites];
    private readonly Queue<int>[] _swab = new Queue<int>[Sites];
    private readonly long[] _joined = new long[Sites * PeoplePerSite];
    private (long Due, int Kind, int Person)[] _heap = new (long, int, int)[8192];
    private int _count;

    public Yardstick(long[] arrivals)
    {
        _arrivals = arrivals;
        for (int site = 0; site < Sites; site++)
        {
            _freeDesks[site] = Desks;
            _freeSamplers[site] = Samplers;
            _registration[site] = new Queue<int>(256);
            _swab[site] = new Queue<int>(256);
        }
    }

    public long WaitSum { get; private set; }

    public long LastEnd { get; private set; }

    /// <summary>Arrivals of every site, ms, in order at each: uniform over the window.</summary>
    public static long[] DrawArrivals()
    {
        Draws draws = new(7);
        long[] arrivals = new long[Sites * PeoplePerSite];
        for (int site = 0; site < Sites; site++)
        {
            for (int i = 0; i < PeoplePerSite; i++)
            {
                arrivals[(site * PeoplePerSite) + i] = (long)(draws.Uniform(EntityId.Of(EntityKind.Site, site), 0, i, Purpose.OffSlot) * Window);
            }

            Array.Sort(arrivals, site * PeoplePerSite, PeoplePerSite);
        }

        return arrivals;
    }

    public void Run()
    {
        for (int site = 0; site < Sites; site++)
        {
            Push(_arrivals[site * PeoplePerSite], 0, site * PeoplePerSite);
        }

        while (_count > 0)
        {
            (long now, int kind, int person) = Pop();
            int site = person / PeoplePerSite;
            if (kind == 0)
            {
                Arrive(now, site, person);
            }
            else if (kind == 1)
            {
                _freeDesks[site]++;
                _joined[person] = now;
                _swab[site].Enqueue(person);
                StartSwab(now, site);
                StartRegistration(now, site);
            }
            else
            {
                _freeSamplers[site]++;
                LastEnd = now;
                StartSwab(now, site);
            }
        }
    }

    private void Arrive(long now, int site, int person)
    {
        _joined[person] = now;
        _registration[site].Enqueue(person);
        int next = ++_nextArrival[site];
        if (next < PeoplePerSite)
        {
            Push(_arrivals[(site * PeoplePerSite) + next], 0, (site * PeoplePerSite) + next);
        }

        StartRegistration(now, site);
    }

    private void StartRegistration(long now, int site)
    {
        while (_freeDesks[site] > 0 && _registration[site].TryDequeue(out int person))
        {
            _freeDesks[site]--;
            WaitSum += now - _joined[person];
            Push(now + Registration.Sample(_draws.Uniform(EntityId.Of(EntityKind.Household, person), 0, 0, Purpose.Registration)), 1, person);
        }
    }

    private void StartSwab(long now, int site)
    {
        while (_freeSamplers[site] > 0 && _swab[site].TryDequeue(out int person))
        {
            _freeSamplers[site]--;
            WaitSum += now - _joined[person];
            Push(now + Swab.Sample(_draws.Uniform(EntityId.Of(EntityKind.Household, person), 0, 0, Purpose.Swab)), 2, person);
        }
    }

    private void Push(long due, int kind, int person)
    {
        if (_count == _heap.Length)
        {
            Array.Resize(ref _heap, 2 * _count);
        }

        int at = _count++;
        while (at > 0 && _heap[(at - 1) / 2].Due > due)
        {
            _heap[at] = _heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }

        _heap[at] = (due, kind, person);
    }

    private (long Due, int Kind, int Person) Pop()
    {
        (long, int, int) first = _heap[0];
        (long Due, int Kind, int Person) last = _heap[--_count];
        int at = 0;
        while (true)
        {
            int child = (2 * at) + 1;
            if (child >= _count)
            {
                break;
            }

            child += child + 1 < _count && _heap[child + 1].Due < _heap[child].Due ? 1 : 0;
            if (last.Due <= _heap[child].Due)
            {
                break;
            }

            _heap[at] = _heap[child];
            at = child;
        }

        _heap[at] = last;
        return first;
    }
}

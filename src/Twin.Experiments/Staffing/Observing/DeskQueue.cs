namespace Twin.Experiments.Staffing.Observing;

/// <summary>Replays the desks of a site's day: once up to the end of a shift, then for each number of desks that may stay.</summary>
/// <param name="queueSpace">So many at the queue and door turn the next away.</param>
/// <param name="waitsFromOpening">Whether the wait of who comes early counts from the opening.</param>
internal sealed class DeskQueue(int queueSpace, bool waitsFromOpening)
{
    private readonly PriorityQueue<TracedPerson, (long At, int Number)> _back = new();
    private long[] _free = new long[64];
    private long[] _freeAtEnd = new long[64];
    private readonly List<(TracedPerson Person, (long At, int Number) Key)> _backAtEnd = [];
    private readonly Dictionary<int, Rest> _rests = [];
    private Registered[] _registered = [];
    private long[] _starts = [];
    private SiteTrace _trace = new(-1, [], []);
    private State _now;
    private State _atEnd;
    private int _common;

    /// <summary>Desks present.</summary>
    public int Desks { get; private set; }

    /// <summary>When some go home, ms.</summary>
    public long End { get; private set; }

    /// <summary>Who joins the samplers' queue before the end, in their order: the same however many desks stay.</summary>
    public ReadOnlySpan<Registered> Common => _registered.AsSpan(0, _common);

    /// <summary>Replays a day up to the end of a shift.</summary>
    /// <param name="trace">The day.</param>
    /// <param name="desks">Desks present; at least 1.</param>
    /// <param name="end">When some go home, ms.</param>
    public void Begin(SiteTrace trace, int desks, long end)
    {
        if (_registered.Length < trace.People.Length)
        {
            (_registered, _starts) = (new Registered[trace.People.Length], new long[trace.People.Length]);
        }

        if (_free.Length < desks)
        {
            (_free, _freeAtEnd) = (new long[desks], new long[desks]);
        }

        (_trace, Desks, End, _now) = (trace, desks, end, default);
        Array.Clear(_free, 0, desks);
        _back.Clear();
        _rests.Clear();
        Advance(desks, end);
        _atEnd = _now;
        Array.Copy(_free, _freeAtEnd, desks);
        _backAtEnd.Clear();
        _backAtEnd.AddRange(_back.UnorderedItems.Select(item => (item.Element, item.Priority)));
        _common = _now.Count;
        while (_common > 0 && _registered[_common - 1].Join >= end)
        {
            _common--;
        }
    }

    /// <summary>What follows the end of the shift.</summary>
    /// <param name="staying">Desks that stay, 0 to those present.</param>
    public Rest After(int staying)
    {
        if (!_rests.TryGetValue(staying, out Rest rest))
        {
            _rests[staying] = rest = Replay(staying);
        }

        return rest;
    }

    /// <summary>The lowest-numbered server that is free at a moment, or else the one that is free first.</summary>
    /// <param name="free">When each is free, ms.</param>
    /// <param name="servers">How many there are.</param>
    /// <param name="now">The moment, ms.</param>
    public static int Earliest(long[] free, int servers, long now)
    {
        int first = 0;
        for (int server = 0; server < servers; server++)
        {
            if (free[server] <= now)
            {
                return server;
            }

            first = free[server] < free[first] ? server : first;
        }

        return first;
    }

    private Rest Replay(int staying)
    {
        Registered[] begun = _registered[_common.._atEnd.Count];
        int left = _trace.People.Length - _atEnd.Next + _backAtEnd.Count;
        if (staying == 0 || left == 0)
        {
            return new Rest(begun, _atEnd.Lost + left);
        }

        _now = _atEnd;
        Array.Copy(_freeAtEnd, _free, staying);
        _back.Clear();
        _back.EnqueueRange(_backAtEnd);
        Advance(staying, SiteReplay.NoEnd);
        Rest rest = new(_registered[_common.._now.Count], _now.Lost);

        // The places after the common ones are those of who was being registered at the end again.
        begun.CopyTo(_registered, _common);
        return rest;
    }

    /// <summary>Registers people in the order in which they come until one would begin at the end of the shift or later.</summary>
    private void Advance(int desks, long end)
    {
        TracedPerson[] people = _trace.People;
        while (_now.Next < people.Length || _back.Count > 0)
        {
            bool isBack = _back.TryPeek(out TracedPerson person, out (long At, int Number) key) && (_now.Next == people.Length || key.At < people[_now.Next].Arrived);
            person = isBack ? person with { Arrived = key.At, BackAfter = 0 } : people[_now.Next];
            while (_now.Begun < _now.Count && _starts[_now.Begun] <= person.Arrived)
            {
                _now.Begun++;
            }

            bool joins = _now.Count - _now.Begun < queueSpace;
            if (joins && !TryServe(person, desks, end))
            {
                return;
            }

            _ = isBack ? _back.Dequeue() : people[_now.Next++];
            if (!joins && person.BackAfter > 0)
            {
                _back.Enqueue(person, (person.Arrived + person.BackAfter, _now.Next));
            }
            else
            {
                _now.Lost += joins ? 0 : 1;
            }
        }
    }

    private bool TryServe(in TracedPerson person, int desks, long end)
    {
        long joined = Math.Max(person.Arrived, _trace.Opened);
        int desk = Earliest(_free, desks, joined);
        long start = Math.Max(joined, _free[desk]);
        if (start >= end)
        {
            return false;
        }

        bool paper = false;
        foreach ((long from, long to) in _trace.Outages)
        {
            paper |= start >= from && start < to;
        }

        _free[desk] = start + (paper ? person.Paper : person.Registration);
        _starts[_now.Count] = start;

        // Nearly in order already: who overtakes does so by a few places.
        Registered entry = new(_free[desk] + person.InnerWalk, start - (waitsFromOpening ? joined : person.Arrived), person.Swab, person.Changeover);
        int place = _now.Count++;
        for (; place > 0 && _registered[place - 1].Join > entry.Join; place--)
        {
            _registered[place] = _registered[place - 1];
        }

        _registered[place] = entry;
        return true;
    }

    /// <summary>What follows the end of a shift.</summary>
    /// <param name="People">Who joins the samplers' queue from then on.</param>
    /// <param name="Lost">People of the whole day who were not registered.</param>
    public readonly record struct Rest(Registered[] People, int Lost);

    private struct State
    {
        public int Next;
        public int Count;
        public int Begun;
        public int Lost;
    }
}

/// <summary>Somebody who joins the samplers' queue. Times are ms.</summary>
/// <param name="Join">When.</param>
/// <param name="Wait">Wait so far.</param>
/// <param name="Swab">Swab time.</param>
/// <param name="Changeover">Changeover after it.</param>
internal readonly record struct Registered(long Join, long Wait, int Swab, int Changeover);

namespace Twin.Model.Testing;

/// <summary>The people at a site, the groups in which they came, and the visits that ended.</summary>
public sealed class SiteCrowd
{
    private readonly List<Visit> _visits = [];
    private readonly List<long> _recentEnds = [];
    private readonly List<(int Household, int People)> _untold = [];
    private readonly List<int> _early = [];
    private Visit[] _people = new Visit[64];
    private int[] _freePeople = new int[64];
    private int _freePeopleCount;
    private int _peopleCount;
    private Group[] _groups = new Group[64];
    private int[] _freeGroups = new int[64];
    private int _freeGroupCount;
    private int _groupCount;

    /// <summary>People at the site, those being served included.</summary>
    public int Present { get; private set; }

    /// <summary>People whose swab has begun.</summary>
    public int TestsBegun { get; private set; }

    /// <summary>The visits that ended, if they are recorded.</summary>
    public IReadOnlyList<Visit> Visits => _visits;

    /// <summary>The visit of somebody who is there.</summary>
    /// <param name="person">Handle of the person.</param>
    public ref Visit this[int person] => ref _people[person];

    /// <summary>People whose swab had ended by a moment.</summary>
    /// <param name="asOf">The moment, ms.</param>
    public int TestedBy(long asOf) => TestsBegun - _recentEnds.Count(end => end > asOf);

    /// <summary>A group that arrives.</summary>
    /// <param name="household">Its household.</param>
    /// <param name="number">Number of the visit.</param>
    public int NewGroup(int household, int number)
    {
        int group = _freeGroupCount > 0 ? _freeGroups[--_freeGroupCount] : _groupCount++;
        if (group == _groups.Length)
        {
            Array.Resize(ref _groups, 2 * group);
        }

        _groups[group] = new Group { Household = household, Number = number };
        return group;
    }

    /// <summary>A person of a group joins.</summary>
    /// <param name="group">The group.</param>
    /// <param name="household">The household.</param>
    /// <param name="member">Which member.</param>
    /// <param name="number">Number of the visit.</param>
    /// <param name="now">The moment, ms.</param>
    /// <returns>The person's handle.</returns>
    public int Enter(int group, int household, int member, int number, long now)
    {
        int person = _freePeopleCount > 0 ? _freePeople[--_freePeopleCount] : _peopleCount++;
        if (person == _people.Length)
        {
            Array.Resize(ref _people, 2 * person);
        }

        _people[person] = new Visit
        {
            Household = household,
            Member = (byte)member,
            Number = (byte)number,
            Group = group,
            Arrived = now,
            Joined = now,
            RegistrationStart = -1,
            RegistrationEnd = -1,
            SwabJoined = -1,
            SwabStart = -1,
            SwabEnd = -1,
            LeftAt = -1,
            Desk = -1,
            Sampler = -1,
        };
        _groups[group].Present++;
        Present++;
        return person;
    }

    /// <summary>A person's swab has begun; they leave at its end.</summary>
    /// <param name="person">The person's handle.</param>
    /// <param name="record">Whether visits are recorded.</param>
    public void Tested(int person, bool record)
    {
        ref Visit visit = ref _people[person];
        ref Group group = ref _groups[visit.Group];
        group.Tested |= 1u << visit.Member;
        group.LastEnd = Math.Max(group.LastEnd, visit.SwabEnd);
        visit.LeftAt = visit.SwabEnd;
        TestsBegun++;
        ForgetEnds(visit.SwabStart);
        _recentEnds.Add(visit.SwabEnd);
        Free(person, record);
    }

    /// <summary>A person leaves untested.</summary>
    /// <param name="person">The person's handle.</param>
    /// <param name="now">The moment, ms.</param>
    /// <param name="record">Whether visits are recorded.</param>
    public void Left(int person, long now, bool record)
    {
        _people[person].LeftAt = now;
        Free(person, record);
    }

    /// <summary>Asks the cache for what the next event will need.</summary>
    public void Prefetch()
    {
        Events.Cache.Prefetch(_recentEnds);
        Events.Cache.PrefetchPlace(in _freePeople[Math.Max(0, _freePeopleCount - 1)]);
        Events.Cache.PrefetchPlace(in _freeGroups[Math.Max(0, _freeGroupCount - 1)]);
        Events.Cache.PrefetchPlace(in _people[0]);
        Events.Cache.PrefetchPlace(in _groups[0]);
    }

    /// <summary>The people of a queue in order of arrival, ties by household's code and member.</summary>
    /// <param name="queue">The queue; events bring people in this order, but for one household's members who come at one moment from different ways.</param>
    /// <returns>Handles; valid until the next call.</returns>
    public IReadOnlyList<int> InOrderOfArrival(Queueing.FifoQueue<int> queue)
    {
        _early.Clear();
        for (int place = 0; place < queue.Count; place++)
        {
            int at = _early.Count;
            _early.Add(queue[place]);
            for (; at > 0 && ComesBefore(queue[place], _early[at - 1]); at--)
            {
                (_early[at - 1], _early[at]) = (_early[at], _early[at - 1]);
            }
        }

        return _early;
    }

    /// <summary>The visits of people who are still there.</summary>
    public IEnumerable<Visit> StillThere()
    {
        HashSet<int> free = [.. _freePeople.Take(_freePeopleCount)];
        for (int person = 0; person < _peopleCount; person++)
        {
            if (!free.Contains(person))
            {
                yield return _people[person] with { Outcome = VisitOutcome.StillThere, SwabEnd = -1 };
            }
        }
    }

    /// <summary>Records visits of people who did not join.</summary>
    /// <param name="household">The household.</param>
    /// <param name="members">Mask of members.</param>
    /// <param name="number">Number of the visit.</param>
    /// <param name="outcome">Why they did not.</param>
    /// <param name="now">The moment, ms.</param>
    public void RecordTurnedAway(int household, uint members, int number, VisitOutcome outcome, long now)
    {
        for (; members != 0; members &= members - 1)
        {
            _visits.Add(new Visit
            {
                Household = household,
                Member = (byte)System.Numerics.BitOperations.TrailingZeroCount(members),
                Number = (byte)number,
                Outcome = outcome,
                Arrived = now,
                Joined = -1,
                RegistrationStart = -1,
                RegistrationEnd = -1,
                SwabJoined = -1,
                SwabStart = -1,
                SwabEnd = -1,
                LeftAt = now,
                Desk = -1,
                Sampler = -1,
            });
        }
    }

    /// <summary>Lets a group go when nobody of it is left.</summary>
    /// <param name="group">The group.</param>
    /// <param name="household">Its household.</param>
    /// <param name="number">Number of the visit.</param>
    /// <param name="tested">Mask of members tested.</param>
    /// <param name="last">When the last of them left, ms.</param>
    public bool TryClose(int group, out int household, out int number, out uint tested, out long last)
    {
        ref Group g = ref _groups[group];
        (household, number, tested, last) = (g.Household, g.Number, g.Tested, g.LastEnd);
        if (g.Present > 0 || g.Household < 0)
        {
            return false;
        }

        g.Household = -1;
        if (_freeGroupCount == _freeGroups.Length)
        {
            Array.Resize(ref _freeGroups, 2 * _freeGroupCount);
        }

        _freeGroups[_freeGroupCount++] = group;
        return true;
    }

    /// <summary>People tested of whom their household will not hear before the run ends.</summary>
    /// <param name="household">The household.</param>
    /// <param name="people">How many.</param>
    public void Untold(int household, int people) => _untold.Add((household, people));

    /// <summary>People of whom their household thinks that they are on the way: still there, or tested and not home yet.</summary>
    public IEnumerable<(int Household, int People, bool Tested)> NotAtHome()
    {
        foreach ((int household, int people) in _untold)
        {
            yield return (household, people, true);
        }

        for (int group = 0; group < _groupCount; group++)
        {
            Group g = _groups[group];
            if (g.Household >= 0)
            {
                yield return (g.Household, g.Present, false);
                yield return (g.Household, System.Numerics.BitOperations.PopCount(g.Tested), true);
            }
        }
    }

    /// <summary>Forgets the ends of swabs that are past; a loop of its own, because a predicate would allocate.</summary>
    private void ForgetEnds(long now)
    {
        int kept = 0;
        for (int i = 0; i < _recentEnds.Count; i++)
        {
            if (_recentEnds[i] > now)
            {
                _recentEnds[kept++] = _recentEnds[i];
            }
        }

        _recentEnds.RemoveRange(kept, _recentEnds.Count - kept);
    }

    private bool ComesBefore(int left, int right)
    {
        ref Visit x = ref _people[left];
        ref Visit y = ref _people[right];
        return x.Arrived != y.Arrived ? x.Arrived < y.Arrived
            : x.Household != y.Household ? x.Household < y.Household : x.Member < y.Member;
    }

    private void Free(int person, bool record)
    {
        if (record)
        {
            _visits.Add(_people[person]);
        }

        _groups[_people[person].Group].Present--;
        Present--;
        if (_freePeopleCount == _freePeople.Length)
        {
            Array.Resize(ref _freePeople, 2 * _freePeopleCount);
        }

        _freePeople[_freePeopleCount++] = person;
    }

    private struct Group
    {
        public int Household;
        public int Number;
        public int Present;
        public uint Tested;
        public long LastEnd;
    }
}

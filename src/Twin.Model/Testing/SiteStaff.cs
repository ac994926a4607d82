using Twin.Model.Events;
using Twin.Model.Queueing;

namespace Twin.Model.Testing;

/// <summary>The desks and samplers of a site: numbers, absence, shifts, breaks, tubes.</summary>
/// <param name="plan">The run's plan.</param>
/// <param name="site">The site.</param>
public sealed class SiteStaff(MassTestPlan plan, EntityId site)
{
    private readonly List<int> _atDesk = [];
    private readonly List<int> _inTube = [];
    private readonly List<int> _tubes = [];
    private readonly List<Member>[] _members = [[], []];
    private readonly HashSet<int> _breaks = [];
    private bool _begun;
    private bool _ended;

    /// <summary>The desks.</summary>
    public ServerPool Desks { get; } = new();

    /// <summary>The samplers.</summary>
    public ServerPool Samplers { get; } = new();

    /// <summary>Tubes begun.</summary>
    public long Tubes { get; private set; }

    /// <summary>Planned staff who were absent, by role.</summary>
    public int[] Absent { get; } = new int[2];

    /// <summary>Desks that work, or will at the opening.</summary>
    public int WorkingDesks => Working((int)StaffRole.Desks);

    /// <summary>Samplers that work, or will at the opening.</summary>
    public int WorkingSamplers => Working((int)StaffRole.Samplers);

    /// <summary>Asks the cache for what the next event will need.</summary>
    public void Prefetch()
    {
        Cache.Prefetch(_atDesk);
        Cache.Prefetch(_inTube);
        Cache.Prefetch(_tubes);
        Cache.Prefetch(Desks);
        Cache.Prefetch(Samplers);
    }

    /// <summary>Who is at a desk.</summary>
    /// <param name="desk">Its number.</param>
    public ref int AtDesk(int desk) => ref System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_atDesk)[desk];

    /// <summary>The staff come on duty; the first time, absence is drawn for each.</summary>
    /// <param name="now">The moment, ms.</param>
    public void Begin(long now)
    {
        _ended = false;
        if (!_begun)
        {
            _begun = true;
            for (int role = 0; role < 2; role++)
            {
                Settle(role, now);
                AddMembers(role, plan.PlannedStaff(site.Ordinal, role), drawAbsence: true, now);
            }
        }

        ApplyAll(now);
    }

    /// <summary>The staff go home.</summary>
    /// <param name="now">The moment, ms.</param>
    public void End(long now)
    {
        _ended = true;
        ApplyAll(now);
    }

    /// <summary>A break begins or ends, or a shift that is a time off duty before or after it.</summary>
    /// <param name="role">Whose.</param>
    /// <param name="change">Twice the number of the break, plus 1 at its end.</param>
    /// <param name="now">The moment, ms.</param>
    public void ChangeDuty(int role, int change, long now)
    {
        bool begins = (change & 1) == 0;
        _ = begins ? _breaks.Add(change >> 1) : _breaks.Remove(change >> 1);
        DutyRule rule = plan.RuleOf(change >> 1);
        for (int number = rule.First; number < Math.Min(rule.End, _members[role].Count); number += rule.Every)
        {
            _members[role][number] = _members[role][number] with { Breaks = _members[role][number].Breaks + (begins ? 1 : -1) };
            Apply(role, number, now);
        }
    }

    /// <summary>Staff come; they take the breaks of their numbers.</summary>
    /// <param name="role">Their role.</param>
    /// <param name="count">How many.</param>
    /// <param name="drawAbsence">Whether some may be absent; not those who come from another site.</param>
    /// <param name="now">The moment, ms.</param>
    public void Add(int role, int count, bool drawAbsence, long now)
    {
        if (!_begun)
        {
            Begin(now);
            End(now);
        }

        AddMembers(role, count, drawAbsence, now);
    }

    /// <summary>Staff leave, those with the highest numbers first; who serves somebody finishes first.</summary>
    /// <param name="role">Their role.</param>
    /// <param name="count">How many.</param>
    /// <param name="now">The moment, ms.</param>
    /// <returns>How many left: no more than were present.</returns>
    public int Remove(int role, int count, long now)
    {
        int gone = 0;
        for (int number = _members[role].Count - 1; number >= 0 && gone < count; number--)
        {
            if (_members[role][number] is { Present: true } member)
            {
                _members[role][number] = member with { Present = false };
                Apply(role, number, now);
                gone++;
            }
        }

        return gone;
    }

    /// <summary>The tube into which a sampler's next person goes.</summary>
    /// <param name="sampler">Its number.</param>
    /// <param name="pool">People per tube.</param>
    /// <param name="full">Whether the tube is full with this person.</param>
    /// <returns>Number of the sampler's tube, from 1.</returns>
    public int NextTube(int sampler, int pool, out bool full)
    {
        if (_inTube[sampler] == 0)
        {
            Tubes++;
            _tubes[sampler]++;
        }

        full = ++_inTube[sampler] == pool;
        if (full)
        {
            _inTube[sampler] = 0;
        }

        return _tubes[sampler];
    }

    private ServerPool PoolOf(int role) => role == (int)StaffRole.Desks ? Desks : Samplers;

    private void Settle(int role, long now) => PoolOf(role).Settle(now);

    private void AddMembers(int role, int count, bool drawAbsence, long now)
    {
        for (int i = 0; i < count; i++)
        {
            int number = _members[role].Count;
            bool absent = drawAbsence && plan.IsAbsent(site, role, number);
            Absent[role] += absent ? 1 : 0;
            _members[role].Add(new Member(!absent, BreaksOf(role, number)));
            PoolOf(role).Add(false, now);
            if (role == (int)StaffRole.Desks)
            {
                _atDesk.Add(-1);
            }
            else
            {
                _inTube.Add(0);
                _tubes.Add(0);
            }

            Apply(role, number, now);
        }
    }

    private int BreaksOf(int role, int number)
    {
        int count = 0;
        foreach (int rule in _breaks)
        {
            count += plan.RuleOf(rule).Covers(role, number) ? 1 : 0;
        }

        return count;
    }

    private int Working(int role)
    {
        if (!_begun)
        {
            return plan.PresentStaff(site, role);
        }

        if (!_ended)
        {
            return PoolOf(role).OnDuty;
        }

        int present = 0;
        foreach (Member member in _members[role])
        {
            present += member.Present ? 1 : 0;
        }

        return present;
    }

    private void ApplyAll(long now)
    {
        for (int role = 0; role < 2; role++)
        {
            for (int number = 0; number < _members[role].Count; number++)
            {
                Apply(role, number, now);
            }
        }
    }

    private void Apply(int role, int number, long now)
    {
        Member member = _members[role][number];
        PoolOf(role).SetDuty(number, member.Present && member.Breaks == 0 && !_ended, now);
    }

    private readonly record struct Member(bool Present, int Breaks);
}

using Twin.Model.Testing;

namespace Twin.Experiments.Staffing.Observing;

/// <summary>How a site fares with so many samplers and desks present, over the days that were watched.</summary>
/// <remarks>Days are added by several threads at once; only whole numbers are added up, so that their order does not matter.</remarks>
internal sealed class SiteNeeds
{
    private const long MostCells = 4_000_000;

    private readonly Lock _gate = new();
    private readonly int[] _tooLong;
    private readonly long[] _late;
    private int _days;
    private int _lateDays;

    /// <summary>Begins with no day.</summary>
    /// <param name="samplers">Samplers present that are tried: first and last.</param>
    /// <param name="desks">Desks present that are tried: first and last.</param>
    /// <param name="shifts">Shifts that some may work, by their ends.</param>
    public SiteNeeds((int First, int Last) samplers, (int First, int Last) desks, IReadOnlyList<StaffShift> shifts)
    {
        (Samplers, Desks) = (samplers, desks);
        _tooLong = new int[(samplers.Last - samplers.First + 1) * (desks.Last - desks.First + 1)];
        _late = new long[_tooLong.Length];

        // A site with hundreds of samplers would need too large a table: its staff all stay.
        long cells = (long)_tooLong.Length * (samplers.Last + 1) * (desks.Last + 1);
        Shifts = cells > MostCells ? [] : [.. shifts.Select(shift => new ShiftNeeds(samplers, desks, shift))];
    }

    /// <summary>Samplers present that are tried.</summary>
    public (int First, int Last) Samplers { get; }

    /// <summary>Desks present that are tried.</summary>
    public (int First, int Last) Desks { get; }

    /// <summary>How the site fares if some go home before it is done, by shift.</summary>
    public IReadOnlyList<ShiftNeeds> Shifts { get; }

    /// <summary>Share of days with too long a wait if all stay.</summary>
    /// <param name="samplers">Samplers present; 0 or more.</param>
    /// <param name="desks">Desks present; 0 or more.</param>
    public double TooLong(int samplers, int desks) => samplers < Samplers.First || desks < Desks.First ? 1 : _tooLong[At(samplers, desks)] / (double)Math.Max(1, _days);

    /// <summary>Mean number of people who come and are not tested in time if all stay.</summary>
    /// <param name="samplers">Samplers present; fewer than were tried count as the fewest.</param>
    /// <param name="desks">Desks present.</param>
    public double Late(int samplers, int desks) => _late[At(Math.Max(samplers, Samplers.First), Math.Max(desks, Desks.First))] / (double)Math.Max(1, _lateDays);

    /// <summary>Adds a day: replays it with every number of staff that may matter.</summary>
    /// <param name="trace">The day.</param>
    /// <param name="replay">Room for it.</param>
    /// <param name="target">Longest wait within the target, ms.</param>
    /// <param name="deadline">Later swabs are late, ms.</param>
    /// <param name="late">For what late people are counted with every number of staff.</param>
    public void Add(SiteTrace trace, SiteReplay replay, long target, long deadline, CountsLate late)
    {
        SiteDay day = new(this, trace, replay, target, deadline, late != CountsLate.Never);
        if (trace.Opened >= 0)
        {
            day.ReplayWhole();
        }

        ShiftDay?[] shifts = [.. Shifts.Select(needs => trace.Opened < 0 ? null : new ShiftDay(needs, day, late == CountsLate.WithShifts))];
        foreach (ShiftDay? shift in shifts)
        {
            shift?.Replay();
        }

        lock (_gate)
        {
            _days++;
            _lateDays += late == CountsLate.Never ? 0 : 1;
            for (int i = 0; i < _tooLong.Length; i++)
            {
                _tooLong[i] += day.TooLong[i] ? 1 : 0;
                _late[i] += day.Late[i];
            }

            for (int i = 0; i < shifts.Length; i++)
            {
                Shifts[i].Add(shifts[i], late == CountsLate.WithShifts);
            }
        }
    }

    /// <summary>Place of a number of staff present, more than the last counting as the last.</summary>
    /// <param name="samplers">Samplers, the first or more.</param>
    /// <param name="desks">Desks, the first or more.</param>
    public int At(int samplers, int desks) =>
        ((Math.Min(samplers, Samplers.Last) - Samplers.First) * (Desks.Last - Desks.First + 1)) + Math.Min(desks, Desks.Last) - Desks.First;
}

/// <summary>On which days late people are counted with every number of staff, which takes many times as long as the waits.</summary>
internal enum CountsLate
{
    /// <summary>They are not.</summary>
    Never,

    /// <summary>If all stay.</summary>
    Whole,

    /// <summary>With shifts as well.</summary>
    WithShifts,
}

/// <summary>A day at a site, replayed with every number of staff that is tried, all of whom stay.</summary>
internal sealed class SiteDay(SiteNeeds needs, SiteTrace trace, SiteReplay replay, long target, long deadline, bool withLate)
{
    /// <summary>Whether the wait was too long, by place.</summary>
    public bool[] TooLong { get; } = new bool[(needs.Samplers.Last - needs.Samplers.First + 1) * (needs.Desks.Last - needs.Desks.First + 1)];

    /// <summary>People who came and were not tested in time, by place; 0 if they are not counted.</summary>
    public int[] Late { get; } = new int[(needs.Samplers.Last - needs.Samplers.First + 1) * (needs.Desks.Last - needs.Desks.First + 1)];

    /// <summary>Who came.</summary>
    public SiteTrace Trace => trace;

    /// <summary>Room for replays.</summary>
    public SiteReplay Replay => replay;

    /// <summary>Longest wait within the target, ms.</summary>
    public long Target => target;

    /// <summary>Later swabs are late, ms.</summary>
    public long Deadline => deadline;

    /// <summary>Whether the waits of so many people keep the target.</summary>
    /// <param name="tooLong">People with too long a wait.</param>
    /// <param name="tested">People tested.</param>
    /// <param name="targets">The target.</param>
    public static bool Holds(int tooLong, int tested, TestTargets targets) => tooLong <= Allowed(tested, targets);

    /// <summary>Most people with too long a wait.</summary>
    /// <param name="tested">People tested.</param>
    /// <param name="targets">The target.</param>
    public static int Allowed(int tested, TestTargets targets) => tested == 0 ? 0 : tested - 1 - targets.RankOf(tested);

    /// <summary>The fewest samplers that keep the target with so many desks, all of whom stay; one more than the last if none do.</summary>
    /// <param name="desks">Desks present.</param>
    public int Enough(int desks)
    {
        int samplers = needs.Samplers.First;
        while (samplers <= needs.Samplers.Last && TooLong[needs.At(samplers, desks)])
        {
            samplers++;
        }

        return samplers;
    }

    /// <summary>Replays the day.</summary>
    public void ReplayWhole()
    {
        // With fewer desks no fewer samplers are enough, so that the search goes up only.
        int enough = needs.Samplers.First;
        for (int desks = needs.Desks.Last; desks >= needs.Desks.First; desks--)
        {
            replay.Register(trace, desks);
            for (int samplers = withLate ? needs.Samplers.First : enough; samplers <= needs.Samplers.Last; samplers++)
            {
                SwabCount count = replay.Swab(samplers, target, deadline);
                bool holds = Holds(count.TooLong, count.Tested, replay.Targets);
                if (withLate)
                {
                    Late[needs.At(samplers, desks)] = count.Late + replay.Lost(desks);
                    TooLong[needs.At(samplers, desks)] = !holds;
                }
                else if (holds)
                {
                    break;
                }
                else
                {
                    enough = samplers + 1;
                }
            }

            for (int samplers = needs.Samplers.First; !withLate && samplers < enough; samplers++)
            {
                TooLong[needs.At(samplers, desks)] = true;
            }
        }
    }
}

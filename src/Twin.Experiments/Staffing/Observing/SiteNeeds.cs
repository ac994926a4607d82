namespace Twin.Experiments.Staffing.Observing;

/// <summary>How a site fares with so many samplers and desks present, over the days that were watched.</summary>
internal sealed class SiteNeeds
{
    private readonly int[] _tooLong;
    private readonly double[] _late;
    private int _days;
    private int _lateDays;

    /// <summary>Begins with no day.</summary>
    /// <param name="samplers">Samplers present that are tried: first and last.</param>
    /// <param name="desks">Desks present that are tried: first and last.</param>
    public SiteNeeds((int First, int Last) samplers, (int First, int Last) desks)
    {
        (Samplers, Desks) = (samplers, desks);
        _tooLong = new int[(samplers.Last - samplers.First + 1) * (desks.Last - desks.First + 1)];
        _late = new double[_tooLong.Length];
    }

    /// <summary>Samplers present that are tried.</summary>
    public (int First, int Last) Samplers { get; }

    /// <summary>Desks present that are tried.</summary>
    public (int First, int Last) Desks { get; }

    /// <summary>Adds what a day gave.</summary>
    /// <param name="day">The day.</param>
    public void Add(SiteDay day)
    {
        _days++;
        _lateDays += day.Late.Length > 0 ? 1 : 0;
        for (int i = 0; i < _tooLong.Length; i++)
        {
            _tooLong[i] += day.TooLong[i] ? 1 : 0;
            _late[i] += day.Late.Length > 0 ? day.Late[i] : 0;
        }
    }

    /// <summary>Share of days with too long a wait.</summary>
    /// <param name="samplers">Samplers present; 0 or more.</param>
    /// <param name="desks">Desks present; 0 or more.</param>
    public double TooLong(int samplers, int desks) => samplers < Samplers.First || desks < Desks.First ? 1 : _tooLong[At(samplers, desks)] / (double)Math.Max(1, _days);

    /// <summary>Mean number of people who come and are not tested in time.</summary>
    /// <param name="samplers">Samplers present; fewer than were tried count as the fewest, scaled.</param>
    /// <param name="desks">Desks present.</param>
    public double Late(int samplers, int desks) => _late[At(Math.Max(samplers, Samplers.First), Math.Max(desks, Desks.First))] / Math.Max(1, _lateDays);

    /// <summary>Replays a day with every number of staff that is tried.</summary>
    /// <param name="trace">The day.</param>
    /// <param name="replay">Room for it.</param>
    /// <param name="target">Longest wait within the target, ms.</param>
    /// <param name="deadline">Later swabs are late, ms.</param>
    /// <param name="withLate">Whether late people are counted with every number of staff; it takes several times as long.</param>
    public SiteDay Try(SiteTrace trace, SiteReplay replay, long target, long deadline, bool withLate)
    {
        bool[] tooLong = new bool[_tooLong.Length];
        int[] late = withLate ? new int[_tooLong.Length] : [];
        if (trace.Opened < 0)
        {
            return new SiteDay(tooLong, late);
        }

        // With fewer desks no fewer samplers are enough, so that the search goes up only.
        int enough = Samplers.First;
        for (int desks = Desks.Last; desks >= Desks.First; desks--)
        {
            replay.Register(trace, desks);
            for (int samplers = withLate ? Samplers.First : enough; samplers <= Samplers.Last; samplers++)
            {
                (int over, int behind, int tested) = replay.Swab(samplers, target, deadline);
                bool holds = over <= tested - (((90L * tested) + 99) / 100);
                if (withLate)
                {
                    late[At(samplers, desks)] = behind + replay.Lost;
                    tooLong[At(samplers, desks)] = !holds;
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

            for (int samplers = Samplers.First; !withLate && samplers < enough; samplers++)
            {
                tooLong[At(samplers, desks)] = true;
            }
        }

        return new SiteDay(tooLong, late);
    }

    private int At(int samplers, int desks) =>
        ((Math.Min(samplers, Samplers.Last) - Samplers.First) * (Desks.Last - Desks.First + 1)) + Math.Min(desks, Desks.Last) - Desks.First;
}

/// <summary>What a day gave at a site for every number of staff that was tried, in the order of <see cref="SiteNeeds"/>.</summary>
/// <param name="TooLong">Whether the wait was too long.</param>
/// <param name="Late">People who came and were not tested in time; empty if they were not counted.</param>
internal sealed record SiteDay(bool[] TooLong, int[] Late);

using Twin.Model.Testing;

namespace Twin.Experiments.Staffing.Observing;

/// <summary>How a site fares with so many samplers and desks present, some of whom go home at the end of a shift.</summary>
internal sealed class ShiftNeeds
{
    private readonly int[] _tooLong;
    private readonly long[] _late;
    private int _days;
    private int _lateDays;

    /// <summary>Begins with no day.</summary>
    /// <param name="samplers">Samplers present that are tried: first and last.</param>
    /// <param name="desks">Desks present that are tried: first and last.</param>
    /// <param name="shift">The shift of those who do not stay.</param>
    public ShiftNeeds((int First, int Last) samplers, (int First, int Last) desks, StaffShift shift)
    {
        (Samplers, Desks, Shift) = (samplers, desks, shift);
        int cells = (samplers.Last - samplers.First + 1) * (samplers.Last + 1) * (desks.Last - desks.First + 1) * (desks.Last + 1);
        (_tooLong, _late) = (new int[cells], new long[cells]);
    }

    /// <summary>Samplers present that are tried.</summary>
    public (int First, int Last) Samplers { get; }

    /// <summary>Desks present that are tried.</summary>
    public (int First, int Last) Desks { get; }

    /// <summary>The shift.</summary>
    public StaffShift Shift { get; }

    /// <summary>Cells of a number of samplers and of those who stay: all numbers of desks.</summary>
    public int DeskCells => (Desks.Last - Desks.First + 1) * (Desks.Last + 1);

    /// <summary>Share of days with too long a wait.</summary>
    /// <param name="cell">See <see cref="At"/>.</param>
    public double TooLong(int cell) => _tooLong[cell] / (double)Math.Max(1, _days);

    /// <summary>Mean number of people who come and are not tested in time.</summary>
    /// <param name="cell">See <see cref="At"/>.</param>
    public double Late(int cell) => _late[cell] / (double)Math.Max(1, _lateDays);

    /// <summary>Adds a day.</summary>
    /// <param name="day">The day; null if the site never opened.</param>
    /// <param name="withLate">Whether late people were counted.</param>
    public void Add(ShiftDay? day, bool withLate)
    {
        _days++;
        _lateDays += withLate ? 1 : 0;
        day?.AddTo(_tooLong, _late);
    }

    /// <summary>Place of a number of staff present, from first to last.</summary>
    /// <param name="samplers">Samplers.</param>
    /// <param name="samplersStaying">Those of them who stay.</param>
    /// <param name="desks">Desks.</param>
    /// <param name="desksStaying">Those of them that stay.</param>
    public int At(int samplers, int samplersStaying, int desks, int desksStaying) =>
        ((((samplers - Samplers.First) * (Samplers.Last + 1)) + samplersStaying) * DeskCells) + ((desks - Desks.First) * (Desks.Last + 1)) + desksStaying;
}

/// <summary>A day at a site, replayed with every number of staff that may matter, some of whom go home at the end of a shift.</summary>
/// <param name="needs">What is tried.</param>
/// <param name="day">The day, replayed with all who are there staying.</param>
/// <param name="withLate">Whether late people are counted with every number of staff; it takes many times as long.</param>
internal sealed class ShiftDay(ShiftNeeds needs, SiteDay day, bool withLate)
{
    private readonly bool _withLate = withLate;
    private readonly SwabsBegun _begun = new();
    private readonly List<(int Samplers, int Desks, int DesksStaying, int Enough)> _enough = [];
    private readonly List<(int Cell, int People)> _late = [];

    /// <summary>Replays the day.</summary>
    public void Replay()
    {
        bool[] ample = new bool[needs.Samplers.Last + 1];
        for (int desks = needs.Desks.First; desks <= needs.Desks.Last; desks++)
        {
            int enough = day.Enough(desks);
            bool registered = false;
            for (int samplers = needs.Samplers.First; samplers <= needs.Samplers.Last; samplers++)
            {
                // What is ample with fewer desks or samplers is ample with more: somebody must stay, however many are there.
                ample[samplers] |= samplers > needs.Samplers.First && ample[samplers - 1];
                if (!_withLate && (samplers < enough || ample[samplers]))
                {
                    AddAll(samplers, desks, samplers < enough);
                    continue;
                }

                if (!registered)
                {
                    day.Replay.Register(day.Trace, desks, needs.Shift.End);
                    registered = true;
                }

                day.Replay.Begin(_begun, samplers, day.Target, day.Deadline);
                ample[samplers] = Try(samplers, desks, samplers < enough);
            }
        }
    }

    /// <summary>Replays the end of the day for every number of staff who may stay.</summary>
    /// <returns>Whether one sampler and one desk are enough.</returns>
    private bool Try(int samplers, int desks, bool fails)
    {
        bool ample = true;
        for (int staying = desks; staying >= 0; staying--)
        {
            bool nobody = staying == 0 && day.Replay.Lost(0) > day.Replay.Lost(desks);
            int least = fails || nobody ? samplers + 1 : Least(samplers, staying);
            _enough.Add((samplers, desks, staying, least));
            ample &= staying == 0 || least <= 1;
            if (_withLate)
            {
                CountLate(samplers, desks, staying);
            }
        }

        return ample;
    }

    /// <summary>Adds what the day gave to the tables.</summary>
    /// <param name="tooLong">Days with too long a wait, by cell.</param>
    /// <param name="late">People late, by cell.</param>
    public void AddTo(int[] tooLong, long[] late)
    {
        foreach ((int samplers, int desks, int desksStaying, int enough) in _enough)
        {
            for (int staying = 0; staying < Math.Min(enough, samplers + 1); staying++)
            {
                tooLong[needs.At(samplers, staying, desks, desksStaying)]++;
            }
        }

        foreach ((int cell, int people) in _late)
        {
            late[cell] += people;
        }
    }

    /// <summary>The fewest samplers who must stay; one more than are there if not even all are enough.</summary>
    private int Least(int samplers, int desksStaying)
    {
        int registered = day.Replay.Registered(desksStaying);
        int allowed = SiteDay.Allowed(registered, day.Replay.Targets);
        int after = registered - _begun.Count.Tested;
        if (_begun.Count.TooLong > allowed)
        {
            return samplers + 1;
        }

        int staying = after == 0 ? 0 : 1;
        while (_begun.Count.TooLong + after > allowed && staying <= samplers
            && day.Replay.Finish(_begun, staying, desksStaying, day.Target, day.Deadline).TooLong > allowed)
        {
            staying++;
        }

        return staying;
    }

    private void CountLate(int samplers, int desks, int desksStaying)
    {
        int lost = day.Replay.Lost(desksStaying);
        int registered = day.Replay.Registered(desksStaying);
        int late = int.MaxValue;
        for (int staying = 0; staying <= samplers; staying++)
        {
            // With more who stay no fewer can be late than those who were lost at the desks.
            SwabCount count = late > lost ? day.Replay.Finish(_begun, staying, desksStaying, day.Target, day.Deadline) : default;
            late = late > lost ? lost + count.Late + registered - count.Tested : lost;
            _late.Add((needs.At(samplers, staying, desks, desksStaying), late));
        }
    }

    private void AddAll(int samplers, int desks, bool fails)
    {
        for (int staying = 0; staying <= desks; staying++)
        {
            _enough.Add((samplers, desks, staying, fails || staying == 0 ? samplers + 1 : 1));
        }
    }
}

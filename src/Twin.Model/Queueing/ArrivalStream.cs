using Twin.Model.Events;
using Twin.Model.Randomness;

namespace Twin.Model.Queueing;

/// <summary>A station's arrivals from outside, one after the other.</summary>
/// <remarks>
/// The n-th arrival has its own draw: a unit exponential. They add up exactly, and only the moment is rounded to whole ms, never the gap, so
/// that the rate has no bias; two arrivals may fall into one ms. Another rate keeps the same draws.
/// </remarks>
public sealed class ArrivalStream
{
    private readonly ArrivalSchedule _schedule;
    private readonly Draws _draws;
    private readonly EntityId _station;
    private double _cumulated;
    private int _interval;

    /// <summary>A stream at its first arrival.</summary>
    /// <param name="schedule">When people arrive.</param>
    /// <param name="draws">The run's draws.</param>
    /// <param name="station">The station's ordinal.</param>
    public ArrivalStream(ArrivalSchedule schedule, Draws draws, int station)
    {
        _schedule = schedule;
        _draws = draws;
        _station = QueuePlan.SubjectOf(station);
        Find();
    }

    /// <summary>When the arrival at hand comes, ms; <see cref="long.MaxValue"/> when nobody comes any more.</summary>
    public long Moment { get; private set; }

    /// <summary>Number of the arrival at hand, from 0.</summary>
    public int Number { get; private set; }

    /// <summary>Goes on to the next arrival.</summary>
    public void Advance()
    {
        Number = checked(Number + 1);
        Find();
    }

    private void Find()
    {
        if (_schedule.Given is { } given)
        {
            Moment = Number < given.Length ? given[Number] : long.MaxValue;
            return;
        }

        _cumulated -= Math.Log(1 - _draws.Uniform(_station, 0, Number, Purpose.Interarrival));
        double moment = _schedule.Inverse(_cumulated, ref _interval);
        Moment = moment < QueuePlan.LatestMoment ? (long)Math.Round(moment, MidpointRounding.ToEven) : long.MaxValue;
    }
}

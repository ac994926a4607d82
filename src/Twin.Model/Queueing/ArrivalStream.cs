using Twin.Model.Events;
using Twin.Model.Randomness;

namespace Twin.Model.Queueing;

/// <summary>Arrivals of one kind at one station from outside, one after the other.</summary>
/// <remarks>
/// The n-th arrival, or batch, has its own draw: a unit exponential. They add up exactly, and only the moment is rounded to whole ms, never the
/// gap, so that the rate has no bias; two arrivals may fall into one ms. Another rate keeps the same draws. An appointment keeps its number and
/// draws whoever else comes. A closed population comes by its own think times, not by this.
/// </remarks>
public sealed class ArrivalStream
{
    private readonly ArrivalSchedule _schedule;
    private readonly Draws _draws;
    private readonly EntityId _subject;
    private readonly (long Moment, int Number)[]? _appointments;
    private double _cumulated;
    private int _interval;
    private int _batch;

    /// <summary>A stream at its first arrival.</summary>
    /// <param name="schedule">When people arrive.</param>
    /// <param name="draws">The run's draws.</param>
    /// <param name="stream">The stream: kind × stations + station.</param>
    public ArrivalStream(ArrivalSchedule schedule, Draws draws, int stream)
    {
        _schedule = schedule;
        _draws = draws;
        _subject = QueuePlan.SubjectOf(stream);
        if (schedule.Given is { } given && (schedule.Lateness is not null || schedule.NoShow > 0))
        {
            _appointments = Keep(given);
        }

        Find();
    }

    /// <summary>When the arrival at hand comes, ms; <see cref="long.MaxValue"/> when nobody comes any more.</summary>
    public long Moment { get; private set; }

    /// <summary>Number of the arrival at hand, of a batch the first's, from 0.</summary>
    public int Number { get; private set; }

    /// <summary>How many come at once.</summary>
    public int Size { get; private set; } = 1;

    /// <summary>Given moments at which nobody came, ms.</summary>
    public IReadOnlyList<long> Missed { get; private set; } = [];

    /// <summary>Goes on to the next arrival.</summary>
    public void Advance()
    {
        _batch++;
        Number = checked(Number + Size);
        Find();
    }

    private void Find()
    {
        if (_appointments is not null)
        {
            (Moment, Number) = _batch < _appointments.Length ? _appointments[_batch] : (long.MaxValue, Number);
            return;
        }

        if (_schedule.Given is { } given)
        {
            Moment = Number < given.Length ? given[Number] : long.MaxValue;
            return;
        }

        _cumulated -= Math.Log(1 - _draws.Uniform(_subject, 0, _batch, Purpose.Interarrival));
        double moment = _schedule.Inverse(_cumulated, ref _interval);
        Moment = moment < QueuePlan.LatestMoment ? (long)Math.Round(moment, MidpointRounding.ToEven) : long.MaxValue;
        if (!_schedule.Batches.IsEmpty)
        {
            Size = _schedule.Batches.Draw(_draws.Bits(_subject, 0, _batch, Purpose.BatchSize));
        }
    }

    /// <summary>Who comes, in the order in which they come; those of one moment in the order of their appointments.</summary>
    private (long Moment, int Number)[] Keep(long[] given)
    {
        ulong threshold = Draws.Threshold(_schedule.NoShow);
        List<(long Moment, int Number)> kept = [];
        List<long> missed = [];
        for (int i = 0; i < given.Length; i++)
        {
            if (_draws.Chance(threshold, _subject, 0, i, Purpose.NoShow))
            {
                missed.Add(given[i]);
                continue;
            }

            long late = _schedule.Lateness?.SampleSigned(_draws.Uniform(_subject, 0, i, Purpose.Punctuality)) ?? 0;
            kept.Add((Math.Max(0, given[i] + late), i));
        }

        Missed = missed;
        return [.. kept.Order()];
    }
}

using System.Runtime.InteropServices;

namespace Twin.Model.Queueing;

/// <summary>What a run records beside its metrics: visits, and the numbers present at the edges of the statistics.</summary>
/// <param name="plan">The run's plan.</param>
internal sealed class QueueRecorder(QueuePlan plan)
{
    private readonly List<QueueVisit> _visits = [];
    private long _visitCount;

    /// <summary>In the network when statistics began.</summary>
    public long PresentAtBegin { get; set; }

    /// <summary>In the network when statistics ended.</summary>
    public long PresentAtEnd { get; set; }

    /// <summary>Records a visit that ended; those who arrived after the statistics are left out.</summary>
    /// <param name="customer">Who.</param>
    /// <param name="arrived">Arrival at the station, ms.</param>
    /// <param name="left">When they left it, ms; −1 for who is still there.</param>
    /// <param name="end">How it ended.</param>
    public void Record(in Customer customer, long arrived, long left, VisitEnd end)
    {
        if (arrived > plan.End)
        {
            return;
        }

        _visitCount++;
        if (_visits.Count < plan.Recording.MostVisits)
        {
            _visits.Add(new QueueVisit
            {
                Kind = customer.Kind,
                Origin = customer.Stream % plan.Network.Stations.Count,
                Number = customer.Number,
                Visit = customer.Visit,
                Station = customer.Station,
                Arrived = arrived,
                Started = customer.Started,
                Left = left,
                End = end,
            });
        }
    }

    /// <summary>Packs everything.</summary>
    /// <param name="stations">The stations.</param>
    /// <param name="now">At or after the last event, ms.</param>
    public byte[] Pack(IReadOnlyList<Station> stations, long now)
    {
        int steps = plan.Recording.Step == 0 ? 0 : QueueRecording.StepsOf(plan.Recording.Step, plan.End);
        List<long> numbers = [_visitCount, PresentAtBegin, PresentAtEnd, steps];
        foreach (Station station in stations)
        {
            numbers.AddRange([.. station.InSystem.Series(now), .. station.InQueue.Series(now), .. station.DutySeries(now) ?? Duty(station, steps)]);
        }

        return [.. MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(numbers)), .. MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_visits))];
    }

    private long[] Duty(Station station, int steps) => [.. Enumerable.Range(0, steps).Select(step =>
        station.Servers.OnDuty * Math.Min(plan.Recording.Step, plan.End - (step * plan.Recording.Step)))];
}

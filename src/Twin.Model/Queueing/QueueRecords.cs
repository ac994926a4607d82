using System.Runtime.InteropServices;

namespace Twin.Model.Queueing;

/// <summary>What a run of a queueing network recorded.</summary>
/// <param name="VisitCount">Visits of those who arrived at a station by the end of the statistics.</param>
/// <param name="Visits">The first of them, by their end; all unless there were more than the plan keeps.</param>
/// <param name="PresentAtBegin">In the network when statistics began.</param>
/// <param name="PresentAtEnd">In the network when statistics ended.</param>
/// <param name="Series">The time series; null unless the plan records it.</param>
public sealed record QueueRecords(long VisitCount, IReadOnlyList<QueueVisit> Visits, long PresentAtBegin, long PresentAtEnd, QueueSeries? Series)
{
    private const int Head = 4;

    /// <summary>Whether every visit was kept.</summary>
    public bool HasAllVisits => Visits.Count == VisitCount;

    /// <summary>Reads what <see cref="QueueNetwork"/> packed.</summary>
    /// <param name="plan">The run's plan.</param>
    /// <param name="packed">The bytes.</param>
    public static QueueRecords Unpack(QueuePlan plan, byte[] packed)
    {
        ArgumentNullException.ThrowIfNull(plan);
        int stations = plan.Network.Stations.Count;
        ReadOnlySpan<long> numbers = MemoryMarshal.Cast<byte, long>(packed.AsSpan(0, packed.Length / sizeof(long) * sizeof(long)));
        int steps = (int)numbers[3];
        int length = Head + (3 * steps * stations);
        List<StationSeries> series = [];
        for (int i = 0; i < stations; i++)
        {
            ReadOnlySpan<long> own = numbers.Slice(Head + (3 * steps * i), 3 * steps);
            series.Add(new StationSeries(own[..steps].ToArray(), own[steps..(2 * steps)].ToArray(), own[(2 * steps)..].ToArray()));
        }

        return new QueueRecords(
            numbers[0],
            MemoryMarshal.Cast<byte, QueueVisit>(packed.AsSpan(length * sizeof(long))).ToArray(),
            numbers[1],
            numbers[2],
            steps == 0 ? null : new QueueSeries(plan.Recording.Step, plan.End, series));
    }
}

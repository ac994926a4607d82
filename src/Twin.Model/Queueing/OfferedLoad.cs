namespace Twin.Model.Queueing;

/// <summary>The load offered to each station, from the traffic equations.</summary>
public static class OfferedLoad
{
    private const int Rounds = 100_000;

    /// <summary>Offered load per server (ρ) over the time of statistics: arrivals per second × mean service / servers, mean over the time where they change, times the most of a batch.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>For each station; as if nobody were lost, but no station passes on more than its servers can serve.</returns>
    /// <remarks>
    /// λ = γ + Pᵀ min(λ, c/E[S]), by iteration from λ = γ upwards; without the minimum it is Jackson's traffic equation.
    /// Source: Gross et al., Fundamentals of Queueing Theory, 4th ed., section 4.2.
    /// </remarks>
    public static double[] PerServer(QueuePlan plan)
    {
        IReadOnlyList<StationParameters> stations = plan.Network.Stations;
        int count = stations.Count;
        double seconds = (plan.End - plan.WarmUp) / 1000.0;
        double[] outside = [.. Enumerable.Range(0, plan.Streams).Select(stream => plan.Schedule(stream).Expected(plan.WarmUp, plan.End) / seconds)];
        double[] service = [.. Enumerable.Range(0, plan.Streams).Select(stream => Math.Max(0.001, plan.Network.ServiceOf(stream / count, stream % count).Mean))];
        double[] servers = [.. stations.Select(station => ServersOf(station, plan.WarmUp, plan.End) * (station.Batch?.Most ?? 1))];
        double[] Load(double[] rate) => [.. Enumerable.Range(0, count).Select(i => Ratio(
            Enumerable.Range(0, plan.Network.KindCount).Sum(kind => rate[(kind * count) + i] * service[(kind * count) + i]), servers[i]))];
        double[] rate = [.. outside];
        bool moves = true;
        for (int round = 0; moves && round < Rounds; round++)
        {
            double[] next = [.. outside];
            double[] load = Load(rate);
            for (int stream = 0; stream < plan.Streams; stream++)
            {
                (int kind, int from) = Math.DivRem(stream, count);
                double passed = rate[stream] / Math.Max(1, load[from]);
                for (int to = 0; to < count; to++)
                {
                    next[(kind * count) + to] += passed * plan.Probability(kind, from, to);
                }
            }

            moves = Enumerable.Range(0, plan.Streams).Any(i => next[i] - rate[i] > 1e-12 * next[i]);
            rate = next;
        }

        return Load(rate);
    }

    /// <summary>Mean number of servers on duty over a span.</summary>
    private static double ServersOf(StationParameters station, long from, long to)
    {
        double sum = 0;
        long since = 0;
        int servers = station.Servers;
        foreach ((long moment, int next) in station.Schedule.Select(change => (change.From.Milliseconds, change.Servers)).Append((long.MaxValue, 0)))
        {
            sum += (double)servers * Math.Max(0, Math.Min(to, moment) - Math.Max(from, since));
            (since, servers) = (moment, next);
        }

        return sum / (to - from);
    }

    private static double Ratio(double work, double servers) => work == 0 ? 0 : work / servers;
}

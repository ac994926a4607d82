namespace Twin.Model.Queueing;

/// <summary>The load offered to each station, from the traffic equations.</summary>
public static class OfferedLoad
{
    private const int Rounds = 100_000;

    /// <summary>Offered load per server (ρ) over the time of statistics: arrivals per second × mean service / servers.</summary>
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
        double[] outside = [.. Enumerable.Range(0, count).Select(i => plan.Schedule(i).Expected(plan.WarmUp, plan.End) / seconds)];
        double[] capacity = [.. stations.Select(station => station.Servers / Math.Max(0.001, station.Service.Mean))];
        double[] rate = [.. outside];
        bool moves = true;
        for (int round = 0; moves && round < Rounds; round++)
        {
            double[] next = [.. outside];
            for (int i = 0; i < count; i++)
            {
                for (int j = 0; j < count; j++)
                {
                    next[j] += Math.Min(rate[i], capacity[i]) * plan.Probability(i, j);
                }
            }

            moves = Enumerable.Range(0, count).Any(i => next[i] - rate[i] > 1e-12 * next[i]);
            rate = next;
        }

        return [.. rate.Select((lambda, i) => lambda / capacity[i])];
    }
}

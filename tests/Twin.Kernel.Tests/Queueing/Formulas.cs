namespace Twin.Kernel.Tests.Queueing;

/// <summary>Closed formulas of queueing theory; rates per second, times in seconds.</summary>
/// <remarks>Source: Gross, Shortle, Thompson, Harris, Fundamentals of Queueing Theory, 4th ed., sections 2.2–2.6, 4.2 and 5.1.</remarks>
internal static class Formulas
{
    /// <summary>Erlang B: share lost in M/G/c/c with offered load a.</summary>
    public static double ErlangB(int servers, double load)
    {
        double blocked = 1;
        for (int c = 1; c <= servers; c++)
        {
            blocked = load * blocked / (c + (load * blocked));
        }

        return blocked;
    }

    /// <summary>Erlang C: share who wait in M/M/c.</summary>
    public static double ErlangC(int servers, double load)
    {
        double blocked = ErlangB(servers, load);
        return blocked / (1 - (load / servers * (1 - blocked)));
    }

    /// <summary>Mean wait in M/M/c.</summary>
    public static double MeanWaitMMc(int servers, double arrivalRate, double meanService) =>
        ErlangC(servers, arrivalRate * meanService) * meanService / (servers - (arrivalRate * meanService));

    /// <summary>Quantile of the wait in M/M/c: P(W > t) = C e^(−(cµ − λ) t).</summary>
    public static double WaitQuantileMMc(int servers, double arrivalRate, double meanService, double q) =>
        Math.Max(0, Math.Log(ErlangC(servers, arrivalRate * meanService) / (1 - q)) / ((servers / meanService) - arrivalRate));

    /// <summary>Mean wait in M/G/1 (Pollaczek–Khinchine); cv is the coefficient of variation of the service time.</summary>
    public static double MeanWaitMG1(double arrivalRate, double meanService, double cv) =>
        arrivalRate * meanService * meanService * (1 + (cv * cv)) / (2 * (1 - (arrivalRate * meanService)));

    /// <summary>Loss and mean number in queue of M/M/c/K, by its birth-and-death probabilities.</summary>
    public static (double Loss, double InQueue, double Utilisation) MMcK(int servers, int room, double load)
    {
        double[] p = new double[room + 1];
        p[0] = 1;
        for (int n = 1; n <= room; n++)
        {
            p[n] = p[n - 1] * load / Math.Min(n, servers);
        }

        double sum = p.Sum();
        double waiting = Enumerable.Range(0, room + 1).Sum(n => Math.Max(0, n - servers) * p[n]) / sum;
        return (p[room] / sum, waiting, load * (1 - (p[room] / sum)) / servers);
    }
}

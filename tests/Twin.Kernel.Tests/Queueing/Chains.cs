namespace Twin.Kernel.Tests.Queueing;

/// <summary>Exact chains of queues: stationary by birth and death or by balance, and over time by Kolmogorov's equations.</summary>
internal static class Chains
{
    /// <summary>Stationary probabilities of a birth-and-death chain.</summary>
    public static double[] BirthDeath(int states, Func<int, double> birth, Func<int, double> death)
    {
        double[] p = new double[states];
        p[0] = 1;
        for (int n = 1; n < states; n++)
        {
            p[n] = p[n - 1] * birth(n - 1) / death(n);
        }

        double sum = p.Sum();
        return [.. p.Select(x => x / sum)];
    }

    /// <summary>Mean of a function of the state.</summary>
    public static double Mean(double[] p, Func<int, double> of) => p.Select((x, n) => x * of(n)).Sum();

    /// <summary>Mean number present over a span in M(t)/M/c(t) that starts empty: fourth-order Runge–Kutta; rates per second.</summary>
    public static double MeanPresent(double end, double step, int states, Func<double, double> rate, Func<double, int> servers, double meanService)
    {
        double[] p = new double[states];
        p[0] = 1;
        double[] Slope(double t, double[] x)
        {
            (double birth, int c) = (rate(t), servers(t));
            double[] slope = new double[states];
            for (int n = 0; n + 1 < states; n++)
            {
                double flow = (x[n] * birth) - (x[n + 1] * Math.Min(n + 1, c) / meanService);
                slope[n] -= flow;
                slope[n + 1] += flow;
            }

            return slope;
        }

        static double[] Plus(double[] x, double[] slope, double h) => [.. x.Zip(slope, (a, b) => a + (b * h))];
        double area = 0;
        int steps = (int)Math.Round(end / step);
        for (int i = 0; i < steps; i++)
        {
            double t = i * step;
            double before = Mean(p, n => n);
            // Rates change at whole steps: within one they are those of its middle.
            double middle = t + (step / 2);
            double[] k1 = Slope(middle, p), k2 = Slope(middle, Plus(p, k1, step / 2)), k3 = Slope(middle, Plus(p, k2, step / 2)), k4 = Slope(middle, Plus(p, k3, step));
            p = [.. p.Select((x, n) => x + (step / 6 * (k1[n] + (2 * k2[n]) + (2 * k3[n]) + k4[n])))];
            area += step * (before + Mean(p, n => n)) / 2;
        }

        return area / end;
    }

    /// <summary>Mean number who wait in M/M[least, most]/1: the chain of (waiting, busy), solved by Gauss–Seidel.</summary>
    public static double BulkWaiting(double birth, double serve, int least, int most, int states)
    {
        double[] idle = new double[least];
        double[] busy = new double[states];
        Array.Fill(idle, 1.0 / (least + states));
        Array.Fill(busy, 1.0 / (least + states));
        for (int round = 0; round < 20_000; round++)
        {
            for (int n = 0; n < least; n++)
            {
                idle[n] = ((n > 0 ? idle[n - 1] * birth : 0) + (busy[n] * serve)) / birth;
            }

            for (int n = 0; n < states; n++)
            {
                double into = (n > 0 ? busy[n - 1] * birth : 0) + (n == 0 ? idle[least - 1] * birth : 0);
                // A service that ends with k waiting takes min(k, most), if k is enough.
                for (int k = least; k <= n + most && k < states; k++)
                {
                    into += k - Math.Min(k, most) == n ? busy[k] * serve : 0;
                }

                busy[n] = into / (serve + (n + 1 < states ? birth : 0));
            }

            double sum = idle.Sum() + busy.Sum();
            idle = [.. idle.Select(x => x / sum)];
            busy = [.. busy.Select(x => x / sum)];
        }

        return Mean(idle, n => n) + Mean(busy, n => n);
    }
}

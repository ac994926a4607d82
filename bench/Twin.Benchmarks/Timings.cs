using System.Diagnostics;

namespace Twin.Benchmarks;

/// <summary>Repeated wall times of one thing, the first (cold) apart.</summary>
/// <param name="Name">What was timed.</param>
/// <param name="Seconds">Wall times, s, in order.</param>
internal sealed record Timings(string Name, IReadOnlyList<double> Seconds)
{
    private readonly double[] _warm = [.. Seconds.Skip(Seconds.Count > 1 ? 1 : 0).Order()];

    public double Cold => Seconds[0];

    public double Median => _warm.Length % 2 == 1 ? _warm[_warm.Length / 2] : (_warm[(_warm.Length / 2) - 1] + _warm[_warm.Length / 2]) / 2;

    public double Least => _warm[0];

    public double Greatest => _warm[^1];

    /// <summary>Times several things in turn, round after round, so that noise of the machine hits all alike.</summary>
    /// <param name="rounds">Rounds, the cold one included.</param>
    /// <param name="subjects">What is timed; each returns the seconds of the part that counts.</param>
    public static IReadOnlyList<Timings> Interleave(int rounds, params (string Name, Func<double> Run)[] subjects)
    {
        List<double>[] seconds = [.. subjects.Select(_ => new List<double>())];
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < subjects.Length; i++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                seconds[i].Add(subjects[i].Run());
            }
        }

        return [.. subjects.Select((subject, i) => new Timings(subject.Name, seconds[i]))];
    }

    /// <summary>Wall time of an action, s.</summary>
    public static double Of(Action action)
    {
        Stopwatch watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed.TotalSeconds;
    }

    /// <summary>Median over rounds of the ratio to another thing timed in the same round, the cold round aside.</summary>
    public double RatioTo(Timings other)
    {
        double[] ratios = [.. Seconds.Zip(other.Seconds, (mine, its) => mine / its).Skip(Seconds.Count > 1 ? 1 : 0).Order()];
        return ratios[ratios.Length / 2];
    }
}

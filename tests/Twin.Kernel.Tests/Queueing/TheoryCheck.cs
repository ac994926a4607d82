using MathNet.Numerics.Statistics;
using StudentT = MathNet.Numerics.Distributions.StudentT;

namespace Twin.Kernel.Tests.Queueing;

/// <summary>Holds replications against theory: its value lies in their 99.9 % interval, and the interval is narrow.</summary>
internal static class TheoryCheck
{
    public static void Check(ITestOutputHelper output, ulong seed, string figure, double narrowness, double expected, double[] values)
    {
        double t = StudentT.InvCDF(0, 1, values.Length - 1, 0.9995);
        double halfWidth = t * values.StandardDeviation() / Math.Sqrt(values.Length);
        output.WriteLine($"seed {seed}: {figure}: theory {expected:F5}, mean {values.Mean():F5} ± {halfWidth:F5}");
        Assert.True(Math.Abs(values.Mean() - expected) <= halfWidth, $"{figure}: theory {expected}, mean {values.Mean()} ± {halfWidth}");
        Assert.True(halfWidth <= narrowness * expected, $"{figure}: the interval ± {halfWidth} is too wide to say anything of {expected}");
    }
}

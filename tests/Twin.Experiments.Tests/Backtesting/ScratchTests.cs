using Twin.Experiments.Backtesting;
using Twin.Experiments.Backtesting.Fitting;

namespace Twin.Experiments.Tests.Backtesting;

public sealed class ScratchTests(ITestOutputHelper output)
{
    [Fact]
    public void Look()
    {
        double[] truth = [.25, .6, .98, 1, 1, 1];
        int[] covered = new int[6];
        for (int day = 20; day < 36; day++)
        {
            Backtest b = BacktestDistrict.Run(BacktestDistrict.Counts(day, t => t with { Staff = t.Staff with { Absence = .25 }, Slots = t.Slots with { Compliance = .6 } }), replications: 5, fitPoints: 128);
            string line = $"{day} misfit {b.Fit!.Misfit:0.00} r {b.Fit.Rounds}";
            for (int i = 0; i < 6; i++)
            {
                FittedParameter p = b.Fit.Parameters[i];
                bool inside = truth[i] >= p.Low && truth[i] <= p.High;
                covered[i] += inside ? 1 : 0;
                line += $" | {p.Fitted:0.00} [{p.Low:0.00} {p.High:0.00}]{(inside ? "" : "!")}";
            }
            output.WriteLine(line);
        }
        output.WriteLine(string.Join(' ', covered));
    }
}

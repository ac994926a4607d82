using System.Diagnostics;
using Twin.Experiments.Backtesting;
using Twin.Experiments.Backtesting.Fitting;

namespace Twin.Experiments.Tests.Backtesting;

public sealed class ScratchTests(ITestOutputHelper output)
{
    [Fact]
    public void Look()
    {
        foreach (var (name, hidden) in new (string, Func<Model.Testing.MassTestingParameters, Model.Testing.MassTestingParameters>?)[] {
            ("as assumed", null),
            ("absence .25", t => t with { Staff = t.Staff with { Absence = .25 } }),
            ("compliance .6", t => t with { Slots = t.Slots with { Compliance = .6 } }),
            ("both", t => t with { Staff = t.Staff with { Absence = .25 }, Slots = t.Slots with { Compliance = .6 } }),
            ("turnout .85", t => t with { Turnout = t.Turnout with { Home = .6, Elsewhere = .25, AfterReminder = .02 } }),
        })
        {
            long began = Stopwatch.GetTimestamp();
            Backtest b = BacktestDistrict.Run(BacktestDistrict.Counts(7, hidden), fitPoints: 128);
            output.WriteLine($"== {name}: {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s");
            foreach (var k in b.Kinds) output.WriteLine($"{k.Key}: 90: {k.Ninety} | total {k.Total.Observed} {k.Total.Mean:0} p {k.Total.Probability:0.000}");
            output.WriteLine($"misfit {b.Fit!.Misfit:0.00} p {b.Fit.MisfitProbability:0.000} q {b.Fit.Statistics} rounds {b.Fit.Rounds} quad {b.Fit.IsQuadratic}");
            foreach (FittedParameter p in b.Fit.Parameters) output.WriteLine($"{p.Parameter.Key,-12} assumed {p.Assumed:0.00} fit {p.Fitted:0.000} [{p.Low:0.000}, {p.High:0.000}] alone {p.AloneWidth:0.000} {p.TradesWith} {p.Verdict}");
        }
    }
}

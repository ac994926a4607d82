using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;
using Twin.Experiments.Backtesting.Counting;
using Twin.Experiments.Statistics;
using Twin.Experiments.Sweeps.Designs;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Backtesting.Fitting;

/// <summary>Looks for the parameters that explain counts best, in rounds: days all over a box, a surface through them, and a smaller box.</summary>
/// <param name="counts">The counts.</param>
/// <param name="scenario">The scenario with the plan's staff.</param>
/// <param name="parameters">What is looked for; at least one.</param>
/// <param name="points">Days of a round.</param>
/// <param name="simulate">Simulates days, each with a scenario and a number, and gives their counts in that order.</param>
/// <param name="threads">Most days at a time; changes no result.</param>
internal sealed class FitSearch(
    SiteCounts counts, Scenario scenario, IReadOnlyList<FitParameter> parameters, int points, Func<IReadOnlyList<(Scenario Scenario, int Number)>, IReadOnlyList<CountSample>> simulate,
    int threads = 1)
{
    private const int MostRounds = 3;
    private const int MostSpans = 12;
    private const int FirstNumber = 1_000_000;
    private const int Grid = 80;

    /// <summary>How much further than an interval a round's box reaches, in squared distance.</summary>
    private const double BoxWidening = 2;

    private IReadOnlyList<int>? _leftOut;
    private IReadOnlyList<int> _cells = [];
    private readonly (double Low, double High)[] _ranges = [.. parameters.Select(parameter => parameter.RangeIn(scenario))];

    /// <summary>Looks.</summary>
    public ParameterFit Run()
    {
        (double Low, double High)[] box = [.. _ranges];
        for (int round = 1; ; round++)
        {
            FitRound at = Round(box, round);
            (double Low, double High)[] intervals = [.. Enumerable.Range(0, parameters.Count).Select(k => Interval(at.Likelihood, k, at.Calibration.Beyond[k] * at.Scale))];
            bool cut = Enumerable.Range(0, parameters.Count).Any(k => IsCut(intervals[k], box[k], _ranges[k]));
            if (round >= MostRounds || (round > 1 && !cut))
            {
                return Result(at, box, intervals, round);
            }

            box = [.. Enumerable.Range(0, parameters.Count).Select(k => Smaller(Interval(at.Likelihood, k, BoxWidening * at.Calibration.Beyond[k] * at.Scale), box[k], _ranges[k]))];
        }
    }

    private FitRound Round((double Low, double High)[] box, int round)
    {
        double[][] places = [.. SobolSequence.Points(parameters.Count, points + 1).Skip(1).Select(point => point.Select(place => (2 * place) - 1).ToArray())];
        (Scenario, int)[] tasks = [.. places.Select((place, i) => (ScenarioAt(place, box), (FirstNumber * round) + i))];
        IReadOnlyList<CountSample> days = simulate(tasks);
        if (_leftOut is null)
        {
            _leftOut = ImpossibleSites.Of(counts, days);
            _cells = counts.CellsWithout(_leftOut);
        }

        SiteCounts kept = _leftOut.Count == 0 ? counts : counts.Only(_cells);
        days = _leftOut.Count == 0 ? days : [.. days.Select(day => day.Only(_cells))];
        int plane = points - ResponseSurface.Size(parameters.Count, quadratic: false) - 10;
        CountStatistics statistics = new(kept, Math.Clamp(plane / (counts.HasWaiting ? 4 : 2), 2, MostSpans));
        statistics.KeepVarying(days);
        bool quadratic = points - ResponseSurface.Size(parameters.Count, quadratic: true) >= (2 * statistics.Count) + 10;
        ResponseSurface surface = new(places, [.. days.Select(statistics.Of)], quadratic);
        SyntheticLikelihood likelihood = new(surface, statistics.Of(kept.Observed), parameters.Count);
        double each = Bonferroni.Each(0.95, parameters.Count);
        double t = StudentT.InvCDF(0, 1, surface.Freedom, (1 + each) / 2);
        return new FitRound(likelihood, statistics, quadratic, FitCalibration.Of(likelihood, surface, places, each, t * t, threads));
    }

    private Scenario ScenarioAt(double[] place, (double Low, double High)[] box)
    {
        Scenario at = scenario;
        for (int k = 0; k < parameters.Count; k++)
        {
            at = parameters[k].Into(at, ValueAt(place[k], box[k]));
        }

        return at;
    }

    /// <summary>Where the profile leaves a distance beyond the best on either side; −1 or 1 where it does not within the box.</summary>
    private static (double Low, double High) Interval(SyntheticLikelihood likelihood, int parameter, double beyond)
    {
        double most = likelihood.Distance(likelihood.Best) + beyond;
        double End(int side)
        {
            double[] last = likelihood.Best;
            double end = likelihood.Best[parameter];
            (double at, double distance) before = (end, most - beyond);
            for (int i = 1; i <= Grid; i++)
            {
                double value = likelihood.Best[parameter] + ((side - likelihood.Best[parameter]) * i / Grid);
                (double[] point, double distance) = likelihood.Profile(parameter, value, last, likelihood.Best);
                bool crosses = before.distance <= most && distance > most;
                end = distance <= most ? value : crosses ? before.at + ((value - before.at) * (most - before.distance) / (distance - before.distance)) : end;
                (last, before) = (point, (value, distance));
            }

            return end;
        }

        return (End(-1), End(1));
    }

    private static bool IsCut((double Low, double High) interval, (double Low, double High) box, (double Low, double High) range) =>
        (interval.Low <= -1 && box.Low > range.Low) || (interval.High >= 1 && box.High < range.High);

    /// <summary>The next box: the interval and a tenth of the range on either side, at least a fifth of the range in all; wider than before where it was cut.</summary>
    private static (double Low, double High) Smaller((double Low, double High) interval, (double Low, double High) box, (double Low, double High) range)
    {
        double width = range.High - range.Low;
        double low = ValueAt(interval.Low, box) - (0.1 * width) - (interval.Low <= -1 ? 0.2 * width : 0);
        double high = ValueAt(interval.High, box) + (0.1 * width) + (interval.High >= 1 ? 0.2 * width : 0);
        return (Math.Max(range.Low, low), Math.Min(range.High, high));
    }

    private ParameterFit Result(FitRound at, (double Low, double High)[] box, (double Low, double High)[] intervals, int round)
    {
        double[] best = at.Likelihood.Best;
        Matrix<double> information = at.Likelihood.InformationAt(best);
        Matrix<double> covariance = (information + Matrix<double>.Build.DenseIdentity(parameters.Count)).Inverse();
        FittedParameter[] fitted = [.. parameters.Select((parameter, k) =>
        {
            double half = (box[k].High - box[k].Low) / 2;
            int partner = Enumerable.Range(0, parameters.Count).Where(other => other != k).DefaultIfEmpty(k).MaxBy(other => Correlation(covariance, k, other));
            double alone = Math.Min(_ranges[k].High - _ranges[k].Low, 2 * half * Math.Sqrt(at.Calibration.Beyond[k] * at.Scale / Math.Max(1e-12, information[k, k])));
            return new FittedParameter(
                parameter, parameter.GradeIn(scenario), parameter.AssumedIn(scenario), _ranges[k].Low, _ranges[k].High, ValueAt(best[k], box[k]),
                ValueAt(intervals[k].Low, box[k]), ValueAt(intervals[k].High, box[k]), alone, partner != k && Correlation(covariance, k, partner) >= 0.5 ? parameters[partner].Key : null)
            {
                IsExplained = at.MisfitProbability > FitRound.Significant,
            };
        })];
        return new ParameterFit(fitted, round, round * points, at.Statistics.Count, at.Misfit, at.MisfitProbability, at.IsUnexplained, at.IsQuadratic) { LeftOut = _leftOut ?? [] };
    }

    private static double Correlation(Matrix<double> covariance, int first, int second) =>
        Math.Abs(covariance[first, second]) / Math.Sqrt(covariance[first, first] * covariance[second, second]);

    private static double ValueAt(double place, (double Low, double High) box) => box.Low + ((place + 1) / 2 * (box.High - box.Low));
}

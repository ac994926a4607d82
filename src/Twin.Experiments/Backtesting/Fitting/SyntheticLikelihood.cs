using MathNet.Numerics.LinearAlgebra;
using Twin.Experiments.Sweeps.Designs;

namespace Twin.Experiments.Backtesting.Fitting;

/// <summary>How well points of a box explain the counts: a normal likelihood of their statistics, with the mean of a response surface and the days' covariance about it.</summary>
/// <remarks>
/// Source: Wood, "Statistical inference for noisy nonlinear ecological dynamic systems", Nature 466 (2010), with the mean as a surface instead of at
/// one point (calibration of several variables: Brown, "Multivariate calibration", JRSS B 44, 1982). The inverse of an estimated covariance is too large by
/// ν / (ν − q − 1), which is taken off (Hartlap, Simon and Schneider, Astronomy and Astrophysics 464, 2007).
/// </remarks>
internal sealed class SyntheticLikelihood
{
    private const int Starts = 32;
    private const int Steps = 60;

    private readonly ResponseSurface _surface;
    private readonly Vector<double> _observed;
    private readonly Matrix<double> _whitening;
    private readonly int _parameters;

    /// <summary>Prepares, and looks all over the box for the best point.</summary>
    /// <param name="surface">Means and covariance of the statistics.</param>
    /// <param name="observed">The counts' statistics.</param>
    /// <param name="parameters">Parameters.</param>
    public SyntheticLikelihood(ResponseSurface surface, double[] observed, int parameters)
    {
        (_surface, _observed, _parameters) = (surface, Vector<double>.Build.Dense(observed), parameters);
        int count = observed.Length;
        double scale = (surface.Freedom - count - 1.0) / surface.Freedom / (1 + surface.Leverage);
        Matrix<double> ridge = Matrix<double>.Build.DenseDiagonal(count, 1e-9 * surface.Covariance.Trace() / count);
        _whitening = (surface.Covariance + ridge).Cholesky().Factor.Inverse() * Math.Sqrt(scale);
        Best = BestFrom(SobolSequence.Points(parameters, Starts + 1).Skip(1).Select(point => point.Select(place => (2 * place) - 1).ToArray()));
    }

    private SyntheticLikelihood(SyntheticLikelihood other, double[] observed, double[] start)
    {
        (_surface, _whitening, _parameters, _observed) = (other._surface, other._whitening, other._parameters, Vector<double>.Build.Dense(observed));
        Best = BestFrom([start]);
    }

    /// <summary>The same surface with the statistics of a day whose parameters are known.</summary>
    /// <param name="observed">The day's statistics.</param>
    /// <param name="truth">Its parameters.</param>
    public SyntheticLikelihood For(double[] observed, double[] truth) => new(this, observed, truth);

    /// <summary>The point that explains the counts best.</summary>
    public double[] Best { get; }

    /// <summary>Squared distance of the counts from what a point gives, in standard deviations of a day.</summary>
    /// <param name="point">The point.</param>
    public double Distance(double[] point)
    {
        Vector<double> rest = Residual(point);
        return rest * rest;
    }

    /// <summary>The least distance with one parameter held, whatever the others are in the box.</summary>
    /// <param name="parameter">Which.</param>
    /// <param name="value">Its value, −1 to 1.</param>
    /// <param name="starts">Where to begin.</param>
    public (double[] Point, double Distance) Profile(int parameter, double value, params IEnumerable<double[]> starts) => starts.Select(start =>
    {
        double[] held = [.. start];
        held[parameter] = value;
        return Minimise(held, parameter);
    }).MinBy(found => found.Distance);

    /// <summary>How sharply the counts tell the parameters at a point: Jᵀ J in standard deviations of a day.</summary>
    /// <param name="point">The point.</param>
    public Matrix<double> InformationAt(double[] point)
    {
        Matrix<double> slopes = _whitening * _surface.SlopesAt(point);
        return slopes.TransposeThisAndMultiply(slopes);
    }

    private double[] BestFrom(IEnumerable<double[]> starts) => starts.Prepend(new double[_parameters]).Select(start => Minimise(start, -1)).MinBy(found => found.Distance).Point;

    private Vector<double> Residual(double[] point) => _whitening * (_observed - _surface.At(point));

    /// <summary>Levenberg and Marquardt's steps, kept in the box; a parameter at the box's side that pushes outward is held.</summary>
    private (double[] Point, double Distance) Minimise(double[] start, int held)
    {
        double[] point = [.. start];
        double distance = Distance(point);
        double damping = 1e-3;
        for (int step = 0; step < Steps && damping < 1e8; step++)
        {
            Matrix<double> slopes = _whitening * _surface.SlopesAt(point);
            Vector<double> pull = slopes.TransposeThisAndMultiply(Residual(point));
            int[] free = [.. Enumerable.Range(0, _parameters).Where(k => k != held && !(point[k] >= 1 && pull[k] > 0) && !(point[k] <= -1 && pull[k] < 0))];
            if (free.Length == 0)
            {
                break;
            }

            double[] tried = Step(point, slopes, pull, free, damping);
            double there = Distance(tried);
            bool better = there < distance;
            bool done = better && distance - there < 1e-9 * (1 + distance);
            (point, distance, damping) = better ? (tried, there, Math.Max(1e-9, damping / 5)) : (point, distance, damping * 5);
            if (done)
            {
                break;
            }
        }

        return (point, distance);
    }

    private static double[] Step(double[] point, Matrix<double> slopes, Vector<double> pull, int[] free, double damping)
    {
        Matrix<double> normal = Matrix<double>.Build.Dense(free.Length, free.Length, (i, j) => slopes.Column(free[i]) * slopes.Column(free[j]));
        double least = 1e-9 * (1 + normal.Trace());
        normal = Matrix<double>.Build.Dense(free.Length, free.Length, (i, j) => i == j ? (normal[i, i] * (1 + damping)) + least : normal[i, j]);
        Vector<double> move = normal.Solve(Vector<double>.Build.Dense(free.Length, i => pull[free[i]]));
        double[] tried = [.. point];
        for (int i = 0; i < free.Length; i++)
        {
            tried[free[i]] = Math.Clamp(point[free[i]] + move[i], -1, 1);
        }

        return tried;
    }
}

using MathNet.Numerics.LinearAlgebra;

namespace Twin.Experiments.Backtesting.Fitting;

/// <summary>The mean of several statistics as a polynomial of the parameters, by least squares over simulated days, and how the days vary about it.</summary>
/// <remarks>Source: Box and Draper, Response Surfaces, Mixtures, and Ridge Analyses, 2nd ed., chapter 3.</remarks>
internal sealed class ResponseSurface
{
    private readonly Matrix<double> _coefficients;
    private readonly int _parameters;
    private readonly bool _quadratic;

    /// <summary>Fits the surface.</summary>
    /// <param name="points">The parameters of each day, each from −1 to 1 in the box.</param>
    /// <param name="statistics">The statistics of each day.</param>
    /// <param name="quadratic">Whether squares and products are in it; otherwise it is a plane.</param>
    public ResponseSurface(IReadOnlyList<double[]> points, IReadOnlyList<double[]> statistics, bool quadratic)
    {
        (_parameters, _quadratic) = (points[0].Length, quadratic);
        Matrix<double> basis = Matrix<double>.Build.DenseOfRowArrays(points.Select(Basis));
        Matrix<double> values = Matrix<double>.Build.DenseOfRowArrays(statistics);
        MathNet.Numerics.LinearAlgebra.Factorization.QR<double> factors = basis.QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin);
        _coefficients = factors.Solve(values);
        Matrix<double> residuals = values - (basis * _coefficients);
        Unseen = [.. Enumerable.Range(0, points.Count).Select(day =>
        {
            double leverage = Math.Min(0.9, factors.Q.Row(day) * factors.Q.Row(day));
            return (values.Row(day) + (residuals.Row(day) * (leverage / (1 - leverage)))).ToArray();
        })];
        Freedom = points.Count - basis.ColumnCount;
        Covariance = residuals.TransposeThisAndMultiply(residuals) / Freedom;
        Leverage = (double)basis.ColumnCount / points.Count;
    }

    /// <summary>Degrees of freedom of the covariance.</summary>
    public int Freedom { get; }

    /// <summary>Covariance of a day's statistics about the surface.</summary>
    public Matrix<double> Covariance { get; }

    /// <summary>Variance of the surface itself over that of a day, on average over the days.</summary>
    public double Leverage { get; }

    /// <summary>Each day's statistics as far from the surface as they are from one that was fitted without that day.</summary>
    public IReadOnlyList<double[]> Unseen { get; }

    /// <summary>How many coefficients a statistic has.</summary>
    /// <param name="parameters">Parameters.</param>
    /// <param name="quadratic">Whether squares and products are in it.</param>
    public static int Size(int parameters, bool quadratic) => 1 + parameters + (quadratic ? parameters * (parameters + 1) / 2 : 0);

    /// <summary>The statistics' means at a point.</summary>
    /// <param name="point">The point.</param>
    public Vector<double> At(double[] point) => _coefficients.LeftMultiply(Vector<double>.Build.Dense(Basis(point)));

    /// <summary>How they change with each parameter at a point: a column each.</summary>
    /// <param name="point">The point.</param>
    public Matrix<double> SlopesAt(double[] point)
    {
        Matrix<double> slopes = Matrix<double>.Build.Dense(_coefficients.ColumnCount, _parameters);
        for (int k = 0; k < _parameters; k++)
        {
            slopes.SetColumn(k, _coefficients.LeftMultiply(Vector<double>.Build.Dense(BasisSlope(point, k))));
        }

        return slopes;
    }

    private double[] Basis(double[] point)
    {
        double[] basis = new double[Size(_parameters, _quadratic)];
        basis[0] = 1;
        int at = 1;
        for (int i = 0; i < _parameters; i++)
        {
            basis[at++] = point[i];
        }

        for (int i = 0; _quadratic && i < _parameters; i++)
        {
            for (int j = i; j < _parameters; j++)
            {
                basis[at++] = point[i] * point[j];
            }
        }

        return basis;
    }

    private double[] BasisSlope(double[] point, int k)
    {
        double[] slope = new double[Size(_parameters, _quadratic)];
        slope[1 + k] = 1;
        int at = 1 + _parameters;
        for (int i = 0; _quadratic && i < _parameters; i++)
        {
            for (int j = i; j < _parameters; j++)
            {
                slope[at++] = (i == k ? point[j] : 0) + (j == k ? point[i] : 0);
            }
        }

        return slope;
    }
}

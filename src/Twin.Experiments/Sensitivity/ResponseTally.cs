using MathNet.Numerics.Statistics;
using Twin.Experiments.Sweeps;
using Twin.Experiments.Sweeps.Designs;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Experiments.Sensitivity;

/// <summary>Adds a response up, block by block.</summary>
/// <param name="sweep">The sweep.</param>
/// <param name="design">How its points are laid out.</param>
/// <param name="response">The response.</param>
internal sealed class ResponseTally(Sweep sweep, SensitivityDesign design, Measure<MassTestResult> response)
{
    private readonly int _measure = MassTestMeasures.All.TakeWhile(other => other != response).Count();
    private readonly List<double>[] _effects = [.. sweep.Factors.Select(_ => new List<double>())];
    private readonly List<double>[] _chances = [.. sweep.Factors.Select(_ => new List<double>())];
    private readonly List<double[]> _blocks = [];
    private readonly List<double[]> _blockChances = [];
    private readonly List<double> _means = [];
    private readonly List<double> _variances = [];
    private int _leftOut;

    /// <summary>Adds a block.</summary>
    /// <param name="rows">Its replications, by point and number.</param>
    public void Add(IReadOnlyList<SweepRow> rows)
    {
        MeasureValue[][] read = [.. rows.GroupBy(row => row.Task.Point).Select(point => point.Select(row => row.Measures[_measure]).ToArray())];
        if (read.Any(point => point.Any(value => !value.IsDefined)))
        {
            // One point without a figure, or with one beyond the end of the run, makes the differences to it unknown, and a mean over the other days alone would flatter it.
            _leftOut++;
            return;
        }

        double[][] values = [.. read.Select(point => point.Select(value => value.Number!.Value).ToArray())];
        double[] means = [.. values.Select(point => point.Average())];
        int looked = design.Method == SensitivityMethod.Morris ? values.Length : 2;
        _blocks.Add(means);
        _means.AddRange(means.Take(looked));
        _variances.AddRange(values.Take(looked).Where(point => point.Length > 1).Select(point => point.Variance() / point.Length));
        if (design.Method == SensitivityMethod.Morris)
        {
            AddEffects(rows[0].Task.Point, values);
        }
        else if (values.All(point => point.Length > 1))
        {
            _blockChances.Add(ChancesOf(values));
        }
    }

    /// <summary>What it came to.</summary>
    public ResponseSensitivity Sum()
    {
        bool varies = _means.Count > 1 && _means.Max() > _means.Min();
        double? deviation = _means.Count > 1 ? _means.StandardDeviation() : null;
        return new ResponseSensitivity(
            response,
            _blocks.Count,
            _leftOut,
            _means.Count == 0 ? null : _means.Average(),
            deviation,
            varies && _variances.Count > 0 ? Math.Min(1, _variances.Average() / (deviation!.Value * deviation.Value)) : null,
            varies && _blocks.Count > 1 ? FactorInfluence.Ranked(design.Method == SensitivityMethod.Morris ? Morris() : Sobol()) : []);
    }

    private IReadOnlyList<FactorInfluence> Morris()
    {
        IEnumerable<MorrisIndices> indices = sweep.Factors.Select((_, i) => MorrisIndices.Of(_effects[i], _chances[i]));
        return [.. indices.Select((own, i) => new FactorInfluence(sweep.Factors[i], 0, own.MuStar, own, null, []))];
    }

    private IReadOnlyList<FactorInfluence> Sobol() =>
        [.. SobolIndices.Of(_blocks, sweep.Seed, _blockChances.Count == _blocks.Count ? _blockChances : null).Select((indices, i) => new FactorInfluence(sweep.Factors[i], 0, indices.Total, null, indices, []))];

    /// <summary>What chance alone adds to Sobol's products at a base point: of the first orders, then of the total orders.</summary>
    /// <remarks>From the replications side by side: with common random numbers what both points share goes, without them all stays.</remarks>
    private static double[] ChancesOf(double[][] values)
    {
        double[][] changes = [.. values.Skip(2).Select(point => point.Zip(values[0], (mixed, a) => mixed - a).ToArray())];
        int replications = values[0].Length;
        return
        [
            .. changes.Select(change => MathNet.Numerics.Statistics.Statistics.Covariance(values[1], change) / replications),
            .. changes.Select(change => change.Variance() / replications / 2),
        ];
    }

    /// <summary>The effects along a trajectory: of each step the change of the response, as if the factor went over its whole range.</summary>
    private void AddEffects(int firstPoint, double[][] values)
    {
        for (int step = 1; step < values.Length; step++)
        {
            SweepPoint before = sweep.Points[firstPoint + step - 2], after = sweep.Points[firstPoint + step - 1];
            int factor = Enumerable.Range(0, sweep.Factors.Count).Single(i => before.Levels[i].Label != after.Levels[i].Label);
            double distance = sweep.Factors[factor].Distance(before.Levels[factor], after.Levels[factor]);
            double[] effects = [.. values[step].Zip(values[step - 1], (to, from) => (to - from) / distance)];
            _effects[factor].Add(effects.Average());
            if (effects.Length > 1)
            {
                _chances[factor].Add(effects.Variance() / effects.Length);
            }
        }
    }
}

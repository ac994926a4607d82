using Twin.Kernel;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Experiments.Sweeps;

/// <summary>Hands out the replications of a sweep point by point, and keeps each one that is finished.</summary>
/// <remarks>
/// How many a point gets is decided by <see cref="StoppingRule"/> at counts up to which all are finished, and none beyond such a count is handed out
/// before: so the same replications are run on any number of threads, and after an interruption.
/// </remarks>
public sealed class SweepWork : IReplicationWork<SweepTask, SweepRow>
{
    private readonly Sweep _sweep;
    private readonly SweepStore _store;
    private readonly Action<SweepProgress>? _report;
    private readonly PointState[] _points;
    private readonly int _judged;
    private int _first;
    private int _finished;
    private int _target;
    private int _ran;
    private double _seconds;

    /// <summary>Begins, or goes on where the store ends.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="store">Keeps replications; those that it holds are not run again.</param>
    /// <param name="report">Told after each replication; null for nobody.</param>
    public SweepWork(Sweep sweep, SweepStore store, Action<SweepProgress>? report = null)
    {
        (_sweep, _store, _report) = (sweep, store, report);
        _judged = MassTestMeasures.All.TakeWhile(measure => measure != sweep.Rule.Until).Count();
        _points = [.. sweep.Points.Select(_ => new PointState(sweep.Rule.Least))];
        _target = sweep.Points.Count * sweep.Rule.Least;
        foreach (SweepRow row in store.Rows())
        {
            Keep(row);
        }

        for (int point = 0; point < _points.Length; point++)
        {
            Judge(_points[point]);
        }
    }

    /// <summary>How far the sweep is.</summary>
    public SweepProgress Progress => new(_finished, _target, _sweep.Rule.Until is null, _ran, _seconds);

    /// <inheritdoc/>
    public bool TryTake(out SweepTask task)
    {
        while (_first < _points.Length && _points[_first].IsSettled)
        {
            _first++;
        }

        for (int point = _first; point < _points.Length; point++)
        {
            if (_points[point].TryNext() is { } replication)
            {
                task = new SweepTask(point + 1, replication);
                return true;
            }
        }

        task = default;
        return false;
    }

    /// <inheritdoc/>
    public void Accept(SweepTask task, SweepRow result)
    {
        ArgumentNullException.ThrowIfNull(result);
        _store.Append(result);
        Keep(result);
        _ran++;
        _seconds += result.Seconds;
        Judge(_points[task.Point - 1]);
        _report?.Invoke(Progress);
    }

    private void Keep(SweepRow row)
    {
        _points[row.Task.Point - 1].Keep(row.Task.Replication, _sweep.Rule.Until is null ? MeasureValue.Undefined : row.Measures[_judged]);
        _finished++;
    }

    private void Judge(PointState point)
    {
        StoppingRule rule = _sweep.Rule;
        while (!point.IsSettled && point.IsComplete)
        {
            if (point.Target >= rule.Most || rule.IsMet(point.Values))
            {
                point.IsSettled = true;
                return;
            }

            int next = rule.After(point.Target);
            _target += next - point.Target;
            point.Target = next;
        }
    }

    /// <summary>What is known of a point: which replications are kept, and the figure that is judged in each.</summary>
    private sealed class PointState(int target)
    {
        private readonly List<(bool IsKept, MeasureValue Value)> _replications = [];
        private int _kept;
        private int _next;

        /// <summary>So many are to be run before the rule is asked.</summary>
        public int Target { get; set; } = target;

        public bool IsSettled { get; set; }

        public bool IsComplete => _kept >= Target;

        public IEnumerable<MeasureValue> Values => _replications.Take(Target).Select(replication => replication.Value);

        public void Keep(int replication, MeasureValue value)
        {
            while (_replications.Count <= replication)
            {
                _replications.Add((false, MeasureValue.Undefined));
            }

            _kept += _replications[replication].IsKept ? 0 : 1;
            _replications[replication] = (true, value);
        }

        public int? TryNext()
        {
            while (_next < Target && _next < _replications.Count && _replications[_next].IsKept)
            {
                _next++;
            }

            return _next < Target ? _next++ : null;
        }
    }
}

/// <summary>How far a sweep is.</summary>
/// <param name="Finished">Replications that are kept, those of earlier runs included.</param>
/// <param name="Target">Replications in all as far as is known: with a sequential rule there may be more.</param>
/// <param name="IsFixed">Whether there will be no more.</param>
/// <param name="Ran">Replications of this run.</param>
/// <param name="Seconds">Wall time that these took one by one, s.</param>
public readonly record struct SweepProgress(int Finished, int Target, bool IsFixed, int Ran, double Seconds);

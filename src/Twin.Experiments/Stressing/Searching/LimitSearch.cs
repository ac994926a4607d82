using Twin.Experiments.Stressing.Factors;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Stressing.Searching;

/// <summary>Looks for the limits of one factor on one day, by bisection over the factor's steps.</summary>
/// <remarks>
/// It reckons with days that hold up to some step and are broken from the next on. A hint, the limit of another day, is tried first and bracketed;
/// without one the far end is tried first. Both criteria share their days. On days with <paramref name="probes"/> two steps more are tried, half-way
/// below and above the limit. Whatever was tried and speaks against the order is told: <see cref="Monotone"/>.
/// </remarks>
/// <param name="factor">The factor.</param>
/// <param name="scenario">The scenario without stress.</param>
/// <param name="number">The day's number.</param>
/// <param name="seed">The day's seed.</param>
/// <param name="start">The day without stress.</param>
/// <param name="hint">The limits of another day; null for none.</param>
/// <param name="probes">Whether the order of the steps is tried as well.</param>
internal sealed class LimitSearch(StressFactor factor, Scenario scenario, int number, ulong seed, StressDay start, LimitSearch? hint, bool probes) : IDaySearch
{
    private const int Reach = 2;
    private static readonly StressCriterion[] Criteria = [StressCriterion.Wait, StressCriterion.Time];

    private readonly SortedDictionary<int, StressDay> _days = new() { [0] = start };
    private int _asked;

    /// <summary>The factor.</summary>
    public StressFactor Factor => factor;

    /// <summary>The day's number.</summary>
    public int Day => number;

    /// <summary>Days that were tried, by step; step 0 is the scenario's own value.</summary>
    public IReadOnlyDictionary<int, StressDay> Days => _days;

    /// <summary>Steps that were tried between limit and ends to check the order.</summary>
    public int Probed { get; private set; }

    /// <summary>The last step at which a criterion holds: −1 if it is broken at the scenario's own value, the last of all if it is never broken.</summary>
    /// <param name="criterion">Which; of either the lower of the two.</param>
    public int Limit(StressCriterion criterion) => criterion == StressCriterion.Either
        ? Math.Min(Limit(StressCriterion.Wait), Limit(StressCriterion.Time))
        : Bracket(criterion).Held;

    /// <summary>Whether no step that was tried holds above one that is broken.</summary>
    /// <param name="criterion">For which.</param>
    public bool Monotone(StressCriterion criterion) => criterion == StressCriterion.Either
        ? Criteria.All(Monotone)
        : Bracket(criterion).Broken is not { } broken || !_days.Any(day => day.Key > broken && day.Value.Holds(criterion));

    /// <inheritdoc/>
    public bool TryNext(out StressRun run)
    {
        int? next = Criteria.Select(Next).FirstOrDefault(step => step is not null) ?? Probe();
        _asked = next ?? 0;
        run = next is { } step ? new StressRun(factor.Key, factor.Apply(scenario, factor.ValueAt(step), seed), number) : default;
        return next is not null;
    }

    /// <inheritdoc/>
    public void Accept(StressDay day) => _days.Add(_asked, day);

    /// <summary>The lowest broken step, and the highest that holds below it; −1 for none.</summary>
    private (int Held, int? Broken) Bracket(StressCriterion criterion)
    {
        int held = -1;
        foreach ((int step, StressDay day) in _days)
        {
            if (!day.Holds(criterion))
            {
                return (held, step);
            }

            held = step;
        }

        return (held, null);
    }

    private int? Next(StressCriterion criterion)
    {
        (int held, int? broken) = Bracket(criterion);
        int last = factor.Steps;
        int? first = hint is null ? null : Math.Clamp(hint.Limit(criterion), 1, last);
        if (broken is null)
        {
            return held == last ? null
                : first is not { } at ? last
                : held < at ? at
                : held < at + Reach ? Math.Min(last, at + Reach)
                : last;
        }

        return broken - held <= 1 || held < 0 ? null
            : held == 0 && first - Reach is { } below && below > 0 && below < broken ? below
            : (held + broken.Value) / 2;
    }

    private int? Probe()
    {
        (int held, int? broken) = Bracket(StressCriterion.Wait);
        if (!probes || held < 0)
        {
            return null;
        }

        int[] steps = broken is null ? [held / 2] : [held / 2, (broken.Value + factor.Steps + 1) / 2];
        foreach (int step in steps)
        {
            if (!_days.ContainsKey(step) && Probed < steps.Length)
            {
                Probed++;
                return step;
            }
        }

        return null;
    }
}

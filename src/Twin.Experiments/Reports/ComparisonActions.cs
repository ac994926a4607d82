using Twin.Experiments.Comparing;
using Twin.Experiments.Statistics;
using Twin.Experiments.Texts;
using Twin.Model.Results;

namespace Twin.Experiments.Reports;

/// <summary>What to do after a comparison: which variant to take, what to order for it, what is open and how many pairs would settle it.</summary>
/// <param name="comparison">The comparison.</param>
/// <param name="differences">The assumptions in which the variants differ.</param>
/// <param name="texts">The language.</param>
internal sealed class ComparisonActions(Comparison comparison, IReadOnlyList<AssumptionDifference> differences, TextSet texts)
{
    private const int MostSettlable = 100_000;
    private const int MostKeys = 8;

    private readonly HeadlineWords _words = new(comparison, texts);

    /// <summary>The actions, the decision first.</summary>
    public IReadOnlyList<PlannedAction> All()
    {
        List<PlannedAction> actions = [.. comparison.Order.Pairs.SelectMany(Decide).Take(4), .. comparison.Order.Pairs.SelectMany(Settle).Take(4)];
        string[] estimates = [.. differences.Where(difference => difference.Grade.Contains('E', StringComparison.Ordinal)).Select(difference => difference.Path)];
        if (estimates.Length > 0)
        {
            actions.Add(new PlannedAction(
                texts["act.check"], string.Join(texts["comma"], estimates.Take(MostKeys)), texts["act.by.planner"], texts["act.when.decide"], texts["act.check.why"]));
        }

        return actions;
    }

    private IEnumerable<PlannedAction> Decide((int First, int Second) pair)
    {
        ComparisonHeadline headline = comparison.HeadlineOf(pair);
        string[] first = Names(headline, DifferenceVerdict.FirstBetter);
        string[] second = Names(headline, DifferenceVerdict.SecondBetter);
        if (first.Length + second.Length == 0)
        {
            yield break;
        }

        bool takesFirst = second.Length == 0 || (first.Length > 0 && first.Length >= second.Length);
        (int winner, int loser) = takesFirst ? pair : (pair.Second, pair.First);
        bool isMixed = first.Length > 0 && second.Length > 0;
        string what = isMixed
            ? texts.Format("act.choose", Variant(pair.First), List(first), Variant(pair.Second), List(second))
            : texts.Format("act.take", Variant(winner), Variant(loser));
        yield return new PlannedAction(what, isMixed ? Changes(pair.First, pair.Second, both: true) : Changes(winner, loser, both: false), texts["act.by.planner"], texts["act.when.decide"], isMixed ? texts["act.choose.why"] : List(takesFirst ? first : second));
    }

    /// <summary>Open measures that so many pairs would settle.</summary>
    private IEnumerable<PlannedAction> Settle((int First, int Second) pair)
    {
        IReadOnlyList<MeasureDifference> all = comparison.Of(pair);
        if (comparison.Order.Replications < ReplicationRule.Fewest)
        {
            yield return new PlannedAction(texts.Format("act.more", ReplicationRule.Fewest), Both(pair), texts["act.by.planner"], texts["act.when.decide"]);
            yield break;
        }

        MeasureDifference[] open = [.. all.Where(difference => difference is { Verdict: DifferenceVerdict.Open, Measure.Better: not BetterDirection.Neutral, PairsToSettle: <= MostSettlable })];
        if (open.Length > 0)
        {
            int pairs = open.Max(difference => difference.PairsToSettle!.Value);
            yield return new PlannedAction(
                texts.Format("act.settle", TextSet.Count(pairs)), Both(pair), texts["act.by.planner"], texts["act.when.matters"],
                texts.Format("act.settle.why", List([.. open.Select(difference => $"{texts.NameOf(difference.Measure)} ({TextSet.Count(difference.PairsToSettle!.Value)})")])));
        }
    }

    /// <summary>What one has otherwise than the other, key by key.</summary>
    private string Changes(int winner, int loser, bool both)
    {
        string Shown(AssumptionDifference difference) => both
            ? $"{difference.Path} = {Short(difference.Values[winner])} / {Short(difference.Values[loser])}"
            : $"{difference.Path} = {Short(difference.Values[winner])}";
        AssumptionDifference[] changed = [.. differences.Where(difference => difference.Values[winner] != difference.Values[loser])];
        string shown = string.Join(texts["compare.listComma"], changed.Take(MostKeys).Select(Shown));
        return changed.Length > MostKeys ? texts.Format("act.andMore", shown, changed.Length - MostKeys) : shown;
    }

    private string Short(string? value) => value is null ? texts["none"] : value.Length <= 40 ? value : value[..39] + "…";

    private string[] Names(ComparisonHeadline headline, DifferenceVerdict verdict) => [.. headline.With(verdict).Select(target => _words.NameOf(target.Target))];

    private string List(string[] names) => string.Join(texts["compare.listComma"], names);

    private string Variant(int place) => comparison.Order.Variants[place].Label;

    private string Both((int First, int Second) pair) => Variant(pair.First) + texts["compare.report.versus"] + Variant(pair.Second);
}

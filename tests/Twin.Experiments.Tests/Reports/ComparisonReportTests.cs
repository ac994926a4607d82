using Twin.Experiments.Comparing;
using Twin.Experiments.Reports;
using Twin.Experiments.Tests.Comparing;
using Twin.Experiments.Texts;

namespace Twin.Experiments.Tests.Reports;

public sealed class ComparisonReportTests
{
    [Fact]
    public void Sentence_EitherBetterInSomething_NamesBothWithTheirGains()
    {
        Comparison comparison = ComparedScenario.SlotsAgainstRush;
        ComparisonHeadline headline = comparison.HeadlineOf((0, 1));
        string sentence = new ComparisonSentence(comparison, TextCatalogue.In("en")).Of((0, 1));
        Assert.StartsWith(
            headline.Kind switch
            {
                HeadlineKind.Choice => "It is a choice: A is better in ",
                HeadlineKind.First => "Take A: against the targets it is better than B in ",
                HeadlineKind.Second => "Take B: against the targets it is better than A in ",
                _ => "Not settled: no target tells A",
            },
            sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Sentence_TheSameTwice_SaysThatThereIsNoDifference()
    {
        Comparison comparison = ComparedScenario.Compare(5, 2, ComparedScenario.Of("A", "mass-testing-490k"), ComparedScenario.Of("B", "mass-testing-490k"));
        Assert.StartsWith("No difference", new ComparisonSentence(comparison, TextCatalogue.In("en")).Of((0, 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Actions_OpenMeasures_SayHowManyPairsWouldSettleThem()
    {
        Comparison comparison = ComparedScenario.SlotsAgainstRush;
        IReadOnlyList<PlannedAction> actions = new ComparisonActions(comparison, AssumptionDifferences.Of(comparison.Order.Variants), TextCatalogue.In("en")).All();
        int most = comparison.Of((0, 1)).Where(difference => difference.Measure.Better != Model.Results.BetterDirection.Neutral).Max(difference => difference.PairsToSettle ?? 0);
        Assert.Equal(most > 0, actions.Any(action => action.What == $"Run {TextSet.Count(most)} pairs to settle what is open."));
        // What to take is said only where a target tells them apart.
        bool isDecided = comparison.HeadlineOf((0, 1)).Kind is HeadlineKind.First or HeadlineKind.Second or HeadlineKind.Choice;
        Assert.Equal(isDecided, actions.Any(action => action.Where.Contains("testing.slots.enabled", StringComparison.Ordinal)));
    }
}

using Twin.Model.Results;

namespace Twin.Experiments.Tests;

public sealed class ReplicationSummaryTests
{
    [Theory]
    [InlineData(20, 20, 0.8609)]
    [InlineData(20, 19, 0.7839)]
    [InlineData(10, 0, 0.0)]
    public void AllExpectedAtLeast_KnownCases_IsTheExactBound(int count, int successes, double expected) =>
        Assert.Equal(expected, new ReplicationSummary(count, successes, []).TargetMetAtLeast, 0.0001);

    [Fact]
    public void Of_MeasureDefinedInSome_CountsThemApart()
    {
        IReadOnlyList<ReplicationOutcome> runs = SyntheticRun.Record(sites: 4, communities: 8, replications: 3).Replications;
        Dictionary<string, MeasureValue> never = runs[0].Measures.ToDictionary(pair => pair.Key, pair => pair.Key == "wait.p90" ? MeasureValue.Undefined : pair.Value);
        ReplicatedMeasure wait = ReplicationSummary.Of([runs[0] with { Measures = never }, runs[1], runs[2]]).Measures.Single(measure => measure.Measure.Key == "wait.p90");
        Assert.Equal((2, 1, 0), (wait.Defined, wait.Undefined, wait.Censored));
        Assert.NotNull(wait.Mean);
    }

    [Fact]
    public void Of_OneReplication_HasNoInterval() =>
        Assert.All(ReplicationSummary.Of(SyntheticRun.Record(sites: 4, communities: 8, replications: 1).Replications).Measures, measure => Assert.Null(measure.Interval?.Low));
}

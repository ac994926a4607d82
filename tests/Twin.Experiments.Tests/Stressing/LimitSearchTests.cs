using Twin.Experiments.Stressing;
using Twin.Experiments.Stressing.Factors;
using Twin.Experiments.Stressing.Searching;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Tests.Stressing;

/// <summary>Bisection against days whose limits are known.</summary>
public sealed class LimitSearchTests
{
    private const int Steps = 23;
    private static readonly Scenario Nothing = new();

    private static readonly StressFactor Factor = new("absence", "absence", StressUnit.Share, "E")
    {
        Own = 0,
        Plausible = 0.5,
        Furthest = 1,
        Steps = Steps,
        Apply = (scenario, value, _) => scenario with { Horizon = new Duration((long)Math.Round(value * Steps)) },
    };

    private static StressDay Day(bool wait, bool time) => new(time ? 1 : -1, time, [wait ? 0 : 9999], wait ? [] : [0]);

    /// <summary>Searches a day that holds at the steps that two rules say.</summary>
    private static (LimitSearch Search, int Tried) Search(Func<int, bool> wait, Func<int, bool> time, LimitSearch? hint = null, bool probes = false)
    {
        LimitSearch search = new(Factor, Nothing, 0, 1, Day(wait(0), time(0)), hint, probes);
        int tried = 0;
        while (search.TryNext(out StressRun run))
        {
            int step = (int)run.Scenario.Horizon.Milliseconds;
            search.Accept(Day(wait(step), time(step)));
            Assert.True(++tried <= 2 * Steps, "the search does not end");
        }

        return (search, tried);
    }

    [Fact]
    public void TryNext_EveryLimitAndHint_FindsBothExactlyInFewDays()
    {
        List<LimitSearch?> hints = [null, .. Enumerable.Range(-1, Steps + 2).Select(limit => Search(step => step <= limit, step => step <= (limit + Steps) / 2).Search)];
        foreach (LimitSearch? hint in hints)
        {
            for (int wait = -1; wait <= Steps; wait++)
            {
                for (int time = -1; time <= Steps; time += 3)
                {
                    (LimitSearch search, int tried) = Search(step => step <= wait, step => step <= time, hint);
                    Assert.Equal((wait, time, Math.Min(wait, time)), (search.Limit(StressCriterion.Wait), search.Limit(StressCriterion.Time), search.Limit(StressCriterion.Either)));
                    Assert.True(search.Monotone(StressCriterion.Either));
                    Assert.InRange(tried, 0, 2 * (5 + 3));
                }
            }
        }
    }

    [Fact]
    public void TryNext_HintOfTheSameLimit_NeedsFewerDays()
    {
        (LimitSearch first, int alone) = Search(step => step <= 11, step => true);
        (_, int hinted) = Search(step => step <= 11, step => true, first);
        Assert.True(hinted <= 5 && hinted < alone, $"{hinted} days with the hint, {alone} without");
    }

    [Fact]
    public void TryNext_DayThatHoldsAgainAbove_IsToldAndTheLowerLimitTaken()
    {
        // Broken from 5 to 7 and from 15 on; bisection alone would meet the far end, 11, 17, 14 and 15, and see nothing wrong.
        bool Holds(int step) => step is < 5 or (> 7 and < 15);
        (LimitSearch unseen, _) = Search(Holds, _ => true);
        Assert.Equal((14, true), (unseen.Limit(StressCriterion.Wait), unseen.Monotone(StressCriterion.Wait)));
        (LimitSearch seen, _) = Search(Holds, _ => true, probes: true);
        Assert.Equal((4, false), (seen.Limit(StressCriterion.Wait), seen.Monotone(StressCriterion.Wait)));
        Assert.False(seen.Monotone(StressCriterion.Either));
        Assert.InRange(seen.Probed, 1, 2);
    }

    [Fact]
    public void TryNext_Probes_LeaveTheLimitsOfAnOrderedDayAsTheyAre()
    {
        for (int limit = -1; limit <= Steps; limit++)
        {
            (LimitSearch search, _) = Search(step => step <= limit, _ => true, probes: true);
            Assert.Equal((limit, true), (search.Limit(StressCriterion.Wait), search.Monotone(StressCriterion.Either)));
        }
    }

    [Theory]
    [InlineData(1.0, 0.5)]
    [InlineData(0.7, 0.35)]
    [InlineData(10.0, 1.0)]
    public void PairSearch_AdditiveReserve_BreaksWhereTheReserveIsUsedUp(double reserve, double expected)
    {
        // Each factor alone is broken from half of its way on; together at a fraction f they use 2 f × that of the reserve.
        const int Limit = 11;
        double each = (double)(Limit + 1) / Steps;
        (LimitSearch first, _) = Search(step => step <= Limit, _ => true);
        (LimitSearch second, _) = Search(step => step <= Limit, _ => true);
        PairSearch pair = new(first, second, Nothing, 1);
        while (pair.TryNext(out StressRun run))
        {
            // The second application stands: both factors set the same key to the same value.
            double used = 2 * (run.Scenario.Horizon.Milliseconds / (double)Steps);
            pair.Accept(Day(used <= (reserve * each) + 1e-9, true));
        }

        Assert.Equal(1.0 / PairSearch.Parts, pair.Broken - pair.Held);
        Assert.InRange(expected, pair.Held - 0.06, pair.Broken!.Value + 0.06);
    }

    [Fact]
    public void PairSearch_NothingBreaks_EndsAfterOneDayAtOne()
    {
        (LimitSearch never, _) = Search(_ => true, _ => true);
        PairSearch pair = new(never, never, Nothing, 1);
        Assert.True(pair.TryNext(out StressRun run));
        Assert.Equal(Steps, run.Scenario.Horizon.Milliseconds);
        pair.Accept(Day(true, true));
        Assert.False(pair.TryNext(out _));
        Assert.Equal((1.0, (double?)null), (pair.Fraction, pair.Broken));
    }
}

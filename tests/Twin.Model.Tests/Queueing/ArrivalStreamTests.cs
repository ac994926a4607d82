using Twin.Model.Queueing;
using Twin.Model.Randomness;
using Twin.Model.Scenarios;

namespace Twin.Model.Tests.Queueing;

public sealed class ArrivalStreamTests
{
    private static readonly ArrivalParameters ThreeRates = new()
    {
        Rates =
        [
            new RateInterval { From = Duration.Minutes(60), To = Duration.Minutes(120), PerHour = 600 },
            new RateInterval { From = Duration.Minutes(120), To = Duration.Minutes(180), PerHour = 0 },
            new RateInterval { From = Duration.Minutes(200), To = Duration.Minutes(230), PerHour = 6_000 },
        ],
    };

    [Fact]
    public void Inverse_RatesByInterval_IsExact()
    {
        ArrivalSchedule schedule = ArrivalSchedule.Of(ThreeRates);
        int interval = 0;
        Assert.Equal(3_600_000, schedule.Inverse(0, ref interval), 6);
        Assert.Equal(5_400_000, schedule.Inverse(300, ref interval), 6);
        Assert.Equal(12_000_000, schedule.Inverse(600, ref interval), 6);
        Assert.Equal(2, interval);
        Assert.Equal(12_900_000, schedule.Inverse(2_100, ref interval), 6);
        Assert.Equal(double.PositiveInfinity, schedule.Inverse(3_600, ref interval));
    }

    [Fact]
    public void Expected_RatesByInterval_IsTheIntegral()
    {
        ArrivalSchedule schedule = ArrivalSchedule.Of(ThreeRates);
        Assert.Equal(3_600, schedule.Expected(0, 86_400_000), 6);
        Assert.Equal(300 + 1_500, schedule.Expected(5_400_000, 12_900_000), 6);
        Assert.Equal(7, ArrivalSchedule.Of(new ArrivalParameters { PoissonPerHour = 7 }).Expected(1_000, 3_601_000), 9);
        Assert.Equal(2, ArrivalSchedule.Of(new ArrivalParameters { Times = [new(10), new(20), new(31)] }).Expected(20, 31));
    }

    [Fact]
    public void Advance_RatesByInterval_CountsArePoisson()
    {
        // Over 50 seeds: 30,000 and 150,000 expected, standard deviations 173 and 387.
        int[] counts = new int[3];
        for (ulong seed = 1; seed <= 50; seed++)
        {
            for (ArrivalStream stream = new(ArrivalSchedule.Of(ThreeRates), new Draws(seed), 0); stream.Moment < long.MaxValue; stream.Advance())
            {
                counts[stream.Moment is >= 3_600_000 and <= 7_200_000 ? 0 : stream.Moment is >= 12_000_000 and <= 13_800_000 ? 1 : 2]++;
            }
        }

        Assert.InRange(counts[0], 30_000 - 600, 30_000 + 600);
        Assert.InRange(counts[1], 150_000 - 1_300, 150_000 + 1_300);
        Assert.Equal(0, counts[2]);
    }

    [Fact]
    public void Advance_Poisson_MomentsAreRoundedNotGaps()
    {
        // Gaps of 0.7 ms on average: rounding the gaps would lose or add a seventh; the 100,000th comes at 70 s, standard deviation 0.22 s.
        ArrivalStream stream = new(ArrivalSchedule.Of(new ArrivalParameters { PoissonPerHour = 3_600_000 / 0.7 }), new Draws(5), 0);
        long before = -1;
        int together = 0;
        while (stream.Number < 100_000)
        {
            Assert.True(stream.Moment >= before);
            together += stream.Moment == before ? 1 : 0;
            before = stream.Moment;
            stream.Advance();
        }

        Assert.InRange(stream.Moment, 69_100, 70_900);
        Assert.True(together > 20_000, $"{together} arrive in the ms of the one before");
    }

    [Fact]
    public void Advance_TwiceTheRate_SameDrawsHalfTheTimes()
    {
        ArrivalStream slow = new(ArrivalSchedule.Of(new ArrivalParameters { PoissonPerHour = 60 }), new Draws(9), 2);
        ArrivalStream fast = new(ArrivalSchedule.Of(new ArrivalParameters { PoissonPerHour = 120 }), new Draws(9), 2);
        for (int i = 0; i < 100; i++)
        {
            Assert.InRange(slow.Moment - (2 * fast.Moment), -1, 1);
            slow.Advance();
            fast.Advance();
        }
    }

    [Fact]
    public void Advance_GivenTimes_ComeInOrder()
    {
        ArrivalStream stream = new(ArrivalSchedule.Of(new ArrivalParameters { Times = [new(500), new(0), new(500)] }), new Draws(1), 0);
        List<long> moments = [];
        for (; stream.Moment < long.MaxValue; stream.Advance())
        {
            moments.Add(stream.Moment);
        }

        Assert.Equal([0, 500, 500], moments);
    }

    [Fact]
    public void Moment_NoArrivals_IsNever() =>
        Assert.Equal(long.MaxValue, new ArrivalStream(ArrivalSchedule.Of(null), new Draws(1), 0).Moment);
}

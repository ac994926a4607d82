using CsCheck;
using Twin.Model.Distributions;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Kernel.Tests.Testing;

/// <summary>What must be better or worse between two runs that share their random numbers.</summary>
public sealed class ComparisonTests(ITestOutputHelper output)
{
    /// <summary>At a single first-in-first-out station without balking, one more server makes nobody wait longer.</summary>
    [Fact]
    public void Run_OneMoreDesk_NobodyWaitsLonger() => Gen.Select(
        Gen.Int[1, 5], Gen.Select(Gen.Long[0, 600], Gen.Long[1, 90]).Array[1, 80]).Sample((desks, people) =>
    {
        string csv = "time,site,person,registration,swab\n" + string.Join('\n', people.Select((person, number) => $"{person.Item1},1,{number},{person.Item2},0.001"));
        long[] Waits(int servers) =>
        [
            .. SmallTest.Plain.Staffed(servers, 200).Run(csv).Lines.Select(line => line.Split(',')).OrderBy(field => int.Parse(field[0], System.Globalization.CultureInfo.InvariantCulture))
                .Select(field => (long)(1000 * (decimal.Parse(field[6], System.Globalization.CultureInfo.InvariantCulture) - decimal.Parse(field[5], System.Globalization.CultureInfo.InvariantCulture)))),
        ];
        long[] fewer = Waits(desks);
        long[] more = Waits(desks + 1);
        Assert.Equal(people.Length, more.Length);
        Assert.All(Enumerable.Range(0, people.Length), person => Assert.True(more[person] <= fewer[person]));
    }, iter: 200, seed: "0000KR4fYTq4", threads: 1);

    /// <summary>Over 24 pairs with common random numbers an outage has tested fewer by each time, and more samplers more.</summary>
    /// <remarks>The swab takes everybody the same time, so that who changes places in a queue changes no count.</remarks>
    [Fact]
    public void Run_PairsWithCommonRandomNumbers_OutageTestsFewerAndMoreSamplersMoreByEachTime()
    {
        Scenario plain = SmallDistrict.Scenario with
        {
            Testing = SmallDistrict.Scenario.Testing with { Staff = new StaffParameters { DesksPerSite = 4, SamplersPerSite = 6 }, Balk = new BalkParameters { QueueSpace = null } },
        };
        plain = plain.Serving(service => service with { Swab = new Constant(23), Changeover = new Constant(25), SwabAged = 1, SwabChild = 1 });
        long outageAt = 6 * 60;
        Scenario outage = plain with
        {
            Disruptions = [new Disruption { Type = DisruptionType.RegistrationOutage, At = new Moment(outageAt * 60_000), Length = Duration.Minutes(45) }],
        };
        Scenario reinforced = plain.With(test => test with { Staff = test.Staff with { SamplersPerSite = 7 } });
        long[] sum = new long[1441];
        long[] sumOutage = new long[1441];
        long[] sumReinforced = new long[1441];
        for (int number = 0; number < 24; number++)
        {
            ulong seed = new Model.Randomness.Draws(7).ReplicationSeed(number);
            AddCumulative(sum, plain, seed);
            AddCumulative(sumOutage, outage, seed);
            AddCumulative(sumReinforced, reinforced, seed);
        }

        Assert.All(Enumerable.Range(0, sum.Length), minute => Assert.True(sumOutage[minute] <= sum[minute], $"minute {minute}: {sumOutage[minute]} with, {sum[minute]} without outage"));
        Assert.All(Enumerable.Range(0, sum.Length), minute => Assert.True(sumReinforced[minute] >= sum[minute], $"minute {minute}: {sumReinforced[minute]} with, {sum[minute]} without more samplers"));
        long end = outageAt + 45;
        output.WriteLine($"tested by the end of the outage: {sum[end]} without, {sumOutage[end]} with; by 5 h after opening {sum[600]}, with one more sampler a site {sumReinforced[600]}");
        Assert.True(sumOutage[end] < sum[end]);
        Assert.True(sumReinforced[600] > sum[600]);
        Assert.Equal(sum[outageAt - 1], sumOutage[outageAt - 1]);
    }

    /// <summary>A saturated sampler tests about 72 people an hour with the district's ages (published; domain.md section 3).</summary>
    [Fact]
    public void Run_SaturatedSite_TestsAboutSeventyTwoPeopleASamplerHour()
    {
        const int hours = 20;
        const int samplers = 10;
        Scenario scenario = SmallTest.Plain.Staffed(200, samplers).Open(window => window with { Close = new Moment(hours * 3_600_000L) })
            .With(test => test with { Service = new ServiceParameters() }) with
        { Horizon = Duration.Minutes((hours + 1) * 60) };
        string csv = "time,site,class\n" + string.Concat(Enumerable.Range(0, hours * samplers * 90)
            .Select(person => $"0,1,{(person % 1000 < 126 ? "aged" : person % 1000 < 249 ? "child" : "adult")}\n"));
        MassTestResult result = scenario.Open(window => window with { AtClose = AtClose.SendHome }).Run(csv).Result;
        double rate = result.Tested / (double)(hours * samplers);
        output.WriteLine($"{rate:0.00} persons per sampler-hour; swab {new ServiceParameters().Swab.Mean} s, changeover {new ServiceParameters().Changeover.Mean} s, tube change {new ServiceParameters().TubeChange.Milliseconds / 1000} s for each {new ServiceParameters().Pool}");
        Assert.InRange(rate, 70, 74);
        Assert.InRange(result.Sites[0].SamplerBusy / (double)result.Sites[0].SamplerDuty, 0.998, 1);
    }

    private static void AddCumulative(long[] sum, Scenario scenario, ulong seed)
    {
        MassTestPlan plan = SmallDistrict.Plan(scenario, seed);
        long tested = 0;
        long[] byMinute = MassTestResultReader.Read(plan, new KernelEngine(plan).Run().Metrics).TestedByMinute;
        for (int minute = 0; minute < sum.Length; minute++)
        {
            sum[minute] += tested += byMinute[minute];
        }
    }
}

using Twin.Model.Results;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Tests;

/// <summary>A run record with every figure drawn from a seed: plausible in form, true of nothing; conservation holds.</summary>
internal static class SyntheticRun
{
    private const int Minutes = 1_441;
    private const long Open = 5 * 3_600_000L;
    private const long Close = 10 * 3_600_000L;

    private static readonly string[] Streets = ["ZQ", "HT", "WJ", "KP", "YJ", "QJ", "WT", "CC"];

    /// <summary>Makes a record.</summary>
    /// <param name="seed">Seed of every figure.</param>
    /// <param name="sites">Sites.</param>
    /// <param name="communities">Communities.</param>
    /// <param name="replications">Replications.</param>
    public static RunRecord Record(int seed = 1, int sites = 204, int communities = 165, int replications = 0)
    {
        MassTestResult result = Result(new Random(seed), sites, communities);
        return new RunRecord
        {
            Scenario = new Scenario
            {
                Name = "mass-testing-490k",
                Title = "490,000 people in 5 hours",
                TitleZh = "5 小时检测 49 万人",
                Start = new DateTimeOffset(2022, 4, 1, 2, 0, 0, TimeSpan.FromHours(8)),
                Seed = 1,
            },
            ScenarioFile = "scenarios/mass-testing-490k.yaml",
            Options = ["--set", "testing.staff.absence=0.2"],
            Engine = "kernel",
            Digest = new string('a', 32),
            ResultsDigest = new string('b', 32),
            Events = 2_640_000,
            Windows = 3_000,
            Grains = new Dictionary<string, int> { ["site"] = sites, ["household"] = 217_000 },
            GenerateSeconds = 0.4,
            ActivateSeconds = 0,
            StepSeconds = 0.9,
            WindowStepSeconds = 0.8,
            MassTest = result,
            Replications = [.. Enumerable.Range(0, replications).Select(number => Replication(number, new Random((seed * 1_000) + number), sites, communities))],
        };
    }

    /// <summary>Makes a result in which each community has the given housebound people.</summary>
    public static MassTestResult WithHousebound(MassTestResult result, IReadOnlyList<long> housebound)
    {
        CommunityResult[] communities = [.. result.Communities.Select((community, i) =>
        {
            long[] untested = [.. community.Untested];
            untested[(int)UntestedReason.Housebound] = housebound[i];
            return community with { Untested = untested, Tested = community.Residents - untested.Sum() };
        })];
        return Total(result, communities);
    }

    private static ReplicationOutcome Replication(int number, Random random, int sites, int communities)
    {
        MassTestResult result = Result(random, sites, communities);
        return ReplicationOutcome.Of(
            number, (ulong)number,
            new EngineOutcome { Digest = (UInt128)number, Metrics = new MetricTable(1), Events = 1, Windows = 1, Steps = 1, Completed = true, StepSeconds = 1, WindowStepSeconds = 1 },
            result);
    }

    private static MassTestResult Result(Random random, int sites, int communities)
    {
        CommunityResult[] places = [.. Enumerable.Range(0, communities).Select(i => Community(random, i, communities))];
        long tested = places.Sum(place => place.Tested);
        SiteResult[] testing = [.. Enumerable.Range(0, sites).Select(i => Site(random, i, places[i % communities].Code, (tested * (i + 1) / sites) - (tested * i / sites)))];
        long[] byMinute = [.. Enumerable.Range(0, Minutes).Select(minute => testing.Sum(site => site.TestedByMinute[minute]))];
        MassTestResult result = new()
        {
            Residents = places.Sum(place => place.Residents),
            Households = places.Sum(place => place.Households),
            ExpectedOnSite = tested + 60,
            Open = Open,
            Close = Close,
            Horizon = 86_400_000,
            StillThere = 0,
            Targets = new TestTargets(Open, Close - Open, 1, 1_800_000, 0.9),
            TestedByMinute = byMinute,
            TestedAtTarget = byMinute.Take(600).Sum(),
            T98 = Open + 17_100_000,
            LastTest = testing.Max(site => site.LastTest),
            Untested = [],
            RegistrationWait = Waits(random, tested, 180),
            SwabWait = Waits(random, tested, 420),
            TotalWait = Waits(random, tested, 600),
            SentHomeWait = new WaitHistogram(new long[10], 0, 0),
            Balked = 812,
            Sites = testing,
            Communities = places,
            Notification = Levels(),
            NotifiedByMinute = [.. Enumerable.Range(0, Minutes).Select(minute => minute is > 5 and < 245 ? 900L : 0)],
            NotifiedByChannel = [75_000, 90_000, 51_000],
            RolesAssigned = 1_100_000,
            SitesReady = 19_400_000,
        };
        return Total(result, places);
    }

    private static MassTestResult Total(MassTestResult result, CommunityResult[] communities)
    {
        long tested = communities.Sum(community => community.Tested);
        return result with
        {
            Communities = communities,
            Untested = [.. Enumerable.Range(0, MassTestMetrics.Reasons).Select(reason => communities.Sum(community => community.Untested[reason]))],
            TotalWait = tested == result.TotalWait.Count ? result.TotalWait : Waits(new Random(3), tested, 600),
        };
    }

    private static CommunityResult Community(Random random, int i, int count)
    {
        int street = i * Streets.Length / count;
        int first = ((street * count) + Streets.Length - 1) / Streets.Length;
        long residents = random.Next(600, 5_300);
        long[] untested = [random.Next(3), random.Next(40), random.Next(6), random.Next(4), random.Next(5), random.Next((int)(residents / 100)), 0, 0];
        return new CommunityResult
        {
            Code = $"{Streets[street]}-{1 + i - first:00}",
            Name = $"{"春夏秋冬"[i % 4]}{"华明安乐"[i / 4 % 4]}社区",
            IsVillage = i % 2 == 1,
            Residents = residents,
            Households = residents * 45 / 100,
            Tested = residents - untested.Sum(),
            Untested = untested,
            Notified = residents * 45 / 100,
            LastNotified = 14_000_000 + random.Next(1_000_000),
        };
    }

    private static SiteResult Site(Random random, int i, string community, long tested)
    {
        double load = Math.Pow(random.NextDouble(), 3);
        int late = random.Next(40) == 0 ? random.Next(5, 60) : 0;
        long[] expected = new long[Minutes];
        for (int minute = 300 + late; minute < 615; minute++)
        {
            double hour = (minute - 300) / 60.0;
            expected[minute] = (long)(3_700 * load * Math.Exp(-Math.Pow(hour - 1.4 - (0.8 * load), 2) / 2) * (0.85 + (0.3 * random.NextDouble())));
        }

        long[] byMinute = new long[Minutes];
        for (int k = 0; k < 310; k++)
        {
            byMinute[300 + k] = (tested * (k + 1) / 310) - (tested * k / 310);
        }

        return new SiteResult
        {
            Code = SiteLayout.CodeOf(i),
            Community = community,
            X = random.Next(2_700_000),
            Y = random.Next(2_000_000),
            HomeResidents = tested,
            Desks = 4,
            DesksAbsent = random.Next(2),
            Samplers = 8,
            SamplersAbsent = random.Next(3),
            Ready = 15_000_000,
            Opened = Open + (late * 60_000),
            Arrivals = tested + (long)(300 * load),
            Tested = tested,
            Balked = 4,
            SentHome = 1,
            Late = 2,
            Redirected = 0,
            StillThere = 0,
            WaitSum = tested * (long)(900_000 * load),
            WaitP50 = (long)(700 * load),
            WaitP90 = (long)(3_000 * load),
            WaitP95 = (long)(3_300 * load),
            WaitMax = (long)(3_700 * load),
            QueueMax = (long)(260 * load),
            AmberMinutes = expected.Count(wait => wait is >= 1_500 and < 3_000),
            RedMinutes = expected.Count(wait => wait >= 3_000),
            DeskBusy = 4_000_000,
            DeskDuty = 72_000_000,
            SamplerBusy = 122_000_000,
            SamplerDuty = 130_000_000,
            LastTest = Close + random.Next(600_000),
            Tubes = (tested + 9) / 10,
            TestedByMinute = byMinute,
            QueueByMinute = [.. expected.Select(wait => wait / 14)],
            ExpectedWaitByMinute = expected,
        };
    }

    private static WaitHistogram Waits(Random random, long count, double mean)
    {
        long[] counts = new long[86_402];
        long sum = 0;
        long greatest = 0;
        for (long i = 0; i < count; i++)
        {
            long wait = (long)Math.Min(5_000_000, -mean * 1000 * Math.Log(1 - random.NextDouble()));
            counts[(wait + 999) / 1000]++;
            sum += wait;
            greatest = Math.Max(greatest, wait);
        }

        return new WaitHistogram(counts, sum, greatest);
    }

    private static NotificationLevel[] Levels() =>
    [
        new("district", 1, 1, 90_000, 90_000, 0, 0), new("street", 8, 8, 2_400_000, 500_000, 1, 0), new("community", 165, 165, 60_000_000, 900_000, 20, 8),
        new("compound", 180, 180, 90_000_000, 1_500_000, 22, 9), new("baseGrid", 803, 803, 600_000_000, 2_400_000, 90, 30),
        new("partyGroup", 3_339, 3_339, 3_000_000_000, 3_300_000, 400, 120), new("household", 217_000, 216_000, 900_000_000_000, 14_900_000, 0, 0),
    ];
}

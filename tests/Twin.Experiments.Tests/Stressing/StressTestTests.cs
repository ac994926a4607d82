using System.Text;
using System.Text.Json.Nodes;
using SkiaSharp;
using Twin.Experiments.Reports;
using Twin.Experiments.Reports.Keeping;
using Twin.Experiments.Stressing;
using Twin.Experiments.Stressing.Factors;
using Twin.Experiments.Stressing.Fixing;
using Twin.Experiments.Stressing.Reports;
using Twin.Experiments.Texts;
using Twin.Kernel;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Tests.Stressing;

/// <summary>Whole tests of a small district, with fixed seeds.</summary>
public sealed class StressTestTests
{
    private const string Groups = "absence,closures,swab";
    private static readonly Lazy<StressResult> Found = new(() => StressDistrict.Run(Groups, 5));
    private static readonly StressOrigin Origin = new("scenarios/a.yaml", ["--replications", "5"]);

    /// <summary>The day under a stress, simulated apart from the search.</summary>
    private static (bool InTime, double[] Waits) Day(Scenario scenario, ulong seed)
    {
        MassTestPlan plan = StressDistrict.Shelf.PlanOf(scenario, seed);
        MassTestResult result = MassTestResultReader.Read(plan, new KernelEngine(plan).Run(cancellation: TestContext.Current.CancellationToken).Metrics);
        return (result.T98 >= 0 && result.T98 <= result.Open + (5 * 3_600_000L), [.. result.Sites.Select(site => site.JudgedWait)]);
    }

    [Fact]
    public void Run_Limits_AreTheLastStepsThatHold()
    {
        StressResult result = Found.Value;
        int checks = 0;
        foreach (FactorLimits limits in result.Limits)
        {
            for (int day = 0; day < limits.Days; day += 2)
            {
                StressFactor factor = limits.Factor;
                ulong seed = result.Seeds[day];
                foreach (StressCriterion criterion in new[] { StressCriterion.Wait, StressCriterion.Time })
                {
                    int limit = limits.Limits(criterion)[day];
                    foreach (int step in new[] { limit, limit + 1 }.Where(step => step >= 0 && step <= factor.Steps))
                    {
                        (bool inTime, double[] waits) = Day(factor.Apply(result.Scenario, factor.ValueAt(step), seed), seed);
                        bool holds = criterion == StressCriterion.Time ? inTime : waits.Max() <= 1800;
                        Assert.True(holds == step <= limit, $"{factor.Key}, day {day}, {criterion}, step {step}: in time {inTime}, {waits.Max()} s");
                        checks++;
                    }
                }
            }
        }

        Assert.True(checks > 20, $"{checks} checks");
    }

    [Fact]
    public void Run_OneThread_GivesWhatTwoThreadsGive()
    {
        string two = StressJson.Of(Found.Value, Origin).ToJsonString();
        Assert.Equal(two, StressJson.Of(StressDistrict.Run(Groups, 5, threads: 1), Origin).ToJsonString());
    }

    [Fact]
    public void Run_MoreDays_HaveTheSameFirstDays()
    {
        StressResult few = StressDistrict.Run("swab", 3);
        Assert.Equal(Found.Value.Seeds.Take(3), few.Seeds);
        Assert.Equal(Found.Value.Of("swab")!.Limits(StressCriterion.Wait).Take(3), few.Of("swab")!.Limits(StressCriterion.Wait));
        Assert.False(few.Of("swab")!.Estimate(StressCriterion.Wait, 0.5).HasInterval);
        Assert.Contains(StressText.Rest(few, "en"), line => line.StartsWith("3 days are too few for an interval", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_Fixes_BringTheirSitesUnderTheTarget()
    {
        StressResult result = Found.Value;
        Assert.NotEmpty(result.Sites);
        Assert.Equal(result.Sites.Select(site => site.Points).OrderDescending(), result.Sites.Select(site => site.Points));
        Assert.Contains(result.Sites, site => site.Fix?.Change is not null);
        foreach (SiteFix fix in result.Sites.Select(site => site.Fix!).Where(fix => fix?.Change is not null))
        {
            Assert.True(fix.WaitBefore > 1800 && fix.Cleared >= 0.9 * fix.Tried, fix.ToString());
            Assert.Equal(fix.Change!.Cost(result.Goal.Costs, 5), fix.Cost);
            Assert.Equal(5, fix.Confirmation!.Days);
            Assert.True(fix.Confirmation.HeldAfter >= fix.Confirmation.HeldBefore, fix.ToString());
            Assert.Equal(fix.Confirmation.HeldAfter - fix.Confirmation.HeldBefore, fix.Confirmation.Gain.Gained - fix.Confirmation.Gain.Lost);
            Assert.False(fix.Confirmation.Confirms(result.Goal.Share), "five days cannot tell a gain from chance");
        }

        ConfirmByHand(result);
        FactorLimits mended = result.WithFixes!;
        FactorLimits before = result.Of(mended.Factor.Key)!;
        Assert.True(mended.Limits(StressCriterion.Wait).Sum() >= before.Limits(StressCriterion.Wait).Sum());
    }

    /// <summary>Counts the days on which the first fixed site holds, with all fixes made, apart from the test.</summary>
    private static void ConfirmByHand(StressResult result)
    {
        FragileSite site = result.Sites.First(site => site.Fix?.Confirmation is not null && site.Fix.Factor != "own");
        FactorLimits limits = result.Of(site.Fix!.Factor)!;
        double value = limits.Factor.ValueAt(Math.Min(limits.Factor.Steps, limits.Estimate(StressCriterion.Wait, 0.5).Step + 1));
        StaffChanges staff = new(StressDistrict.Shelf.PlanOf(result.Scenario, result.Scenario.Seed));
        Scenario mended = staff.Into(result.Scenario, result.Sites.Where(one => one.Fix?.Change is not null).Select(one => (one.Site, one.Fix!.Change!)));
        int Held(Scenario scenario) => result.Seeds.Count(seed => Day(limits.Factor.Apply(scenario, value, seed), seed).Waits[site.Site] <= 1800);
        Assert.Equal((site.Fix.Confirmation!.HeldBefore, site.Fix.Confirmation.HeldAfter), (Held(result.Scenario), Held(mended)));
    }

    [Fact]
    public void Run_Pairs_AreTheBreakingFactorsOfEachGroupOnce()
    {
        StressResult result = Found.Value;
        Assert.All(result.Pairs, pair => Assert.NotEqual(pair.First.Group, pair.Second.Group));
        Assert.All(result.Pairs.SelectMany(pair => pair.Fractions), day => Assert.InRange(day.Fraction, 0, 1));
        Assert.Contains(result.Pairs, pair => pair.First.Key == "absence" && pair.Second.Key == "swab");
    }

    [Fact]
    public void Runs_Reckoned_AreAsManyAtLeastAsWereSimulated()
    {
        StressTest test = new(
            StressDistrict.Scenario, new StressGoal(), new StressEffort { Days = 5, PairDays = 2 }, Groups.Split(','), StressDistrict.Shelf, null, TestContext.Current.CancellationToken);
        Assert.InRange(Found.Value.DaysSimulated, 5, test.Runs.Most);
        Assert.InRange(test.Runs.About, Found.Value.DaysSimulated / 3, Found.Value.DaysSimulated * 3);
    }

    [Fact]
    public void Run_DistrictThatIsBrokenWithoutStress_SaysSo()
    {
        Scenario few = StressDistrict.Scenario with { Testing = StressDistrict.Scenario.Testing with { Staff = new StaffParameters { Samplers = 1361, Desks = 700 } } };
        StressResult result = new StressTest(
            few, new StressGoal(), new StressEffort { Days = 3, Parallelism = 2 }, ["absence"], StressDistrict.Shelf, null, TestContext.Current.CancellationToken).Run();
        Assert.Equal(0, result.HeldWithoutStress[(int)StressCriterion.Wait]);
        Assert.Equal(3, result.Limits[0].BrokenAtOwn(StressCriterion.Wait));
        Assert.StartsWith("It is already broken: without any stress 3 of 3 days break", StressText.Answer(result, "en")[0], StringComparison.Ordinal);
        Assert.Empty(result.Pairs.SelectMany(pair => pair.Fractions));
        Assert.Equal("own", result.Sites[0].Groups[0].Group);
        string page = new StressReport(new KeptStress(result, Origin), TextCatalogue.In("en")).Page([], Software.This);
        Assert.Contains("<section class=\"answer bad\"", page, StringComparison.Ordinal);
        Assert.StartsWith("Find a staffing that holds without stress first", new StressActions(result, new StressWords(result, TextCatalogue.In("en")), TextCatalogue.In("en")).All()[0].What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "What to do", "What breaks it first is ")]
    [InlineData("zh", "怎么做", "最先导致失守的是")]
    public void Write_Folder_HoldsEveryFileAndAReportInTheLanguage(string language, string heading, string begin)
    {
        using TemporaryFolder temporary = new();
        string path = temporary.Of("out");
        using OutFolder folder = OutFolder.Prepare(path, force: false, OutFolderKind.Stress);
        JsonObject summary = StressOutput.Write(Found.Value, Origin, folder, language);
        Assert.Equal(OutFolderKind.Stress.Files.Order(StringComparer.Ordinal), Directory.EnumerateFiles(path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal("twin-stress/1", (string?)summary["schema"]);
        Assert.Equal(summary.ToJsonString(), JsonNode.Parse(File.ReadAllText(Path.Combine(path, "summary.json")))!.ToJsonString());
        string report = File.ReadAllText(Path.Combine(path, "report.html"));
        Assert.Contains(heading, report, StringComparison.Ordinal);
        string[] order = ["answer", "warnings", "actions", "pictures", "figures", "pairs", "method", "assumptions", "limits", "reproduce"];
        int[] places = [.. order.Select(id => report.IndexOf($"id=\"{id}\"", StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.Contains("(E)", report, StringComparison.Ordinal);
        Assert.StartsWith(begin, StressText.Answer(Found.Value, language)[0], StringComparison.Ordinal);
        using SKBitmap picture = SKBitmap.Decode(File.ReadAllBytes(Path.Combine(path, "tornado.png")));
        Assert.Equal((1280, 720), (picture.Width, picture.Height));
    }

    [Fact]
    public void Actions_Fixes_ComeBeforeWhatToWatchTheCheapestFirst()
    {
        StressResult result = Found.Value;
        TextSet texts = TextCatalogue.In("en");
        IReadOnlyList<PlannedAction> actions = new StressActions(result, new StressWords(result, texts), texts).All();
        FragileSite[] mended = [.. result.Sites.Where(site => site.Fix?.Change is not null).OrderBy(site => site.Fix!.Cost)];
        Assert.NotEmpty(mended);
        Assert.Equal(mended.Select(site => SiteLayout.CodeOf(site.Site)), actions.Take(mended.Length).Select(action => action.Where));
        Assert.All(mended.Zip(actions), pair => Assert.StartsWith(pair.First.Fix!.Cost > 0 ? $"for {TextSet.Count(pair.First.Fix.Cost)}:" : "at no further cost:", pair.Second.Why, StringComparison.Ordinal));
        Assert.All(actions.Take(mended.Length), action => Assert.Equal("before 07:00", action.When));
        int relieved = result.Sites.Count(site => site.Fix is { Change: null });
        Assert.All(actions.Skip(mended.Length).Take(relieved), action => Assert.StartsWith("nothing that was tried suffices", action.Why, StringComparison.Ordinal));
        FactorLimits first = result.Limits.First(limits => limits.NeverBroken(StressCriterion.Either) < limits.Days);
        Assert.StartsWith(new StressWords(result, texts).Graded(first.Factor), actions[mended.Length + relieved].Why, StringComparison.Ordinal);
        Assert.InRange(actions.Count, mended.Length + relieved + 1, AnswerPage.MostActions);
    }

    [Fact]
    public void Document_NamesEveryColumnAndKey()
    {
        string document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "stress.md"));
        byte[][] tables = [StressTables.Limits(Found.Value).ToBytes(), StressTables.Days(Found.Value).ToBytes(), StressTables.Pairs(Found.Value).ToBytes(), StressTables.Sites(Found.Value).ToBytes()];
        IEnumerable<string> columns = tables.SelectMany(table => Encoding.UTF8.GetString(table).TrimStart('\uFEFF').Split('\n')[0].Split(','));
        IEnumerable<string> keys = StressJson.Of(Found.Value, Origin).Select(entry => entry.Key);
        Assert.All(columns.Concat(keys).Distinct(), name => Assert.Contains($"`{name}`", document, StringComparison.Ordinal));
        Assert.All(StressFactors.All, group => Assert.Contains($"`{group}`", document, StringComparison.Ordinal));
    }

    [Fact]
    public void Texts_EveryFactorGroupReasonAndWord_AreThere()
    {
        string[] keys =
        [
            .. StressFactors.All.Select(group => $"stress.group.{group}"), "stress.group.own",
            .. StressFactors.Make(StressDistrict.Scenario, StressDistrict.Layout, StressFactors.All).Of.Select(factor => factor.At is null ? $"stress.factor.{factor.Key}" : "stress.factor.outage"),
            .. Enum.GetValues<StressUnit>().Where(unit => unit != StressUnit.Share).Select(unit => $"stress.value.{unit}"),
            .. Enum.GetValues<PairInteraction>().Select(interaction => $"stress.pair.{interaction}"),
            .. new[] { "noHelpers", "noSlots", "oneSite", "noReminders", "noNotice", "atEnd" }.Select(reason => $"stress.reason.{reason}"),
            .. new[] { "pairs", "method" }.Select(section => $"stress.section.{section}"),
        ];
        Assert.All(keys, key => Assert.Contains(key, TextCatalogue.Keys));
    }
}

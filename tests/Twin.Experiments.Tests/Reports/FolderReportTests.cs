using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Twin.Experiments.Backtesting;
using Twin.Experiments.Backtesting.Reports;
using Twin.Experiments.Comparing;
using Twin.Experiments.Plans;
using Twin.Experiments.Queueing;
using Twin.Experiments.Reports;
using Twin.Experiments.Reports.Keeping;
using Twin.Experiments.Staffing;
using Twin.Experiments.Staffing.Reports;
using Twin.Experiments.Stressing;
using Twin.Experiments.Stressing.Reports;
using Twin.Experiments.Sweeps;
using Twin.Experiments.Sweeps.Output;
using Twin.Experiments.Tests.Backtesting;
using Twin.Experiments.Tests.Comparing;
using Twin.Experiments.Tests.Plans;
using Twin.Experiments.Tests.Queueing;
using Twin.Experiments.Tests.Staffing;
using Twin.Experiments.Tests.Stressing;
using Twin.Experiments.Tests.Sweeps;
using Twin.Model.Districts;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Experiments.Tests.Reports;

/// <summary>What a folder keeps gives the same report again, byte for byte, and in the other language the one that would have been written.</summary>
public sealed class FolderReportTests
{
    private const string Morris = """
        factors:
          - {path: testing.staff.absence, range: {from: 0.02, to: 0.30}}
          - {path: testing.service.tubeChange, range: {from: 15s, to: 40s}}
        responses: [lastTest]
        design: morris
        trajectories: 5

        """;

    private static readonly Lazy<StaffingResult> Staffing = new(() => new StaffingSearch(
        StaffDistrict.Scenario, new StaffGoal(), new StaffEffort { ObservedDays = 6, SearchDays = 6, ConfirmDays = 75, Parallelism = 2 }, StaffDistrict.Shelf, () => false, null,
        TestContext.Current.CancellationToken).Run());

    private static readonly Lazy<StressResult> Stress = new(() => StressDistrict.Run("absence,readiness,outage,swab", 6));

    private static readonly Lazy<PlanDiff> Plans = new(() => PlanDiff.Run(
        Paper("\"samplers\": 14", "\"samplers\": 9"), 5, StaffDistrict.Shelf, 2, null, TestContext.Current.CancellationToken));

    private static readonly Lazy<Backtest> WithParameters = new(() => BacktestDistrict.Run(
        BacktestDistrict.Counts(12, testing => testing with { Staff = testing.Staff with { Absence = 0.25 } }), 39, 48,
        BacktestDistrict.Plan with { File = BacktestDistrict.Plan.File with { ScenarioDigest = StaffingPlan.DigestOf(BacktestDistrict.Plan.Scenario) } }, "absence", "swabbing"));

    [Theory]
    [InlineData("run")]
    [InlineData("replications")]
    [InlineData("queue")]
    [InlineData("comparison")]
    [InlineData("staffing")]
    [InlineData("sweep")]
    [InlineData("sensitivity")]
    [InlineData("stress")]
    [InlineData("plans")]
    [InlineData("paper")]
    [InlineData("backtest")]
    [InlineData("bands")]
    public async Task Draw_EitherLanguage_IsWhatTheCommandWrites(string kind)
    {
        using TemporaryFolder temporary = new();
        await WriteAsync(kind, temporary.Of("en"), "en");
        await WriteAsync(kind, temporary.Of("zh"), "zh");
        (Dictionary<string, byte[]> english, Dictionary<string, byte[]> chinese) = (Files(temporary.Of("en")), Files(temporary.Of("zh")));
        FolderReport report = FolderReport.Of(temporary.Of("en"));
        Assert.Equal("en", report.Language);

        report.Draw(report.Language);
        AssertSame(english, Files(temporary.Of("en")), except: "sweep.db");
        report.Draw("zh");
        AssertSame(Drawn(chinese), Drawn(Files(temporary.Of("en"))));
        AssertSame(Kept(english), Kept(Files(temporary.Of("en"))), except: "sweep.db");
        FolderReport.Of(temporary.Of("en")).Draw("en");
        AssertSame(english, Files(temporary.Of("en")), except: "sweep.db");
    }

    [Theory]
    [InlineData("run")]
    [InlineData("comparison")]
    [InlineData("sweep")]
    [InlineData("stress")]
    [InlineData("plans")]
    [InlineData("backtest")]
    public async Task Draw_IntoAnotherFolder_GivesItAllTheResults(string kind)
    {
        using TemporaryFolder temporary = new();
        await WriteAsync(kind, temporary.Of("en"), "en");
        Dictionary<string, byte[]> english = Files(temporary.Of("en"));
        FolderReport.Of(temporary.Of("en")).Draw("zh", temporary.Of("copy"));
        AssertSame(english, Files(temporary.Of("en")), except: "sweep.db");
        AssertSame(Kept(english), Kept(Files(temporary.Of("copy"))), except: "sweep.db");
        Assert.NotEqual(english["report.html"], Files(temporary.Of("copy"))["report.html"]);
        FolderReport.Of(temporary.Of("copy")).Draw("en");
        AssertSame(Drawn(english), Drawn(Files(temporary.Of("copy"))));
    }

    [Fact]
    public async Task Draw_IntoAFolderWithSomethingElse_IsRefusedWithoutForce()
    {
        using TemporaryFolder temporary = new();
        await WriteAsync("run", temporary.Of("en"), "en");
        Directory.CreateDirectory(temporary.Of("mine"));
        File.WriteAllText(temporary.Of("mine", "thesis.txt"), "mine");
        FolderReport report = FolderReport.Of(temporary.Of("en"));
        Assert.Contains("thesis.txt", Assert.Throws<OutFolderException>(() => report.Draw("zh", temporary.Of("mine"))).Message, StringComparison.Ordinal);
        report.Draw("zh", temporary.Of("mine"), force: true);
        Assert.Equal("mine", File.ReadAllText(temporary.Of("mine", "thesis.txt")));
    }

    [Theory]
    [InlineData("cut", "is damaged")]
    [InlineData("noise", "is damaged")]
    [InlineData("empty", "is damaged")]
    [InlineData("hollow", "is damaged")]
    [InlineData("older", "found schema \"twin-results/0\"; allowed: \"twin-results/2\"")]
    [InlineData("other", "found the results of a staffing; allowed: of a run")]
    [InlineData("none", "found no results.json.gz")]
    public async Task Of_KeptResultsThatCannotBeRead_SaysWhyAndLosesNothing(string what, string said)
    {
        using TemporaryFolder temporary = new();
        await WriteAsync("run", temporary.Of("out"), "en");
        string path = temporary.Of("out", KeptFile.Name);
        byte[] bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        byte[] damaged = what switch
        {
            "cut" => bytes[..(bytes.Length / 2)],
            "noise" => [.. bytes.Select((one, i) => (byte)(one ^ (i > 200 ? 1 : 0)))],
            "empty" => [],
            "hollow" => Zip("""{"schema": "twin-results/2", "kind": "run", "software": {"name": "Twin", "version": "1", "commit": null}, "language": "en", "results": {"untested": null}}"""),
            "older" => Zip("""{"schema": "twin-results/0", "kind": "run"}"""),
            "other" => Zip("""{"schema": "twin-results/2", "kind": "staffing"}"""),
            _ => bytes,
        };
        await File.WriteAllBytesAsync(path, damaged, TestContext.Current.CancellationToken);
        if (what == "none")
        {
            File.Delete(path);
        }

        Dictionary<string, byte[]> before = Files(temporary.Of("out"));
        Assert.Contains(said, Assert.Throws<OutFolderException>(() => FolderReport.Of(temporary.Of("out")).Draw("zh")).Message, StringComparison.Ordinal);
        AssertSame(before, Files(temporary.Of("out")));
    }

    [Theory]
    [InlineData(null, "no such folder")]
    [InlineData("", "found no summary.json")]
    [InlineData("{", "cannot be read")]
    [InlineData("[]", "found no \"schema\"")]
    [InlineData("""{"schema": "other/1"}""", "found summary.json with schema \"other/1\"; allowed: the results of twin run, compare, staff, stress, sweep, plan diff or backtest")]
    [InlineData("""{"schema": "twin-sweep/1"}""", "found no sweep.db")]
    public void Of_FolderThatIsNoneOfOurs_SaysWhatIsAllowed(string? summary, string said)
    {
        using TemporaryFolder temporary = new();
        if (summary is not null)
        {
            Directory.CreateDirectory(temporary.Of("out"));
        }

        if (!string.IsNullOrEmpty(summary))
        {
            File.WriteAllText(temporary.Of("out", "summary.json"), summary);
        }

        Assert.Contains(said, Assert.Throws<OutFolderException>(() => FolderReport.Of(temporary.Of("out"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_SweepStoreWithoutTheExperiment_SaysSo()
    {
        using TemporaryFolder temporary = new();
        await WriteAsync("sweep", temporary.Of("out"), "en");
        using (Microsoft.Data.Sqlite.SqliteConnection connection = new($"Data Source={temporary.Of("out", "sweep.db")};Pooling=False"))
        {
            connection.Open();
            using Microsoft.Data.Sqlite.SqliteCommand forget = connection.CreateCommand();
            forget.CommandText = "DELETE FROM meta WHERE key = 'path'";
            forget.ExecuteNonQuery();
        }

        byte[] before = await File.ReadAllBytesAsync(temporary.Of("out", "report.html"), TestContext.Current.CancellationToken);
        Assert.Contains("did not keep the experiment's text", Assert.Throws<OutFolderException>(() => FolderReport.Of(temporary.Of("out")).Draw("zh")).Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(temporary.Of("out", "report.html"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void ToBytes_Run_KeepsNoCountThatTheTablesKeepBack()
    {
        RunRecord record = SyntheticRun.Record(sites: 4, communities: 24);
        record = record with { MassTest = SyntheticRun.WithHousebound(record.MassTest!, [.. Enumerable.Range(0, 24).Select(i => 3L + (i % 9))]) };
        using GZipStream gzip = new(new MemoryStream(KeptFile.ToBytes(KeptRun.Kind, "en", KeptRun.Of(record))), CompressionMode.Decompress);
        JsonNode results = JsonNode.Parse(gzip)!["results"]!;
        JsonNode result = results["record"]!["massTest"]!;
        Assert.Single(result["untested"]!.AsArray());
        Assert.All(result["communities"]!.AsArray(), community => Assert.Equal((0, 0), ((int)community!["tested"]!, community["untested"]!.AsArray().Count)));
        JsonArray rows = results["untested"]!["communities"]!.AsArray();
        Assert.Contains(rows, row => row!["tested"] is null);
        Assert.DoesNotContain(rows, row => row!["untested"]![(int)UntestedReason.Housebound] is { } count && (int)count < 10);
    }

    private static async Task WriteAsync(string kind, string path, string language)
    {
        switch (kind)
        {
            case "comparison":
                using (OutFolder folder = OutFolder.Prepare(path, false, OutFolderKind.Comparison))
                {
                    ComparisonOutput.Write(ComparedScenario.SlotsAgainstRush, folder, language, 1);
                }

                break;
            case "staffing":
                using (OutFolder folder = OutFolder.Prepare(path, false, OutFolderKind.Staffing))
                {
                    StaffingOrigin origin = new("s.yaml", ["--seed", "1"], "planner", "");
                    StaffingOutput.Write(Staffing.Value, origin, StaffDistrict.Shelf.PlanOf(StaffDistrict.Scenario, 1), folder, "out", language);
                }

                break;
            case "stress":
                using (OutFolder folder = OutFolder.Prepare(path, false, OutFolderKind.Stress))
                {
                    StressOutput.Write(Stress.Value, new StressOrigin("s.yaml", ["--set", "name=it's one"]), folder, language);
                }

                break;
            case "plans" or "paper":
                using (OutFolder folder = OutFolder.Prepare(path, false, OutFolderKind.PlanDiff))
                {
                    PlanDiff diff = kind == "plans" ? Plans.Value : new PlanDiff(Paper("\"note\"", "\"start\": \"2022-04-10T02:00:00+08:00\", \"helpers\": 3, \"note\""), null);
                    PlanDiffOutput.Write(diff, folder, ["plan", "diff", "a", "b"], language, 1);
                }

                break;
            case "backtest" or "bands":
                using (OutFolder folder = OutFolder.Prepare(path, false, OutFolderKind.Backtest))
                {
                    BacktestOutput.Write(kind == "backtest" ? WithParameters.Value : WithParameters.Value with { Fit = null }, folder, ["backtest", "c.csv", "plan.json", "--set", "name=it's one"], language);
                }

                break;
            case "sweep" or "sensitivity":
                Sweep sweep = Experiment.Read(kind == "sweep" ? Experiment.Two : Morris, new Twin.Experiments.Sweeps.Files.SweepChanges(Replications: kind == "sweep" ? 5 : 2));
                using (SweepFolder folder = SweepFolder.Prepare(path, sweep, SweepFolderUse.Begin))
                {
                    await SweepOutput.WriteAsync(SweepRunner.Run(sweep, folder.Store, 2), folder, language);
                }

                break;
            default:
                using (OutFolder folder = OutFolder.Prepare(path, false))
                {
                    RunOutput.Write(kind switch
                    {
                        "queue" => WithStart(QueueOutputTests.Record(5)),
                        "replications" => SyntheticRun.Record(sites: 12, communities: 24, replications: 6),
                        _ => KernelRun.Small,
                    }, folder, language);
                }

                break;
        }
    }

    private static PlanDifference Paper(string old, string replacement)
    {
        (District district, SiteLayout layout) = StaffDistrict.Shelf.PlacesOf(StaffDistrict.Scenario);
        return PlanDifference.Of(PlanDistrict.Read(PlanDistrict.ByHand), PlanDistrict.Read(PlanDistrict.With(old, replacement), "other.json"), new StaffCosts(60, 40, 20), district, layout);
    }

    private static RunRecord WithStart(RunRecord record) => record with { Scenario = record.Scenario with { Start = StaffDistrict.Scenario.Start } };

    private static byte[] Zip(string json)
    {
        using MemoryStream bytes = new();
        using (GZipStream gzip = new(bytes, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(json));
        }

        return bytes.ToArray();
    }

    private static Dictionary<string, byte[]> Files(string path) =>
        Directory.EnumerateFileSystemEntries(path).ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes, StringComparer.Ordinal);

    private static bool IsDrawn(string name) => name.EndsWith(".png", StringComparison.Ordinal) || name == "report.html";

    private static Dictionary<string, byte[]> Drawn(Dictionary<string, byte[]> files) => files.Where(file => IsDrawn(file.Key)).ToDictionary(StringComparer.Ordinal);

    private static Dictionary<string, byte[]> Kept(Dictionary<string, byte[]> files) => files.Where(file => !IsDrawn(file.Key)).ToDictionary(StringComparer.Ordinal);

    private static void AssertSame(Dictionary<string, byte[]> expected, Dictionary<string, byte[]> actual, string except = "")
    {
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected.Keys.Where(name => name != except), name => Assert.True(expected[name].AsSpan().SequenceEqual(actual[name]), $"{name} is not the same"));
    }
}

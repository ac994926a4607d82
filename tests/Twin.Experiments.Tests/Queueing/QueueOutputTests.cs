using System.Globalization;
using System.Text.Json.Nodes;
using Twin.Experiments.Queueing;
using Twin.Kernel;
using Twin.Model.Distributions;
using Twin.Model.Queueing;
using Twin.Model.Results;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Tests.Queueing;

public sealed class QueueOutputTests(ITestOutputHelper output)
{
    private static readonly Scenario Two = new()
    {
        Name = "two",
        Activity = Activity.Queue,
        Queue = new QueueNetworkParameters
        {
            End = Duration.Seconds(100),
            Stations =
            [
                new StationParameters
                {
                    Name = "Desk, \"main\"",
                    Service = new Constant(15),
                    Arrivals = new ArrivalParameters { Times = [new(0), new(10_000), new(20_000), new(30_000)] },
                    Room = 3,
                    Next = new Dictionary<string, double> { ["采样"] = 1 },
                },
                new StationParameters { Name = "采样", Servers = 2, Service = new LogNormal(0.5, 0.2) },
            ],
        },
    };

    internal static RunRecord Record(int replications = 0)
    {
        (QueueResult Result, QueueRecords Records)[] runs = [.. Enumerable.Range(0, Math.Max(1, replications)).Select(seed =>
        {
            QueuePlan plan = new(Two, (ulong)seed, QueueRecording.Of(Two.Queue, QueueRecording.FewVisits));
            EngineOutcome outcome = new KernelEngine(plan).Run();
            return (QueueResultReader.Read(plan, outcome.Metrics), QueueRecords.Unpack(plan, outcome.Packed![0].Packed));
        })];
        QueueResult[] results = [.. runs.Select(run => run.Result)];
        return new RunRecord
        {
            Scenario = Two,
            ScenarioFile = "two.yaml",
            Options = [],
            Engine = "kernel",
            Digest = "",
            ResultsDigest = "",
            Events = 0,
            Windows = 0,
            Grains = new Dictionary<string, int>(),
            GenerateSeconds = 0,
            ActivateSeconds = 0,
            StepSeconds = 0,
            WindowStepSeconds = 0,
            Queue = results[0],
            QueueReplications = replications == 0 ? [] : results,
            QueueRecords = runs[0].Records,
            QueueSeriesOfAll = replications == 0 ? null : runs.Select(run => run.Records.Series!).Aggregate((sum, next) => sum.Plus(next)),
        };
    }

    [Fact]
    public void Json_OneRun_HasEveryFigure()
    {
        JsonObject json = JsonNode.Parse(QueueOutput.Json(Record()).ToJsonString())!.AsObject();
        JsonNode desk = json["stations"]![0]!;
        Assert.Equal(("Desk, \"main\"", 1, 3), (desk["name"]!.GetValue<string>(), desk["servers"]!.GetValue<int>(), desk["room"]!.GetValue<int>()));
        Assert.Equal((4L, 0L, 4L), (desk["arrived"]!.GetValue<long>(), desk["refused"]!.GetValue<long>(), desk["served"]!.GetValue<long>()));
        Assert.Equal((0.6, 0.9, 0.3), (desk["utilisation"]!.GetValue<double>(), desk["numberInSystem"]!.GetValue<double>(), desk["numberInQueue"]!.GetValue<double>()));
        Assert.Equal((7.5, 15.0), (desk["wait"]!["mean"]!.GetValue<double>(), desk["wait"]!["p99"]!.GetValue<double>()));
        Assert.Equal(90_000, desk["little"]!["numberMilliseconds"]!.GetValue<long>());
        Assert.Null(desk["intervals"]);
        Assert.Null(json["stations"]![1]!["room"]);
        Assert.Equal(2, json["journey"]!["visits"]!.GetValue<double>());
        Assert.Equal(("shortService", "采样"), (json["warnings"]![0]!["kind"]!.GetValue<string>(), json["warnings"]![0]!["station"]!.GetValue<string>()));
        Assert.Equal(1, json["replications"]!.GetValue<int>());
    }

    [Fact]
    public void Json_Replications_EveryFigureHasItsInterval()
    {
        RunRecord record = Record(replications: 5);
        JsonObject json = QueueOutput.Json(record);
        foreach (JsonNode? part in (JsonNode?[])[json["stations"]![1], json["journey"]])
        {
            JsonObject intervals = part!["intervals"]!.AsObject();
            Assert.True(intervals.Count > 15, $"{intervals.Count} intervals");
            Assert.All(intervals, pair => Assert.NotNull(pair.Key.Split('.').Aggregate<string, JsonNode?>(part, (node, key) => node![key])));
        }

        ConfidenceInterval expected = ConfidenceInterval.Of([.. record.QueueReplications.Select(run => run.Stations[1].Sojourn.Mean)]);
        JsonNode interval = json["stations"]![1]!["intervals"]!["sojourn.mean"]!;
        Assert.Equal((expected.Mean, expected.HalfWidth), (interval["mean"]!.GetValue<double>(), interval["halfWidth"]!.GetValue<double>()));
        Assert.True(expected.HalfWidth > 0);
        Assert.Equal(5, json["replications"]!.GetValue<int>());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void StationsCsv_AnyCulture_HasAsManyFieldsAsColumns(int replications)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            string[] lines = QueueOutput.StationsCsv(Record(replications)).Split('\n');
            Assert.Equal((4, ""), (lines.Length, lines[3]));
            Assert.StartsWith("\"Desk, \"\"main\"\"\",1,3,4,", lines[1], StringComparison.Ordinal);
            Assert.StartsWith("采样,2,,4,", lines[2], StringComparison.Ordinal);
            Assert.Equal(lines[0].Split(',').Length, lines[2].Split(',').Length);
            int mean = lines[0].Split(',').IndexOf("wait.mean");
            Assert.Equal("7.5", lines[1].Split(',')[mean + 1]);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Text_English_HasTheTableAndTheWarnings()
    {
        string text = QueueOutput.Text(Record(), "en");
        output.WriteLine(text);
        Assert.Contains("utilisation", text, StringComparison.Ordinal);
        Assert.Contains("Little's law holds exactly: the number in the network over the statistics adds up to 92.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("First run", text, StringComparison.Ordinal);
        Assert.Contains("warning: station 采样: the mean service time is 0.5 s, under 1 s", text, StringComparison.Ordinal);
        string[] lines = text.Split('\n');
        Assert.Contains("7.500", lines.Single(line => line.StartsWith("Desk", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_Chinese_HasItsOwnWords()
    {
        string text = QueueOutput.Text(Record(replications: 5), "zh");
        output.WriteLine(text);
        Assert.Contains("5 次重复", text, StringComparison.Ordinal);
        Assert.Contains("利用率", text, StringComparison.Ordinal);
        Assert.Contains("注意：站点 采样", text, StringComparison.Ordinal);
        Assert.Contains("7.500 ± 0.000", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Sentence_EveryKind_HasWordsInBothLanguages() => Assert.All(Enum.GetValues<QueueWarningKind>(), kind =>
    {
        QueueWarning warning = new(kind, "A", 1.25);
        Assert.Contains("1.25", QueueText.Sentence(warning, chinese: false), StringComparison.Ordinal);
        Assert.Contains("1.25", QueueText.Sentence(warning, chinese: true), StringComparison.Ordinal);
    });

    [Fact]
    public void Text_NetworkWithPeopleAtTheEnd_SaysWhyLIsNotLambdaW()
    {
        RunRecord record = Record() with { QueueRecords = new QueueRecords(0, [], 2, 7, null) };
        JourneyResult journey = record.Queue!.Journey with { Little = new LittleCheck(4_592_800, 4_592_800, 45.928, 56.846) };
        string text = QueueOutput.Text(record with { Queue = record.Queue with { Journey = journey } }, "en");
        Assert.Contains("adds up to 4,592.800 person-seconds", text, StringComparison.Ordinal);
        Assert.Contains("L = 45.928. The rate of arrivals times their mean whole stay is 56.846: 2 were there when the statistics began and 7 when they ended", text, StringComparison.Ordinal);
        Assert.DoesNotContain("exact everywhere", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_SomeRunsWithWarnings_SaysInHowMany()
    {
        RunRecord record = Record(replications: 5);
        QueueWarning left = new(QueueWarningKind.NotLeft, "采样", 3);
        QueueResult[] runs = [.. record.QueueReplications.Select((run, i) => i is 1 or 3 ? run with { Warnings = [.. run.Warnings, left with { Value = i }] } : run)];
        string text = QueueOutput.Text(record with { QueueReplications = runs }, "en");
        output.WriteLine(text);
        Assert.Contains("3 were still there when the run ended; their times are not in the figures (in 2 of 5 runs; the most of any)", text, StringComparison.Ordinal);
        Assert.Contains("First run: Little's law", text, StringComparison.Ordinal);
        Assert.Contains("0.5 s, under 1 s: rounding to whole ms shows\n", text, StringComparison.Ordinal);
        Assert.Contains("首次模拟：利特尔定律", QueueOutput.Text(record, "zh"), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_AnotherConfidence_IsThatOfEveryInterval()
    {
        RunRecord record = Record(replications: 5) with { Confidence = 0.9 };
        Assert.Contains("± half of the 90 % interval", QueueOutput.Text(record, "en"), StringComparison.Ordinal);
        Assert.Contains("± 90% 置信半宽", QueueOutput.Text(record, "zh"), StringComparison.Ordinal);
        JsonObject json = QueueOutput.Json(record);
        Assert.Equal(0.9, json["confidence"]!.GetValue<double>());
        double[] values = [.. record.QueueReplications.Select(run => run.Stations[1].Sojourn.Mean)];
        Assert.Equal(ConfidenceInterval.Of(values, 0.9).HalfWidth, json["stations"]![1]!["intervals"]!["sojourn.mean"]!["halfWidth"]!.GetValue<double>());
    }

    [Fact]
    public void VisitTable_TwoStations_HasOneRowForEachVisit()
    {
        string[] lines = [.. QueueVisitTable.Lines(Two, Record().QueueRecords!.Visits)];
        output.WriteLine(string.Join('\n', lines));
        Assert.Equal(8, lines.Length);
        Assert.Equal("\"Desk, \"\"main\"\"-1\",1,\"Desk, \"\"main\"\"\",0.000,0.000,15.000,15.000,0.000,served,1", lines[0]);
        Assert.Equal("\"Desk, \"\"main\"\"-2\",1,\"Desk, \"\"main\"\"\",10.000,15.000,30.000,30.000,5.000,served,1", lines[1]);
        Assert.All(lines, line => Assert.EndsWith(",1", line, StringComparison.Ordinal));
    }

    [Fact]
    public void SeriesTable_TwoStations_HasTheAveragesOfEachStep()
    {
        RunRecord record = Record(replications: 5);
        string[] lines = System.Text.Encoding.UTF8.GetString(QueueSeriesTable.Of(record, record.QueueRecords!.Series!).ToBytes()).TrimEnd().Split('\n');
        Assert.Equal(1 + (2 * 10), lines.Length);
        Assert.Equal("\"Desk, \"\"main\"\"\",10,0001-01-01T00:00:10+00:00,0.5,1,1,0.5,1", lines[2]);
    }

    [Fact]
    public void Words_EmptyStart_NamesTheKeysInBothLanguages()
    {
        RunRecord record = Record() with { QueueStart = [new QueueStartBias("采样", 0.3, 0, 50_400, 554_400), new QueueStartBias("B", -0.1, 12, 1_800, null)] };
        string english = QueueOutput.Text(record, "en");
        Assert.Contains("queue.warmUp: 14h with queue.end: 6d10h would do", english, StringComparison.Ordinal);
        Assert.Contains("30.0 % below", english, StringComparison.Ordinal);
        Assert.Contains("over 12 runs the mean number there is 10.0 % above", english, StringComparison.Ordinal);
        Assert.Contains("queue.warmUp: 30min would do", english, StringComparison.Ordinal);
        Assert.Contains("设 queue.warmUp: 14h 与 queue.end: 6d10h 即可", QueueOutput.Text(record, "zh"), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_AnotherActivity_IsRefused() =>
        Assert.Throws<InvalidOperationException>(() => QueueOutput.Json(Record() with { Queue = null }));
}

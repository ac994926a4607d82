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
        QueueResult[] results = [.. Enumerable.Range(0, Math.Max(1, replications)).Select(seed =>
        {
            QueuePlan plan = new(Two, (ulong)seed);
            return QueueResultReader.Read(plan, new KernelEngine(plan).Run().Metrics);
        })];
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
        Assert.Contains("Little's law: exact everywhere", text, StringComparison.Ordinal);
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
    public void Json_AnotherActivity_IsRefused() =>
        Assert.Throws<InvalidOperationException>(() => QueueOutput.Json(Record() with { Queue = null }));
}

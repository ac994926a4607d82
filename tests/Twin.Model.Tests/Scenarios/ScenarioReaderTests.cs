using Twin.Model.Distributions;
using Twin.Model.Queueing;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Model.Tests.Scenarios;

public sealed class ScenarioReaderTests
{
    [Fact]
    public void Read_LeastFile_HasEveryDefault()
    {
        Scenario scenario = Files.Read("");
        Scenario expected = new() { Name = "t", Activity = Activity.MassTesting, Start = new(2022, 4, 10, 2, 0, 0, TimeSpan.FromHours(8)) };
        Assert.Equal(Files.Json(expected), Files.Json(scenario));
    }

    [Theory]
    [InlineData("45s", 45_000)]
    [InlineData("15min", 900_000)]
    [InlineData("5h", 18_000_000)]
    [InlineData("1h30min", 5_400_000)]
    [InlineData("250ms", 250)]
    [InlineData("2d", 172_800_000)]
    [InlineData("1.5h", 5_400_000)]
    [InlineData("\"90s\"", 90_000)]
    [InlineData("0s", 0)]
    [InlineData("1d2h3min4s5ms", 93_784_005)]
    public void Read_Duration_IsExact(string text, long milliseconds) =>
        Assert.Equal(milliseconds, Files.Read($"testing: {{service: {{tubeChange: {text}}}}}\n").Testing.Service.TubeChange.Milliseconds);

    [Theory]
    [InlineData("07:00+08:00", 5)]
    [InlineData("02:00+08:00", 0)]
    [InlineData("01:00+08:00", 23)]
    [InlineData("23:00Z", 5)]
    [InlineData("07:00:00.000+08:00", 5)]
    [InlineData("2022-04-10T07:00+08:00", 5)]
    [InlineData("2022-04-10 07:00:00 +08:00", 5)]
    [InlineData("2022-04-09T23:00:00Z", 5)]
    [InlineData("2022-04-11T03:00+09:00", 24)]
    [InlineData("5h", 5)]
    public void Read_Moment_CountsFromTheStart(string text, int hours) =>
        Assert.Equal(hours * 3_600_000L, Files.Read($"horizon: 48h\ntesting: {{notice: {{at: {text}}}}}\n").Testing.Notice.At.SinceStart);

    [Theory]
    [InlineData("20s", 20, 0)]
    [InlineData("{constant: 20s}", 20, 0)]
    [InlineData("{lognormal: {mean: 14s, sd: 7s}}", 14, 7)]
    [InlineData("{uniform: {min: 10s, max: 22s}}", 16, 3.4641016151377544)]
    [InlineData("{triangular: {min: 0s, mode: 0s, max: 3s}}", 1, 0.7071067811865476)]
    [InlineData("{exponential: {mean: 1min}}", 60, 60)]
    [InlineData("{erlang: {k: 4, mean: 20s}}", 20, 10)]
    [InlineData("{gamma: {mean: 20s, sd: 5s}}", 20, 5)]
    [InlineData("{weibull: {shape: 1, scale: 20s}}", 20, 20)]
    [InlineData("{truncatedNormal: {mean: 20s, sd: 5s, min: 10s, max: 30s}}", 20, 4.398128305)]
    [InlineData("{empirical: {values: [10s, 30s]}}", 20, 10)]
    [InlineData("{empirical: {values: [10s, 30s], weights: [3, 1]}}", 15, 8.660254037844387)]
    [InlineData("{mixture: [{weight: 1, of: 10s}, {weight: 1, of: {uniform: {min: 30s, max: 30s}}}]}", 20, 10)]
    public void Read_Distribution_HasItsMoments(string text, double mean, double sd)
    {
        Distribution swab = Files.Read($"testing:\n  service:\n    swab: {text}\n").Testing.Service.Swab;
        Assert.Equal(mean, swab.Mean, 1e-6);
        Assert.Equal(sd, swab.StandardDeviation, 1e-6);
    }

    [Fact]
    public void Read_LognormalByMedian_IsGivenByMedian()
    {
        LogNormal acknowledge = Assert.IsType<LogNormal>(Files.Read("testing: {notice: {acknowledge: {lognormal: {median: 4min, sigma: 0.6}}}}\n").Testing.Notice.Acknowledge);
        Assert.Equal(240, acknowledge.Quantile(0.5), 1e-9);
        Assert.Equal(0.6, acknowledge.Sigma);
    }

    [Fact]
    public void Read_Lateness_MayBeNegative()
    {
        Scenario scenario = Files.Read("testing: {slots: {lateness: {normal: {mean: -3min, sd: 8min}}}}\n");
        Assert.Equal(new NormalDuration(-180, 480), scenario.Testing.Slots.Lateness);
    }

    [Fact]
    public void Read_NoneForAnOptionalKey_TakesItsValueAway()
    {
        Assert.Equal(200, Files.Read("").Testing.Balk.QueueSpace);
        Assert.Null(Files.Read("testing: {balk: {queueSpace: none}}\n").Testing.Balk.QueueSpace);
    }

    [Fact]
    public void Read_ListOfRecords_ReadsEach()
    {
        Scenario scenario = Files.Read("""
            district:
              streets:
                - {code: AA, name: North}
                - {code: BB, name: South, town: true, villages: 3}
            disruptions:
              - {type: registrationOutage, at: 08:00+08:00, length: 30min, sites: [S-001, S-002]}
            interventions:
              - type: moveStaff
                at: 9h
                from: S-003
                sites: [S-004]
                samplers: 2
              - {type: extendWindow, at: 9h, to: 13:00+08:00}

            """);
        Assert.Equal(["AA", "BB"], scenario.District.Streets.Select(street => street.Code));
        Assert.True(scenario.District.Streets[1].Town);
        Assert.Equal(["S-001", "S-002"], scenario.Disruptions[0].Sites);
        Assert.Equal(6 * 3_600_000, scenario.Disruptions[0].At.SinceStart);
        Assert.Equal(InterventionType.MoveStaff, scenario.Interventions[0].Type);
        Assert.Equal(11 * 3_600_000, scenario.Interventions[1].To?.SinceStart);
    }

    [Fact]
    public void Read_Queue_ReadsStations()
    {
        Scenario scenario = Files.With("q.yaml", """
            name: q
            activity: queue
            start: 2022-04-10T00:00Z
            queue:
              stations:
                - {name: a, service: 10s, arrivals: {times: [1s, 2s]}, next: {b: 0.5, a: 0.25}}
                - {name: b, servers: 2, room: 5, service: {exponential: {mean: 1min}}}
            """).Read("q.yaml");
        StationParameters first = scenario.Queue.Stations[0];
        Assert.Equal(0.25, first.Next["a"]);
        Assert.Equal([new Duration(1000), new Duration(2000)], first.Arrivals?.Times);
        Assert.Null(first.Room);
        Assert.Equal(5, scenario.Queue.Stations[1].Room);
    }

    [Fact]
    public void Read_Seed_TakesTheWholeRange() =>
        Assert.Equal(ulong.MaxValue, Files.Read("seed: 18446744073709551615\n").Seed);

    [Fact]
    public void Read_ByteOrderMarkAndWindowsLineEnds_AreNoError() =>
        Assert.Equal("t", Files.With("t.yaml", "\uFEFF" + Files.Least.Replace("\n", "\r\n", StringComparison.Ordinal)).Read("t.yaml").Name);

    [Fact]
    public void Read_Together_LeavesUnsetKeysOfAMappingAtTheirDefaults()
    {
        TurnoutParameters turnout = Files.Read("testing: {turnout: {home: 0.6}}\n").Testing.Turnout;
        Assert.Equal(new TurnoutParameters { Home = 0.6 }, turnout);
    }
}

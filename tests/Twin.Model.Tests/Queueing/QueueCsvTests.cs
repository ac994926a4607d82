using Twin.Model.Queueing;
using Twin.Model.Scenarios;

namespace Twin.Model.Tests.Queueing;

/// <summary>CSV files of a queueing network, and what they become.</summary>
public sealed class QueueCsvTests
{
    private static readonly DateTimeOffset Start = new(2022, 4, 10, 8, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void Times_ClockTimesAndSeconds_AreSinceTheStart()
    {
        IReadOnlyList<(Duration Time, int Kind)> rows = QueueCsv.Times("a.csv", "kind,time\nB,08:00:01.250\r\n# a remark\nA,3600.25\n", Start, ["A", "B"]);
        Assert.Equal([(new Duration(1_250), 1), (new Duration(3_600_250), 0)], rows);
    }

    [Fact]
    public void Times_WrongLines_AreAllNamedWithTheirPlace()
    {
        ScenarioFormatException wrong = Assert.Throws<ScenarioFormatException>(() => QueueCsv.Times("a.csv", "time,kind\n5,C\nnoon,A\n7\n", Start, ["A", "B"]));
        Assert.Contains("a.csv:2:3: kind: found \"C\"; allowed one of the kinds A, B", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("a.csv:3:1: time: found \"noon\"", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("a.csv:4:1: line: found 1 fields; allowed 2, as in the header", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rates_Overlap_IsRefused()
    {
        ScenarioFormatException wrong = Assert.Throws<ScenarioFormatException>(() => QueueCsv.Rates("r.csv", "from,to,perHour\n0,1h,10\n30min,2h,x\n", Start));
        Assert.Contains("r.csv:3:1: from: found \"30min\"; allowed at least 3600 s", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("r.csv:3:10: perHour: found \"x\"", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Inlined_FileOfKinds_GivesEachKindItsTimes()
    {
        QueueNetworkParameters network = new()
        {
            Stations = [new() { Name = "Desk", Arrivals = new() { File = "a.csv" } }, new() { Name = "Door", Arrivals = new() { File = "a.csv" } }],
            Kinds = [new() { Name = "A" }, new() { Name = "B" }],
        };
        QueueNetworkParameters inlined = QueueFiles.Inlined(network, Start, (_, _) => "time,kind\n1,A\n2,B\n3,A\n");
        Assert.Equal(2, inlined.ArrivalsOf(0, 0)!.Times.Count);
        Assert.Equal([Duration.Seconds(2)], inlined.ArrivalsOf(1, 1)!.Times);
        Assert.Empty(QueueNetworkCheck.Faults(inlined));
    }

    [Theory]
    [InlineData("kinds without arrivals of their own", "queue.stations[0].arrivals")]
    [InlineData("a way that nobody goes", "queue.stations[0].travel[0].to")]
    [InlineData("batches that are interrupted", "queue.stations[0].batch")]
    [InlineData("sizes that do not add up", "queue.stations[0].arrivals.batchSizes")]
    [InlineData("a population that never comes", "queue.stations[0].arrivals")]
    [InlineData("resume without two priorities", "queue.stations[0].preemption")]
    public void Faults_WhatCannotAct_IsRefused(string what, string path)
    {
        ArrivalParameters arrivals = new() { PoissonPerHour = 10 };
        StationParameters station = new() { Name = "Desk", Arrivals = arrivals };
        IReadOnlyList<CustomerKindParameters> kinds = [new() { Name = "A", At = [new() { Station = "Desk", Arrivals = arrivals }] }];
        QueueNetworkParameters network = what switch
        {
            "kinds without arrivals of their own" => new() { Stations = [station], Kinds = kinds },
            "a way that nobody goes" => new() { Stations = [station with { Travel = [new() { To = "Desk" }] }] },
            "batches that are interrupted" => new() { Stations = [station with { Batch = new(), Preemption = Preemption.Resume }] },
            "sizes that do not add up" => new() { Stations = [station with { Arrivals = arrivals with { BatchSizes = new Dictionary<string, double> { ["2"] = 0.5 } } }] },
            "a population that never comes" => new() { Stations = [station with { Arrivals = new() { Population = 3 } }] },
            _ => new() { Stations = [station with { Arrivals = null, Preemption = Preemption.Resume }], Kinds = kinds },
        };
        Assert.Contains(QueueNetworkCheck.Faults(network), fault => fault.Path == path);
    }
}

using Twin.Model.Scenarios;

namespace Twin.Model.Tests.Scenarios;

public sealed class ScenarioRulesTests
{
    [Theory]
    [InlineData("testing: {window: {open: 5h, close: 5h}}\n", 37, "testing.window.close", "2022-04-10T07:00:00+08:00", "a time after opening (2022-04-10T07:00:00+08:00)")]
    [InlineData("testing: {window: {open: 11h}}\n", 19, "testing.window.close", "2022-04-10T12:00:00+08:00", "a time after opening (2022-04-10T13:00:00+08:00)")]
    [InlineData("testing: {window: {lastEntry: 5h}}\n", 31, "testing.window.lastEntry", "5h", "less than the window (5h)")]
    [InlineData("testing: {slots: {length: 5h}}\n", 27, "testing.slots.length", "5h", "at most the window without lastEntry (4h30min)")]
    [InlineData("testing: {turnout: {home: 0.9}}\n", 20, "testing.turnout", "home, elsewhere and afterReminder that add up to 1.2", "at most 1 together; the rest never comes")]
    [InlineData("testing: {balk: {comeBack: 0.9}}\n", 17, "testing.balk", "comeBack and nextSite that add up to 1.1", "at most 1 together; the rest gives up")]
    [InlineData("testing: {sites: {amber: 1h}}\n", 18, "testing.sites.red", "50min", "at least amber (1h)")]
    [InlineData("testing: {notice: {toDeputy: 20min}}\n", 19, "testing.notice.toLevelAbove", "10min", "at least toDeputy (20min)")]
    [InlineData("testing: {staff: {breaks: [{role: desks, from: 8h, to: 8h}]}}\n", 56, "testing.staff.breaks.0.to", "2022-04-10T10:00:00+08:00", "a time after from (2022-04-10T10:00:00+08:00)")]
    [InlineData("horizon: 9h\n", 1, "testing.window.close", "2022-04-10T12:00:00+08:00", "at latest the end of the run (2022-04-10T11:00:00+08:00: start + horizon)")]
    [InlineData("horizon: 15d\n", 10, "horizon", "15d", "at most 14d for a mass test")]
    [InlineData("testing: {reminders: {at: [8h, 25h]}}\n", 32, "testing.reminders.at.1", "2022-04-11T03:00:00+08:00", "at latest the end of the run (2022-04-11T02:00:00+08:00: start + horizon)")]
    [InlineData("disruptions: [{type: siteClosed, at: 25h}]\n", 38, "disruptions.0.at", "2022-04-11T03:00:00+08:00", "at latest the end of the run (2022-04-11T02:00:00+08:00: start + horizon)")]
    [InlineData("interventions: [{type: addStaff, at: 8h}]\n", 17, "interventions.0", "neither samplers nor desks", "at least one of samplers and desks, above 0")]
    [InlineData("interventions: [{type: moveStaff, at: 8h, desks: 1, sites: [S-001]}]\n", 17, "interventions.0.from", "nothing", "the code of the site from which staff are moved, such as S-017")]
    [InlineData("interventions: [{type: moveStaff, at: 8h, desks: 1, from: S-001}]\n", 17, "interventions.0.sites", "nothing", "the codes of the sites to which staff are moved, such as [S-018]")]
    [InlineData("interventions: [{type: moveStaff, at: 8h, desks: 1, from: S-001, sites: [S-001]}]\n", 73, "interventions.0.sites", "S-001, from which staff are moved", "other sites")]
    [InlineData("interventions: [{type: extendWindow, at: 8h}]\n", 17, "interventions.0.to", "nothing", "the new closing time, such as 13:00+08:00")]
    [InlineData("interventions: [{type: extendWindow, at: 8h, to: 4h}]\n", 50, "interventions.0.to", "2022-04-10T06:00:00+08:00", "a time after opening (2022-04-10T07:00:00+08:00)")]
    [InlineData("interventions: [{type: openSite, at: 8h, desks: 4}]\n", 42, "interventions.0.desks", "desks, which cannot act: interventions.0.type = openSite", "desks only with interventions.0.type = addStaff or moveStaff or removeStaff")]
    [InlineData("district: {aged65: 0.2}\n", 20, "district.aged65", "0.2", "at most the share aged 60 or more (0.181)")]
    [InlineData("district: {agedAlone: 0.5}\n", 23, "district.agedAlone", "0.5", "at most the share of one-person households (0.33)")]
    [InlineData("district: {ruralMicroGrids: 4000}\n", 29, "district.ruralMicroGrids", "4000", "at most microGrids (3339)")]
    [InlineData("district: {baseGrids: 4000}\n", 23, "district.baseGrids", "4000", "at most microGrids (3339)")]
    public void Read_ValuesThatDoNotFit_AreRefused(string more, int column, string path, string found, string allowed)
    {
        ScenarioError error = Files.Error(more);
        // A value that is left out is reported at the mapping that lacks it; the file's begins in line 1.
        int line = path == "testing.window.close" && more.StartsWith("horizon", StringComparison.Ordinal) ? 1 : 4;
        ScenarioErrorTests.Check(error, line, column, path, found, allowed, null);
    }

    [Fact]
    public void Read_SharesThatAddUpToOneInDecimals_AreAllowed() =>
        Assert.Equal(0.1, Files.Read("testing: {turnout: {home: 0.7, elsewhere: 0.2, afterReminder: 0.1}}\n").Testing.Turnout.AfterReminder);

    [Fact]
    public void Read_WrongValue_IsNotJudgedByARuleToo() =>
        Assert.Equal("testing.window.open", Files.Error("testing: {window: {open: noon, close: 1h}}\n").Path);

    [Theory]
    [InlineData("stations: []", "queue.stations", null)]
    [InlineData("stations: [{name: a, service: 1s}]", "queue.stations", "no station with arrivals")]
    [InlineData("stations: [{name: a, service: 1s, arrivals: {}}]", "queue.stations.0.arrivals", null)]
    [InlineData("stations: [{name: a, service: 1s, arrivals: {poissonPerHour: 1, times: [1s]}}]", "queue.stations.0.arrivals", null)]
    [InlineData("stations: [{name: a, service: 1s, arrivals: {poissonPerHour: 0}}]", "queue.stations.0.arrivals.poissonPerHour", "0")]
    [InlineData("stations: [{name: a, service: 1s, arrivals: {poissonPerHour: 1}}, {name: a, service: 1s}]", "queue.stations.1.name", null)]
    [InlineData("stations: [{name: a, service: 1s, arrivals: {poissonPerHour: 1}, next: {b: 0.5}}]", "queue.stations.0.next.b", null)]
    [InlineData("stations: [{name: a, service: 1s, arrivals: {poissonPerHour: 1}, next: {a: 1.5}}]", "queue.stations.0.next.a", "1.5")]
    [InlineData("stations: [{name: a, service: 1s, arrivals: {poissonPerHour: 1}, next: {a: 1}}]", "queue.stations.0.next", null)]
    [InlineData("stations: [{name: a, service: 1s, arrivals: {poissonPerHour: 1}, next: {a: 0.6, b: 0.6}}, {name: b, service: 1s}]", "queue.stations.0.next", null)]
    [InlineData("stations: [{name: a, arrivals: {poissonPerHour: 1}}]", "queue.stations.0.service", "nothing")]
    [InlineData("stations: [{name: a, service: 1s, arrivals: {rates: [{from: 1h, to: 1h, perHour: 1}]}}]", "queue.stations.0.arrivals.rates.0.to", null)]
    [InlineData("stations: [{name: a, service: 1s, arrivals: {rates: [{from: 0s, to: 2h, perHour: 1}, {from: 1h, to: 3h, perHour: 1}]}}]", "queue.stations.0.arrivals.rates.1.from", null)]
    [InlineData("stations: [{name: a, service: 1s, servers: 0, arrivals: {poissonPerHour: 1}}]", "queue.stations.0.servers", "0")]
    [InlineData("stations: [{name: a, service: {normal: {mean: 5s, sd: 1s}}, arrivals: {poissonPerHour: 1}}]", "queue.stations.0.service", null)]
    [InlineData("{warmUp: 10h, stations: [{name: a, service: 1s, arrivals: {poissonPerHour: 1}}]}", "queue.end", null)]
    public void Read_NetworkThatCannotBe_IsRefused(string network, string path, string? found)
    {
        string text = $"name: q\nactivity: queue\nstart: 2022-04-10T02:00+08:00\nqueue: {(network[0] == '{' ? network : "{" + network + "}")}\n";
        ScenarioError error = Assert.Single(Files.With("q.yaml", text).Errors("q.yaml"));
        Assert.Equal(("q.yaml", 4, path, found ?? error.Found), (error.File, error.Line, error.Path, error.Found));
    }

    [Fact]
    public void Read_Queue_IgnoresRulesOfAMassTest() => Assert.Equal(Activity.Queue, Files.With("q.yaml", """
        name: q
        activity: queue
        start: 2022-04-10T02:00+08:00
        queue: {end: 2000h, stations: [{name: a, service: 1s, arrivals: {poissonPerHour: 1}}]}
        """).Read("q.yaml").Activity);
}

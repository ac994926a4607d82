using System.Text.Json.Nodes;
using Twin.Model.Scenarios;

namespace Twin.Model.Tests.Scenarios;

public sealed class ActingKeysTests
{
    private const string Queue = "name: q\nactivity: queue\nstart: 2022-04-10T08:00+08:00\nqueue: {stations: [{name: a, service: 5min, arrivals: {poissonPerHour: 4}}]}\n";

    [Theory]
    [InlineData("interventions:\n  - {type: removeStaff, at: 1h, desks: 3}\n", "interventions")]
    [InlineData("disruptions:\n  - {type: registrationOutage, at: 1h, length: 1h}\n", "disruptions")]
    [InlineData("testing: {staff: {absence: 0.5}}\n", "testing.staff.absence")]
    [InlineData("testing: {staff: {absence: 0.5}, slots: {length: 5min}}\n", "testing")]
    [InlineData("scale: 5\n", "scale")]
    [InlineData("horizon: 1h\n", "horizon")]
    [InlineData("district: {residents: 1000}\n", "district.residents")]
    public void Read_KeyOfAMassTestInAQueue_IsRefusedWithPlaceAndReason(string more, string path)
    {
        ScenarioError error = Assert.Single(Files.With("q.yaml", Queue + more).Errors("q.yaml"));
        Assert.Equal(("q.yaml", 5, path), (error.File, error.Line, error.Path));
        Assert.EndsWith("which cannot act: activity = queue", error.Found, StringComparison.Ordinal);
        Assert.EndsWith("only with activity = massTesting", error.Allowed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("queue: {end: 1h}\n", "queue.end", "activity = massTesting")]
    [InlineData("testing: {arrivals: {siteSpacingMetres: 300}}\n", "testing.arrivals.siteSpacingMetres", "testing.arrivals.file = none")]
    [InlineData("testing: {arrivals: {file: a.csv}, slots: {length: 5min}}\n", "testing.slots.length", "testing.arrivals.file = a.csv")]
    [InlineData("testing: {arrivals: {file: a.csv}, window: {lastEntry: 5min}}\n", "testing.window.lastEntry", "testing.arrivals.file = a.csv")]
    [InlineData("scale: 2\ntesting: {arrivals: {file: a.csv}}\n", "scale", "testing.arrivals.file = a.csv")]
    [InlineData("testing: {slots: {enabled: false, by: person}}\n", "testing.slots.by", "testing.slots.enabled = false")]
    [InlineData("testing: {slots: {by: person, drawnBy: party}}\n", "testing.slots.drawnBy", "testing.slots.by = person")]
    [InlineData("testing: {staff: {residentsPerDesk: 500, desks: 20}}\n", "testing.staff.residentsPerDesk", "testing.staff.desks = 20 and testing.staff.besideGuideline = false")]
    [InlineData("testing: {balk: {queueSpace: none, tries: 2}}\n", "testing.balk.tries", "testing.balk.queueSpace = none")]
    [InlineData("disruptions: [{type: siteClosed, at: 8h, length: 45min}]\n", "disruptions.0.length", "disruptions.0.type = siteClosed")]
    public void Read_KeyBesideWhatKeepsItFromActing_IsRefused(string more, string path, string because)
    {
        ScenarioError error = Files.Error(more);
        Assert.Equal((path, $"{path.Split('.')[^1]}, which cannot act: {because}"), (error.Path, error.Found));
    }

    [Fact]
    public void Read_ResidentsPerDeskBesideTheGuideline_Acts() =>
        Assert.Equal(500, Files.Read("testing: {staff: {residentsPerDesk: 500, desks: 20, besideGuideline: true}}\n").Testing.Staff.ResidentsPerDesk);

    [Fact]
    public void Read_SettingThatCannotAct_IsRefusedAtItsPlace()
    {
        ScenarioError error = Assert.Single(Files.With("q.yaml", Queue).Errors("q.yaml", "seed=3", "testing.staff.absence=0.5"));
        Assert.Equal(("--set", 2, "testing.staff.absence"), (error.File, error.Line, error.Path));
    }

    [Fact]
    public void With_ScaleOfTheCommandLine_IsRefusedInItsName()
    {
        ScenarioTemplate template = new("q.yaml", _ => Queue);
        ScenarioError error = Assert.Single(Assert.Throws<ScenarioFormatException>(() => template.With([ScenarioChange.OfScale(0.5)])).Errors);
        Assert.Equal(("--scale", "scale"), (error.File, error.Path));
    }

    [Fact]
    public void Read_InheritedKeysThatCannotAct_AreLeftOutAndNamed()
    {
        Files files = Files.With("base.yaml", Files.Least + "horizon: 20h\ntesting: {staff: {absence: 0.5}, slots: {length: 5min}}\n")
            .And("q.yaml", "extends: base.yaml\nactivity: queue\nqueue: {stations: [{name: a, service: 5min, arrivals: {poissonPerHour: 4}}]}\n");
        Scenario scenario = files.Read("q.yaml");
        Assert.Equal(["horizon", "testing"], scenario.LeftOut.Select(key => key.Path));
        Assert.All(scenario.LeftOut, key => Assert.Equal(("activity = queue", true, null), (key.Because, key.IsTold, key.Refusal)));
        Assert.Equal(new Scenario().Testing.Staff.Absence, scenario.Testing.Staff.Absence);
    }

    [Fact]
    public void Read_FileWhosePeopleASettingReplaces_LeavesItsKeysOut()
    {
        Scenario scenario = Files.With("t.yaml", Files.Least + "scale: 0.5\ntesting: {slots: {length: 5min, by: person}, window: {lastEntry: 1h}, staff: {absence: 0.2}}\n")
            .Read("t.yaml", "testing.arrivals.file=a.csv");
        Assert.Equal(["scale", "testing.slots", "testing.window.lastEntry"], scenario.LeftOut.Select(key => key.Path));
        Assert.Equal((1.0, 0.2), (scenario.Scale, scenario.Testing.Staff.Absence));
    }

    [Fact]
    public void Read_SectionSwitchedOffOverAnotherFile_IsLeftOutWithoutAWord()
    {
        Scenario scenario = Files.With("t.yaml", Files.Least + "testing: {slots: {length: 5min, by: person}}\n").Read("t.yaml", "testing.slots.enabled=false");
        Assert.Equal(["testing.slots.length", "testing.slots.by"], scenario.LeftOut.Select(key => key.Path));
        Assert.All(scenario.LeftOut, key => Assert.False(key.IsTold));
    }

    [Fact]
    public void Read_ShortWindowOfAnArrivalsFile_IsNotJudgedByItsSlots() =>
        Assert.Equal(600_000, Files.Read("testing: {arrivals: {file: a.csv}, window: {open: 1h, close: 1h10min}}\n").Testing.Window.Close.SinceStart - 3_600_000);

    [Fact]
    public void Of_Json_HasNoKeyThatCannotActAndReadsBack()
    {
        Scenario scenario = Files.With("q.yaml", Queue).Read("q.yaml");
        JsonObject json = ScenarioJson.Of(scenario);
        Assert.Equal(["name", "activity", "start", "seed", "queue"], json.Select(key => key.Key));
        Assert.Equal(json.ToJsonString(), Files.Json(Files.With("again", json.ToJsonString()).Read("again")));
    }

    [Fact]
    public void Of_Assumptions_HasNoKeyThatCannotAct()
    {
        string[] paths = [.. ScenarioAssumptions.Of(Files.Read("testing: {arrivals: {file: a.csv}}\n")).Select(assumption => assumption.Path)];
        Assert.DoesNotContain(paths, path => path is "scale" or "district.residents" || path.StartsWith("testing.slots", StringComparison.Ordinal));
        Assert.Contains("testing.arrivals.siteSpacingMetres", paths);
    }
}

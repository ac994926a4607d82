using Twin.Model.Scenarios;

namespace Twin.Experiments.Tests.Sweeps;

/// <summary>What is wrong in an experiment is said with line, column, key, found and allowed, before anything runs.</summary>
public sealed class SweepErrorTests
{
    private const string Absence = "factors: [{path: testing.staff.absence, values: [0.1, 0.2]}]\n";

    [Theory]
    [InlineData("factors: []\n", "factors", "an empty list", "at least one factor")]
    [InlineData("", "factors", "nothing", "a list of mappings")]
    [InlineData("factors: [{path: testing.staff.sampelrs, values: [1]}]\n", "factors.0.path", "unknown key", "samplers", "samplers")]
    [InlineData("factors: [{path: testing.staff.samplers.x, values: [1]}]\n", "factors.0.path", "below a single value", "ends there")]
    [InlineData("factors: [{path: testing.service.swab.lognromal.mean, values: [1s]}]\n", "factors.0.path", "part of a distribution", "lognormal", "lognormal")]
    [InlineData("factors: [{path: seed, values: [1, 2]}]\n", "factors.0.path", "seed", "seeds of their own")]
    [InlineData("factors: [{path: testing.staff.absence}]\n", "factors.0", "path", "path with values")]
    [InlineData("factors: [{path: testing.staff.absence, values: [0.1], range: {from: 0, to: 1}}]\n", "factors.0", "path, values, range", "path with values")]
    [InlineData("factors: [{name: a, path: b, levels: [{name: c}]}]\n", "factors.0", "path, name, levels", "name with levels")]
    [InlineData("factors: [{path: testing.staff.absence, values: [0.1, 0.1]}]\n", "factors.0.values.1", "0.1 a second time", "each once")]
    [InlineData("factors: [{path: testing.staff.absence, values: [0.1, ~]}]\n", "factors.0.values.1", "nothing", "a value")]
    [InlineData("factors: [{path: testing.staff.absence, values: [0.1, 1.5]}]\n", "factors.0.values.1", "1.5 for testing.staff.absence", "from 0 to 1")]
    [InlineData("factors: [{path: testing.slots.by, values: [street, building]}]\n", "factors.0.values.0", "street for testing.slots.by", "building")]
    [InlineData("factors: [{path: testing.staff.absence, range: {from: 0.1, to: 0.5}}]\n", "factors.0.range", "no points", "points")]
    [InlineData("factors: [{path: testing.staff.absence, range: {from: 0.5, to: 0.1, points: 3}}]\n", "factors.0.range.to", "0.1", "above from")]
    [InlineData("factors: [{path: testing.staff.samplers, range: {from: 1, to: 3, points: 4}}]\n", "factors.0.range.points", "4", "at most 3")]
    [InlineData("factors: [{path: testing.staff.samplers, range: {from: 1.5, to: 3, points: 2}}]\n", "factors.0.range.from", "1.5", "a whole number")]
    [InlineData("factors: [{path: testing.service.tubeChange, range: {from: 5, to: 3min, points: 2}}]\n", "factors.0.range.from", "5", "a duration")]
    [InlineData("factors: [{path: testing.slots.enabled, range: {from: 0, to: 1, points: 2}}]\n", "factors.0.range", "a range", "true or false")]
    [InlineData("factors: [{name: a, levels: [{name: x}, {name: x}]}]\n", "factors.0.levels.1.name", "x a second time", "each name once")]
    [InlineData("factors: [{name: a, levels: [{name: x, set: [testing.no=1]}]}]\n", "factors.0.levels.0.set.0", "the unknown key \"no\"", "the keys")]
    [InlineData("factors: [{path: testing.staff.absence, values: [0.1]}, {path: testing.staff, values: [{absence: 0.2}]}]\n", "factors.1", "testing.staff.absence", "one factor only")]
    [InlineData(Absence + "design: sobol\n", "design", "sobol without points", "points")]
    [InlineData(Absence + "points: 5\n", "points", "5 in a full design", "latinHypercube")]
    [InlineData(Absence + "points: 20000\ndesign: sobol\n", "points", "20000", "10000")]
    [InlineData(Absence + "design: grid\n", "design", "grid", "full, latinHypercube, sobol")]
    [InlineData(Absence + "responses: [t99]\n", "responses.0", "\"t99\"", "wait.p90", "t98")]
    [InlineData(Absence + "responses: []\n", "responses", "an empty list", "t98")]
    [InlineData(Absence + "replications: {count: 0}\n", "replications.count", "0", "from 1")]
    [InlineData(Absence + "replications: {count: 5, until: {response: t98, halfWidth: 1min}}\n", "replications.count", "5 beside until", "not both")]
    [InlineData(Absence + "replications: {until: {response: t98, halfWidth: 60}}\n", "replications.until.halfWidth", "60", "a duration")]
    [InlineData(Absence + "replications: {until: {response: tested, halfWidth: 1min}}\n", "replications.until.halfWidth", "1min", "a number above 0")]
    [InlineData(Absence + "replications: {until: {response: t89, halfWidth: 1min}}\n", "replications.until.response", "t89", "t98")]
    [InlineData(Absence + "replications: {until: {response: t98, halfWidth: 1min}, least: 29, most: 28}\n", "replications.most", "28", "at least 29")]
    [InlineData(Absence + "replications: {until: {response: t98, halfWidth: 1min}, least: 19}\n", "replications.least", "19", "from 20")]
    [InlineData(Absence + "set: [testing.staff.samplers]\n", "set.0", "testing.staff.samplers", "PATH=VALUE")]
    [InlineData(Absence + "set: [testing.staff.samplers=none of it]\n", "set.0", "none of it for testing.staff.samplers", "a whole number")]
    [InlineData(Absence + "scale: 0\n", "scale", "0", "0.01")]
    [InlineData(Absence + "colour: red\n", "colour", "the unknown key", "the keys name, title")]
    [InlineData(Absence + "values: [1]\n", "values", "the unknown key", "the keys name, title")]
    public void Read_WrongFile_SaysWhereWhatAndWhatIsAllowed(string keys, string path, string found, string allowed, string? suggestion = null)
    {
        ScenarioError error = Experiment.Error(keys);
        Assert.Equal(("folder/t.yaml", path), (error.File, error.Path));
        Assert.Contains(found, error.Found, StringComparison.Ordinal);
        Assert.Contains(allowed, error.Allowed, StringComparison.Ordinal);
        Assert.True(suggestion is null || error.Suggestion == suggestion, error.ToString());
    }

    [Fact]
    public void Read_WrongValue_IsSaidAtItsLineAndColumn()
    {
        ScenarioError error = Experiment.Error("factors:\n  - path: testing.staff.absence\n    values: [0.1, 1.5]\n");
        Assert.Equal((5, 19), (error.Line, error.Column));
    }

    [Fact]
    public void Read_SeveralErrors_AreAllSaid()
    {
        IReadOnlyList<ScenarioError> errors = Experiment.Errors("factors:\n  - path: testing.staff.absence\n    values: [-1, 0.1, 2]\n  - path: testing.staff.desks\n    values: [0]\n");
        Assert.Equal(["factors.0.values.0", "factors.0.values.2", "factors.1.values.0"], errors.Select(error => error.Path));
    }

    [Fact]
    public void Read_PointsThatTheScenarioRefusesTogether_SaysWhichPoint()
    {
        ScenarioError error = Experiment.Error("factors:\n  - path: testing.window.open\n    values: [07:00+08:00, 13:00+08:00]\n  - path: testing.window.close\n    values: [12:00+08:00, 15:00+08:00]\n");
        Assert.Equal("factors.1.values.0", error.Path);
        Assert.EndsWith("at point 3 (13:00+08:00, 12:00+08:00)", error.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ItemThatTheScenarioHasNot_SaysWhatItWouldNeed()
    {
        IReadOnlyList<ScenarioError> errors = Experiment.Errors("factors: [{path: disruptions.0.length, values: [1h]}]\n");
        Assert.Equal(["factors.0.values.0", "factors.0.values.0"], errors.Select(error => error.Path));
        Assert.Equal("disruptions.0.length=1h, at disruptions.0.type nothing", errors[0].Found);
    }

    [Theory]
    [InlineData("scenario: nowhere.yaml\n", "there is no file folder/nowhere.yaml")]
    [InlineData("scenario: queue.yaml\n", "of activity queue")]
    public void Read_WrongScenario_IsRefused(string scenario, string found)
    {
        ScenarioFormatException wrong = Assert.Throws<ScenarioFormatException>(() => Twin.Experiments.Sweeps.Files.SweepReader.Read(
            "folder/t.yaml",
            path => path == "folder/t.yaml" ? "name: t\n" + scenario + Absence
                : path == "folder/queue.yaml" ? File.ReadAllText(Path.Combine(Repository.Root, "scenarios", "queue-mmc.yaml")) : throw new FileNotFoundException("none", path)));
        ScenarioError error = Assert.Single(wrong.Errors);
        Assert.Equal(("scenario", 2), (error.Path, error.Line));
        Assert.Contains(found, error.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TooManyCombinations_IsRefused()
    {
        string values = string.Join(", ", Enumerable.Range(1, 101));
        ScenarioError error = Experiment.Error($"factors:\n  - path: testing.staff.samplers\n    values: [{values}]\n  - path: testing.staff.desks\n    values: [{values}]\n");
        Assert.Equal(("factors", "10201 combinations"), (error.Path, error.Found));
    }
}

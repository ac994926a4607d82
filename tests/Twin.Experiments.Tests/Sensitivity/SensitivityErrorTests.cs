using Twin.Experiments.Tests.Sweeps;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Tests.Sensitivity;

/// <summary>What is wrong in a design for sensitivity is said with key, found and allowed, before anything runs.</summary>
public sealed class SensitivityErrorTests
{
    [Theory]
    [InlineData("design: morris\n", "design", "morris without trajectories", "the key trajectories")]
    [InlineData("design: saltelli\n", "design", "saltelli without basePoints", "the key basePoints")]
    [InlineData("design: morris\ntrajectories: 1\n", "trajectories", "1", "from 2 to 1000")]
    [InlineData("design: morris\ntrajectories: 4\ngridLevels: 5\n", "gridLevels", "5", "an even number")]
    [InlineData("design: morris\ntrajectories: 4\npoints: 5\n", "points", "5 in a morris design", "latinHypercube and sobol")]
    [InlineData("design: saltelli\nbasePoints: 4\ngridLevels: 4\n", "gridLevels", "4 in a saltelli design", "only for morris")]
    [InlineData("trajectories: 4\n", "trajectories", "4 in a full design", "only for morris")]
    [InlineData("design: saltelli\nbasePoints: 3000\n", "basePoints", "3000 base points of 4 points", "at most 10000")]
    [InlineData("design: morris\ntrajectories: 4\nreplications: {until: {response: t98, halfWidth: 1min}}\n", "replications.until", "until in a morris design", "a fixed number")]
    public void Read_WrongDesign_SaysWhereWhatAndWhatIsAllowed(string keys, string path, string found, string allowed)
    {
        string points = keys.StartsWith("trajectories", StringComparison.Ordinal) ? ", points: 2" : "";
        AssertError($"factors: [{{path: testing.staff.absence, range: {{from: 0, to: 0.2{points}}}}}, {{path: testing.staff.desks, range: {{from: 900, to: 2000{points}}}}}]\n" + keys, path, found, allowed);
    }

    [Theory]
    [InlineData("{path: testing.slots.by, values: [building, household, person]}", "factors.0", "testing.slots.by with 3 values", "exactly two in a morris design")]
    [InlineData("{name: a, levels: [{name: x}]}", "factors.0", "a with 1 levels", "exactly two")]
    [InlineData("{path: testing.balk.tries, range: {from: 1, to: 3}}", "factors.0.range", "3 values from 1 to 3", "at least as many as gridLevels (4)")]
    [InlineData("{path: testing.staff.absence, grade: Q, range: {from: 0, to: 0.2}}", "factors.0.grade", "Q", "S, P, E or choice")]
    public void Read_FactorThatDoesNotFitMorris_SaysWhereWhatAndWhatIsAllowed(string factor, string path, string found, string allowed) =>
        AssertError($"factors: [{factor}]\ndesign: morris\ntrajectories: 4\n", path, found, allowed);

    private static void AssertError(string keys, string path, string found, string allowed)
    {
        ScenarioError error = Experiment.Error(keys);
        Assert.Equal(path, error.Path);
        Assert.Contains(found, error.Found, StringComparison.Ordinal);
        Assert.Contains(allowed, error.Allowed, StringComparison.Ordinal);
    }
}

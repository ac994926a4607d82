using Twin.Model.Scenarios;

namespace Twin.Model.Tests.Scenarios;

public sealed class ScenarioAssumptionsTests
{
    [Fact]
    public void Of_MassTest_ListsEveryLeafOnceWithDefaultAndGrade()
    {
        IReadOnlyList<Assumption> all = ScenarioAssumptions.Of(Files.Read("testing: {staff: {samplers: 1900}, service: {swab: {gamma: {mean: 25s, sd: 5s}}}}\n"));
        Assert.Equal(all.Count, all.Select(assumption => assumption.Path).Distinct().Count());
        Assert.DoesNotContain(all, assumption => assumption.Path.StartsWith("queue", StringComparison.Ordinal));
        Assumption samplers = all.Single(assumption => assumption.Path == "testing.staff.samplers");
        Assert.Equal(("1900", "none", false), (samplers.Value, samplers.Default, samplers.IsDefault));
        Assumption swab = all.Single(assumption => assumption.Path == "testing.service.swab");
        Assert.Equal(
            ("{gamma: {mean: 25s, sd: 5s}}", "{lognormal: {mean: 20s, sd: 8s}}", "Swab time of an adult.", "成人的采样时间。", "E", false),
            (swab.Value, swab.Default, swab.Parameter.Text, swab.Parameter.Chinese, swab.Grade, swab.IsDefault));
        Assumption open = all.Single(assumption => assumption.Path == "testing.window.open");
        Assert.Equal(("2022-04-10T07:00:00+08:00", true, "S"), (open.Value, open.IsDefault, open.Grade));
        Assert.Equal(["name", "activity", "start", "testing.staff.samplers", "testing.service.swab"], all.Where(assumption => !assumption.IsDefault).Select(assumption => assumption.Path));
    }

    [Fact]
    public void Of_Queue_LeavesTheMassTestOut()
    {
        Scenario scenario = ScenarioReader.Read("scenarios/queue-mmc.yaml", RepositoryFiles.Text, []);
        IReadOnlyList<Assumption> all = ScenarioAssumptions.Of(scenario);
        Assert.DoesNotContain(all, assumption => assumption.Path.StartsWith("testing", StringComparison.Ordinal) || assumption.Path.StartsWith("district", StringComparison.Ordinal));
        Assert.Contains("{exponential: {mean: 1min}}", all.Single(assumption => assumption.Path == "queue.stations").Value, StringComparison.Ordinal);
    }
}

using Twin.Experiments.Sweeps;
using Twin.Experiments.Sweeps.Files;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Tests.Sweeps;

public sealed class SweepReaderTests
{
    [Fact]
    public void Read_TwoFactors_EveryCombinationTheFirstSlowest()
    {
        Sweep sweep = Experiment.Read("""
            set: [testing.slots.compliance=0.7]
            factors:
              - path: testing.staff.samplers
                values: [3000, 3400]
              - name: outage
                levels: [{name: no}, {name: yes-45, set: ["disruptions=[{type: registrationOutage, at: 08:00+08:00, length: 45min}]"]}]
            """);
        Assert.Equal(["3000, no", "3000, yes-45", "3400, no", "3400, yes-45"], Experiment.Labels(sweep));
        Scenario last = sweep.ScenarioOf(sweep.Points[3]);
        Assert.Equal((3400, 1, 0.7), (last.Testing.Staff.Samplers, last.Disruptions.Count, last.Testing.Slots.Compliance));
        Assert.Empty(sweep.ScenarioOf(sweep.Points[2]).Disruptions);
        Assert.Equal((7UL, 10, 10), (sweep.Seed, sweep.Rule.Least, sweep.Rule.Most));
    }

    [Theory]
    [InlineData("{path: testing.staff.samplers, range: {from: 1000, to: 1003, points: 4}}", "1000;1001;1002;1003")]
    [InlineData("{path: testing.staff.samplers, range: {from: 1, to: 4, points: 3}}", "1;2;4")]
    [InlineData("{path: testing.staff.absence, range: {from: 0.1, to: 0.3, points: 3}}", "0.1;0.2;0.3")]
    [InlineData("{path: testing.service.tubeChange, range: {from: 10s, to: 1min, points: 3}}", "10s;35s;1min")]
    [InlineData("{path: testing.service.swab.lognormal.mean, range: {from: 20s, to: 30s, points: 2}}", "20s;30s", "testing.service.swab={lognormal: {mean: 20s, sd: 8s}}")]
    [InlineData("{path: testing.service.swab, values: [20s, {lognormal: {mean: 20s, sd: 8s}}]}", "20s;{lognormal: {mean: 20s, sd: 8s}}")]
    [InlineData("{path: testing.balk.queueSpace, values: [100, none]}", "100;none")]
    public void Read_RangeOrValues_KeepTheKindOfTheKey(string factor, string labels, string? set = null)
    {
        Sweep sweep = Experiment.Read($"factors: [{factor}]\n" + (set is null ? "" : $"set: [\"{set}\"]\n"));
        Assert.Equal(labels.Split(';'), Experiment.Labels(sweep));
    }

    [Fact]
    public void Read_LatinHypercube_EachFactorHasAValueInEachStratum()
    {
        Sweep sweep = Experiment.Read("""
            design: latinHypercube
            points: 8
            factors:
              - {path: testing.staff.samplers, range: {from: 1001, to: 1008}}
              - {path: testing.staff.absence, range: {from: 0, to: 0.8}}
              - {path: testing.service.tubeChange, range: {from: 10s, to: 50s}}
              - {path: testing.slots.enabled, values: [true, false]}
            """);
        Assert.Equal(Enumerable.Range(1001, 8), sweep.Points.Select(point => (int)point.Levels[0].Quantity!.Value).Order());
        Assert.Equal(Enumerable.Range(0, 8), sweep.Points.Select(point => (int)(point.Levels[1].Quantity!.Value * 10)).Order());
        Assert.Equal(Enumerable.Range(2, 8), sweep.Points.Select(point => (int)(point.Levels[2].Quantity!.Value / 5)).Order());
        Assert.Equal(4, sweep.Points.Count(point => point.Levels[3].Label == "true"));
        Assert.NotEqual(Experiment.Labels(sweep), Experiment.Labels(Experiment.Read(KeysOfHypercube, new SweepChanges(Seed: 8))));
        Assert.Equal(Experiment.Labels(Experiment.Read(KeysOfHypercube)), Experiment.Labels(Experiment.Read(KeysOfHypercube)));
    }

    [Fact]
    public void Read_Sobol_BeginsAtTheLeastValuesThenTheMiddle()
    {
        Sweep sweep = Experiment.Read("""
            design: sobol
            points: 4
            factors:
              - {path: testing.staff.absence, range: {from: 0.1, to: 0.3}}
              - {path: testing.service.tubeChange, range: {from: 20s, to: 40s}}
            """);
        Assert.Equal(["0.1, 20s", "0.2, 30s", "0.25, 25s", "0.15, 35s"], Experiment.Labels(sweep));
    }

    [Fact]
    public void Read_Sequential_HasARuleInTheMeasuresUnit()
    {
        Sweep sweep = Experiment.Read("factors: [{path: testing.staff.absence, values: [0.1]}]\nreplications: {until: {response: t98, halfWidth: 2min}, least: 25, most: 60}\n");
        Assert.Equal(("t98", 120.0, 25, 60), (sweep.Rule.Until!.Key, sweep.Rule.HalfWidth, sweep.Rule.Least, sweep.Rule.Most));
        Assert.Equal((3, 3), Of(Experiment.Read("factors: [{path: testing.staff.absence, values: [0.1]}]\nreplications: {until: {response: t98, halfWidth: 2min}}\n", new SweepChanges(Replications: 3))));

        static (int, int) Of(Sweep sweep) => (sweep.Rule.Least, sweep.Rule.Most);
    }

    [Fact]
    public void Identity_SameKeysAnotherTitle_IsTheSame_AnyOtherChangeIsAnother()
    {
        string identity = Experiment.Read(Experiment.Two).Identity;
        Assert.Matches("^[0-9a-f]{32}$", identity);
        Assert.Equal(identity, Experiment.Read("title: Anything\n" + Experiment.Two).Identity);
        string[] others =
        [
            Experiment.Read(Experiment.Two + "crn: false\n").Identity,
            Experiment.Read(Experiment.Two + "responses: [t98]\n").Identity,
            Experiment.Read(Experiment.Two, new SweepChanges(Seed: 8)).Identity,
            Experiment.Read(Experiment.Two, new SweepChanges(Scale: 0.02)).Identity,
            Experiment.Read(Experiment.Two, new SweepChanges(Replications: 4)).Identity,
            Experiment.Read(Experiment.Two.Replace("0.3]", "0.31]", StringComparison.Ordinal)).Identity,
        ];
        Assert.Equal(7, others.Append(identity).Distinct().Count());
    }

    [Fact]
    public void SeedOf_CommonRandomNumbers_SameAtEveryPointElseEachItsOwn()
    {
        Sweep common = Experiment.Read(Experiment.Two);
        Assert.Equal(common.SeedOf(common.Points[0], 2), common.SeedOf(common.Points[1], 2));
        Assert.Equal(7UL, common.SeedOf(common.Points[1], 0));
        Sweep own = Experiment.Read(Experiment.Two + "crn: false\n");
        ulong[] seeds = [.. own.Points.SelectMany(point => Enumerable.Range(0, 3).Select(replication => own.SeedOf(point, replication)))];
        Assert.Equal(6, seeds.Distinct().Count());
    }

    private const string KeysOfHypercube = """
        design: latinHypercube
        points: 8
        factors: [{path: testing.staff.absence, range: {from: 0, to: 0.8}}]
        """;
}

using Twin.Model.Distributions;
using Twin.Model.Scenarios;

namespace Twin.Model.Tests.Scenarios;

public sealed class ScenarioSettingTests
{
    private const string Text = Files.Least + """
        testing:
          staff: {samplers: 100, desks: 50}
          service: {swab: {lognormal: {mean: 20s, sd: 8s}}}
        disruptions:
          - {type: registrationOutage, at: 8h}

        """;

    private static readonly Files File = Files.With("t.yaml", Text);

    [Theory]
    [InlineData("testing.staff.samplers=1900", "testing.staff.samplers", "1900")]
    [InlineData("testing.staff={samplers: 7}", "testing.staff.desks", "50")]
    [InlineData("testing.service.swab=30s", "testing.service.swab", "\"30s\"")]
    [InlineData("testing.service.swab.lognormal.mean=25s", "testing.service.swab.lognormal.mean", "\"25s\"")]
    [InlineData("testing.service.swab={uniform: {min: 10s, max: 30s}}", "testing.service.swab.uniform.min", "\"10s\"")]
    [InlineData("disruptions.0.at=08:00+08:00", "disruptions.0.at", "\"2022-04-10T08:00:00+08:00\"")]
    [InlineData("disruptions.1={type: siteClosed, at: 9h}", "disruptions.1.type", "\"siteClosed\"")]
    [InlineData("disruptions=[]", "disruptions", "[]")]
    [InlineData("interventions.0={type: openSite, at: 8h}", "interventions.0.type", "\"openSite\"")]
    [InlineData("testing.balk.queueSpace=none", "testing.balk.queueSpace", "\"none\"")]
    [InlineData("seed = 42", "seed", "42")]
    public void Read_Set_ChangesTheValue(string setting, string path, string expected) =>
        Assert.Equal(expected, Files.At(File.Read("t.yaml", setting), path)?.ToJsonString().Replace("\\u002B", "+", StringComparison.Ordinal));

    [Fact]
    public void Read_SetTwice_TheLastCounts() => Assert.Equal(2UL, File.Read("t.yaml", "seed=1", "seed=2").Seed);

    [Fact]
    public void Read_Set_LeavesTheDistributionOfTheFileUnmerged() =>
        Assert.Equal(new Constant(5), File.Read("t.yaml", "testing.service.swab={constant: 5s}").Testing.Service.Swab);

    [Theory]
    [InlineData("testing.staff.samplers=many", 1, 24, "testing.staff.samplers", "many", null)]
    [InlineData("testing.staff.sampler=5", 1, 1, "testing.staff.sampler", "the unknown key \"sampler\"", "samplers")]
    [InlineData("testing.staff.samplers=", 1, 24, "testing.staff.samplers", "nothing", null)]
    [InlineData("testing.staff.samplers", 1, 1, "", "\"testing.staff.samplers\"", null)]
    [InlineData("testing..samplers=3", 1, 1, "", "\"testing..samplers=3\"", null)]
    [InlineData("=3", 1, 1, "", "\"=3\"", null)]
    [InlineData("extends=x.yaml", 1, 1, "extends", "extends", null)]
    [InlineData("disruptions.3.at=8h", 1, 1, "disruptions.3", "the index 3 in a list of 1", null)]
    [InlineData("disruptions.first.at=8h", 1, 1, "disruptions.first", "the index first in a list of 1", null)]
    [InlineData("seed.x=8h", 1, 1, "seed", "a mapping with key x", null)]
    [InlineData("name.x=8h", 1, 1, "name", "t, within which x is set", null)]
    [InlineData("testing.service.swab.lognormal.sdd=8s", 1, 1, "testing.service.swab.lognormal.sdd", "the unknown key \"sdd\"", "sd")]
    [InlineData("testing.staff.samplers={", 1, 25, "testing.staff.samplers", null, null)]
    [InlineData("testing.staff.samplers=1\n---\n2", 1, 26, "testing.staff.samplers", "a second document", null)]
    [InlineData("testing.service.swab={lognormal: {mean: 20s, sd: 8}}", 1, 50, "testing.service.swab.lognormal.sd", "8", "8s or 8min")]
    public void Read_WrongSet_IsRefusedAtItsPlace(string setting, int line, int column, string path, string? found, string? suggestion)
    {
        ScenarioError error = File.Errors("t.yaml", setting)[0];
        Assert.Equal(("--set", line, column, path), (error.File, error.Line, error.Column, error.Path));
        Assert.Equal(found ?? error.Found, error.Found);
        Assert.Equal(suggestion, error.Suggestion);
    }

    [Fact]
    public void Read_WrongSets_NameTheOptionByItsNumber() =>
        Assert.Equal([1, 3], File.Errors("t.yaml", "scale=x", "seed=3", "seed=-1").Select(error => error.Line));
}

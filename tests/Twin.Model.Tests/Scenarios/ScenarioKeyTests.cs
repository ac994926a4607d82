using Twin.Model.Scenarios;

namespace Twin.Model.Tests.Scenarios;

public sealed class ScenarioKeyTests
{
    [Theory]
    [InlineData("testing.staff.absence", "E")]
    [InlineData("testing.service.pool", "P")]
    [InlineData("testing.window.open", "S")]
    [InlineData("testing.staff.samplers", "")]
    [InlineData("testing.service.swab", "E")]
    [InlineData("testing.service.swab.lognormal.mean", "E")]
    [InlineData("testing.sites.readiness.triangular.mode", "E")]
    [InlineData("disruptions.0.length", "P")]
    public void Find_Path_HasTheGradeOfItsKey(string path, string grade) => Assert.Equal(grade, ScenarioKey.Find(path, out _)!.Grade);

    [Theory]
    [InlineData("name: a\nfactors: []\n", "name,factors")]
    [InlineData("- a\n", "")]
    [InlineData("name: [\n", "")]
    [InlineData("", "")]
    public void KeysOf_Text_AreThoseAtTheTop(string text, string keys) => Assert.Equal(keys, string.Join(',', KeyedFile.KeysOf("any.yaml", _ => text)));
}

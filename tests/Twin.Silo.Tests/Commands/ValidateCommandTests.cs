namespace Twin.Silo.Tests.Commands;

public sealed class ValidateCommandTests
{
    [Fact]
    public async Task Validate_EveryScenarioOfTheRepository_IsValid()
    {
        using Folder folder = new();
        string[] files = [.. Directory.GetFiles(Path.Combine(TwinProcess.Root, "scenarios"), "*.yaml").Order(StringComparer.Ordinal)];
        Assert.NotEmpty(files);
        Ended ended = (await TwinProcess.RunAsync(folder, ["validate", .. files])).MustEndWith(0);
        Assert.All(files, file => Assert.Contains($"{file}: valid", ended.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Validate_EveryExperimentOfTheRepository_IsValid()
    {
        using Folder folder = new();
        string[] files = [.. Directory.GetFiles(Path.Combine(TwinProcess.Root, "experiments"), "*.yaml").Order(StringComparer.Ordinal)];
        Assert.NotEmpty(files);
        Ended ended = (await TwinProcess.RunAsync(folder, ["validate", .. files])).MustEndWith(0);
        Assert.All(files, file => Assert.Contains($"{file}: valid", ended.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Validate_OneOfTwoIsWrong_SaysWhichAndWhere()
    {
        using Folder folder = new();
        string small = TwinProcess.Scenario("mass-testing-small");
        folder.Write("wrong.yaml", $"extends: {small}\nname: wrong\ntesting:\n  staff:\n    absense: 0.2\n");
        Ended ended = (await TwinProcess.RunAsync(folder, "validate", small, "wrong.yaml")).MustEndWith(2);
        Assert.Contains($"{small}: valid", ended.Output, StringComparison.Ordinal);
        Assert.Matches(@"wrong\.yaml:5:\d+: testing\.staff\.absense: .*absence", ended.Error);
    }

    [Fact]
    public async Task Validate_SiteThatTheDistrictDoesNotHave_IsSaid()
    {
        using Folder folder = new();
        string small = TwinProcess.Scenario("mass-testing-small");
        folder.Write("wrong.yaml", $"extends: {small}\nname: wrong\ndisruptions:\n  - {{type: siteClosed, at: \"09:00+08:00\", sites: [S-999]}}\n");
        Ended ended = (await TwinProcess.RunAsync(folder, "validate", "wrong.yaml")).MustEndWith(2);
        Assert.Contains("S-999", ended.Error, StringComparison.Ordinal);
    }

    /// <summary>An experiment is told by its keys, and refused as <c>twin sweep</c> refuses it.</summary>
    [Theory]
    [InlineData("factors:\n  - path: testing.staff.absence\n    values: [0.1, 1.5]\n", "wrong.yaml:6:19: factors.0.values.1: found 1.5 for testing.staff.absence; allowed a number from 0 to 1")]
    [InlineData("", "wrong.yaml:1:1: factors: found nothing")]
    [InlineData("factors: [{path: testing.staff.absence, range: {from: 0, to: 0.2}}]\ndesign: morris\n", "wrong.yaml:5:9: design: found morris without trajectories")]
    [InlineData("factors: [{path: disruptions, values: [[{type: siteClosed, at: 9h, sites: [S-999]}]]}]\n", "wrong.yaml: point 1 ([{type: siteClosed, at: 9h, sites: [S-999]}]): site S-999: there is no such site")]
    public async Task Validate_WrongExperiment_SaysWhereWhatAndWhatIsAllowed(string keys, string said)
    {
        using Folder folder = new();
        folder.Write("wrong.yaml", $"name: wrong\nscenario: {TwinProcess.Scenario("mass-testing-small")}\nscale: 0.01\n" + keys);
        Ended ended = (await TwinProcess.RunAsync(folder, "validate", "wrong.yaml")).MustEndWith(2);
        Assert.Contains(said, ended.Error, StringComparison.Ordinal);
        Assert.Equal("", ended.Output);
    }

    [Fact]
    public async Task Validate_FileThatIsNeither_IsSaidAsAScenario()
    {
        using Folder folder = new();
        folder.Write("wrong.yaml", "name: [\n");
        Ended ended = (await TwinProcess.RunAsync(folder, "validate", "wrong.yaml", "missing.yaml")).MustEndWith(2);
        Assert.Contains("wrong.yaml:", ended.Error, StringComparison.Ordinal);
        Assert.Contains("no file \"missing.yaml\"", ended.Error, StringComparison.Ordinal);
    }
}

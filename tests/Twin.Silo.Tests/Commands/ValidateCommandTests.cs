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
}

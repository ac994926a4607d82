namespace Twin.Page.Tests;

public sealed class EmptyServerTests(Chromium chromium)
{
    [Fact]
    public async Task Page_ServerWithoutRuns_OffersTheFirstScenarioAndStartsIt()
    {
        Chromium.SkipWithoutProgram();
        using Folder folder = new();
        Directory.CreateDirectory(folder["scenarios"]);

        // The first by name is the small one, so that the test is quick.
        File.Copy(Repository.Scenario("mass-testing-490k"), folder[Path.Combine("scenarios", "mass-testing-490k.yaml")]);
        File.Copy(Repository.Scenario("mass-testing-small"), folder[Path.Combine("scenarios", "a-small.yaml")]);
        await using TwinServer server = await TwinServer.StartAsync(folder.Path);
        await using WatchedPage page = await chromium.NewPageAsync();

        await page.Page.GotoAsync($"{server.Origin}#lang=en&theme=dark");
        await Expect(page.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Nothing runs yet" })).ToBeVisibleAsync();
        foreach (string theme in Themes.All)
        {
            await page.Page.GotoAsync($"{server.Origin}#lang=en&theme={theme}");
            await Expect(page.Page.Locator("html")).ToHaveAttributeAsync("data-theme", theme);
            Assert.Empty(await Axe.ViolationsAsync(page.Page, $"welcome, {theme}"));
        }

        await page.Button("Start: The same at a twentieth of the size").ClickAsync();

        await Expect(page.Panel("Map")).ToBeVisibleAsync();
        await Expect(page.Button("Pause")).ToBeVisibleAsync();
        Assert.Equal("mass-testing-small", (await server.RunAsync()).GetProperty("scenario").GetString());
        Assert.Empty(page.Complaints);
    }
}

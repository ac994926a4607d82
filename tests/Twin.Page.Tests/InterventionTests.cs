using System.Globalization;
using System.Text.Json;

namespace Twin.Page.Tests;

/// <summary>One run from its start to its end with a site closed through the page.</summary>
public sealed class InterventionTests(Chromium chromium)
{
    private const string Site = "S-003";
    private const string Scenario = "mass-testing-small";

    [Fact]
    public async Task CloseSite_ThroughThePage_IsSeenAndReproducesFromTheJournal()
    {
        Chromium.SkipWithoutProgram();
        await using TwinServer server = await TwinServer.StartAsync(Repository.Root, Repository.Scenario(Scenario), "--paused");
        await server.UntilAsync(run => run.GetProperty("state").GetString() == "paused", "paused at its start");
        await server.RunToAsync(PausedMorning.HalfPastNine);
        await using WatchedPage page = await (await chromium.NewPageAsync()).GoAsync(server.Origin);

        await CloseAsync(page);
        await RunToTheEndAsync(server, page);
        await MustEqualResultsAsync(server, page);
        await MustEqualSitesAsync(server, page);
        await MustEqualMicroGridsAsync(server, page);
        await MustReproduceAsync(server);
        Assert.Empty(page.Complaints);
    }

    private static async Task CloseAsync(WatchedPage page)
    {
        await page.SearchAsync(Site);
        await page.Button("Intervene here").ClickAsync();
        ILocator form = page.Page.GetByRole(AriaRole.Group, new PageGetByRoleOptions { Name = "Interventions", Exact = true });
        await form.GetByLabel("What", new LocatorGetByLabelOptions { Exact = true }).SelectOptionAsync("Close a site");
        await Expect(form.GetByLabel("Sites")).ToHaveValueAsync(Site);
        await Expect(form).ToContainTextAsync("Would affect: sites 1");
        await page.Button("Do it").ClickAsync();
        await Expect(form.GetByRole(AriaRole.Listitem)).ToContainTextAsync("Close a site");

        await page.Page.GetByRole(AriaRole.Tab, new PageGetByRoleOptions { Name = "Log" }).ClickAsync();
        ILocator log = page.Page.GetByRole(AriaRole.Group, new PageGetByRoleOptions { Name = "Log", Exact = true });
        await Expect(log.GetByRole(AriaRole.Listitem).Filter(new LocatorFilterOptions { HasText = $"Intervention: {Site} closed" })).ToBeVisibleAsync();
    }

    private static async Task RunToTheEndAsync(TwinServer server, WatchedPage page)
    {
        await page.Button("Max").ClickAsync();
        await page.Button("Play").ClickAsync();
        await Expect(page.Button("ended")).ToBeDisabledAsync();
        await Expect(page.SimulatedClock).ToHaveTextAsync(Clock.Text(await server.RunAsync()));
    }

    private static async Task MustEqualResultsAsync(TwinServer server, WatchedPage page)
    {
        JsonElement results = await server.GetAsync("runs/1/results");
        TableTwin map = await page.TableAsync(server.Origin, "Map", "map", "tested@microGrid");
        Assert.Equal(results.GetProperty("tested").GetInt64(), map.TotalOf("tested"));
        Assert.Equal(results.GetProperty("residents").GetInt64(), map.TotalOf("residents"));
        TableTwin notified = await page.TableAsync(server.Origin, "Map", "map", "notified@microGrid");
        Assert.Equal(results.GetProperty("households").GetInt64(), notified.TotalOf("notified"));
        TableTwin missed = await page.TableAsync(server.Origin, "Map", "map", "missed@microGrid");
        JsonElement untested = results.GetProperty("untested");
        Assert.Equal(untested.GetProperty("gaveUp").GetInt64() + untested.GetProperty("sentHome").GetInt64() + untested.GetProperty("late").GetInt64(), missed.TotalOf("left untested"));
        TableTwin cascade = await page.TableAsync(server.Origin, "Order cascade", "cascade");
        foreach (JsonElement level in results.GetProperty("notification").GetProperty("levels").EnumerateArray())
        {
            string? name = level.GetProperty("level").GetString() switch
            {
                "district" => "District",
                "street" => "Streets",
                "community" => "Communities",
                "compound" => "Compounds",
                "baseGrid" => "Base grids",
                "partyGroup" => "Groups",
                _ => null,
            };
            if (name is not null)
            {
                Assert.Equal(level.GetProperty("count").GetInt64(), cascade.Numbers("Total")[name]);
                Assert.Equal(0, cascade.Numbers("not yet")[name]);
            }
        }
    }

    private static async Task MustEqualSitesAsync(TwinServer server, WatchedPage page)
    {
        TableTwin sites = await page.TableAsync(server.Origin, "Sites", "sites");
        IReadOnlyDictionary<string, long> tested = sites.Numbers("tested");
        IReadOnlyList<JsonElement> measures = [.. (await server.RunAsync()).GetProperty("measures").EnumerateArray().Where(one => one.GetProperty("level").GetString() == "site")];
        int compared = 0;
        foreach (string code in tested.Keys)
        {
            JsonElement state = (await server.GetAsync($"runs/1/sites/{code}")).GetProperty("state");
            foreach (JsonElement measure in measures)
            {
                if (state.TryGetProperty(measure.GetProperty("key").GetString()!, out JsonElement value) && value.ValueKind == JsonValueKind.Number && measure.GetProperty("unit").GetString() is not "seconds" and not "state")
                {
                    Assert.Equal(value.GetInt64(), sites.Numbers(measure.GetProperty("en").GetString()!)[code]);
                    compared++;
                }
            }
        }

        Assert.True(compared >= tested.Count, $"expected at least a number of each of {tested.Count} sites to compare, found {compared}");
        Assert.Equal((await server.GetAsync("runs/1/results")).GetProperty("tested").GetInt64(), tested.Values.Sum());
        Assert.Equal("closed", sites.Rows.Single(row => row[0] == Site)[2]);
    }

    private static async Task MustEqualMicroGridsAsync(TwinServer server, WatchedPage page)
    {
        TableTwin map = await page.TableAsync(server.Origin, "Map", "map", "tested@microGrid");
        IReadOnlyDictionary<string, long> tested = map.Numbers("tested");
        Assert.Equal(tested.Values.Sum(), map.TotalOf("tested"));
        foreach ((string code, long number) in tested.Where((_, row) => row % 10 == 0))
        {
            JsonElement households = (await server.GetAsync($"runs/1/micro-grids/{code}/households")).GetProperty("households");
            long sum = households.EnumerateArray().Sum(one => one.GetProperty("tested").GetInt64());
            Assert.True(sum == number, string.Create(CultureInfo.InvariantCulture, $"{code}: expected {sum} tested as its households say, the table has {number}"));
        }
    }

    private static async Task MustReproduceAsync(TwinServer server)
    {
        string? digest = (await server.RunAsync()).GetProperty("digest").GetString();
        using Folder folder = new();
        foreach (string engine in (string[])["kernel", "grains"])
        {
            JsonElement repeated = await TwinProgram.JsonAsync(
                folder.Path, "run", Repository.Scenario(Scenario), "--inputs", server.Journal, "--engine", engine, "--json", "--out", folder[engine]);
            Assert.Equal((engine, digest), (engine, repeated.GetProperty("digest").GetString()));
        }

        JsonElement without = await TwinProgram.JsonAsync(folder.Path, "run", Repository.Scenario(Scenario), "--json", "--engine", "kernel", "--out", folder["without"]);
        Assert.NotEqual(digest, without.GetProperty("digest").GetString());
    }
}

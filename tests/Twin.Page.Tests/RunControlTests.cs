using System.Text.Json;

namespace Twin.Page.Tests;

[Collection(MorningGroup.Name)]
public sealed class RunControlTests(Chromium chromium, PausedMorning morning) : IAsyncLifetime
{
    /// <summary>The scenario's longest window.</summary>
    private const long LongestWindowMilliseconds = 10_000;

    private readonly TwinServer server = morning.Server;

    [Fact]
    public async Task Play_PausedRun_RunsUntilPaused()
    {
        await using WatchedPage page = await (await chromium.NewPageAsync()).GoAsync(server.Origin);
        string before = await page.SimulatedClock.InnerTextAsync();

        await page.Button("Play").ClickAsync();
        await Expect(page.SimulatedClock).Not.ToHaveTextAsync(before);
        await Expect(page.Button("Step")).ToBeDisabledAsync();
        await page.Button("Pause").ClickAsync();

        await Expect(page.Button("Play")).ToBeVisibleAsync();
        JsonElement run = await server.RunAsync();
        Assert.Equal("paused", run.GetProperty("state").GetString());
        await Expect(page.SimulatedClock).ToHaveTextAsync(Clock.Text(run));
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task Step_PausedRun_AdvancesByOneWindow()
    {
        await using WatchedPage page = await (await chromium.NewPageAsync()).GoAsync(server.Origin);
        long before = await SimTimeAsync();

        await page.Button("Step").ClickAsync();
        await server.UntilAsync(run => run.GetProperty("simTime").GetInt64() > before, $"after {before}");

        JsonElement after = await server.RunAsync();
        Assert.InRange(after.GetProperty("simTime").GetInt64() - before, 1, LongestWindowMilliseconds);
        Assert.Equal("paused", after.GetProperty("state").GetString());
        await Expect(page.SimulatedClock).ToHaveTextAsync(Clock.Text(after));
    }

    [Fact]
    public async Task Speed_ButtonsSliderAndMax_SetTheSpeedOfTheRun()
    {
        await using WatchedPage page = await (await chromium.NewPageAsync()).GoAsync(server.Origin);
        ILocator shown = page.Page.GetByRole(AriaRole.Status).Filter(new LocatorFilterOptions { HasText = "×" });

        await page.Button("Faster").ClickAsync();
        await Expect(shown).ToHaveTextAsync("120 ×");
        Assert.Equal(120, await SpeedAsync());

        await page.Button("Slower").ClickAsync();
        await Expect(shown).ToHaveTextAsync("60 ×");

        await page.Page.GetByRole(AriaRole.Slider).FillAsync("75");
        await server.UntilAsync(run => run.GetProperty("speed").GetDouble() == 1000, "speed 1000");
        await Expect(shown).ToHaveTextAsync("1,000 ×");

        await page.Button("Max").ClickAsync();
        await Expect(page.Button("Max")).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.Null(await SpeedAsync());
    }

    [Fact]
    public async Task RunTo_MomentAhead_PausesThere()
    {
        await using WatchedPage page = await (await chromium.NewPageAsync()).GoAsync(server.Origin);
        await server.ControlAsync(new { action = "speed", speed = 10_000 });
        JsonElement run = await server.RunAsync();
        long minute = (run.GetProperty("simTime").GetInt64() / 60_000) + 3;
        string moment = Clock.Text(run, minute * 60_000);

        ILocator field = page.Page.GetByLabel("Run to");
        await field.FillAsync(moment[..5]);
        await field.PressAsync("Enter");

        await Expect(page.SimulatedClock).ToHaveTextAsync(moment);
        await Expect(page.Button("Play")).ToBeVisibleAsync();
        Assert.Equal(minute * 60_000, await SimTimeAsync());
    }

    public async ValueTask InitializeAsync()
    {
        Chromium.SkipWithoutProgram();
        await server.ControlAsync(new { action = "pause" });
        await server.ControlAsync(new { action = "speed", speed = 60 });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<long> SimTimeAsync() => (await server.RunAsync()).GetProperty("simTime").GetInt64();

    private async Task<double?> SpeedAsync()
    {
        JsonElement speed = (await server.RunAsync()).GetProperty("speed");
        return speed.ValueKind == JsonValueKind.Null ? null : speed.GetDouble();
    }
}

using System.Text.Json;

namespace Twin.Page.Tests;

[Collection(MorningGroup.Name)]
public sealed class RunControlTests(Chromium chromium, PausedMorning morning)
{
    /// <summary>A window of the scenario is no longer than its lookahead.</summary>
    private const long LongestWindowMilliseconds = 10_000;

    [Fact]
    public async Task Play_PausedRun_RunsUntilPaused()
    {
        await using WatchedPage page = await chromium.NewPageAsync();
        await page.GoAsync(morning.Server.Origin);
        string before = await page.SimulatedClock.InnerTextAsync();
        await morning.Server.ControlAsync(new { action = "speed", speed = 60 });

        await page.Button("Play").ClickAsync();
        await Expect(page.SimulatedClock).Not.ToHaveTextAsync(before);
        await Expect(page.Button("Step")).ToBeDisabledAsync();
        await page.Button("Pause").ClickAsync();

        await Expect(page.Button("Play")).ToBeVisibleAsync();
        JsonElement run = await morning.Server.RunAsync();
        Assert.Equal("paused", run.GetProperty("state").GetString());
        await Expect(page.SimulatedClock).ToHaveTextAsync(Clock.Text(run));
        Assert.Empty(page.Complaints);
    }
}

using System.Text.Json;

namespace Twin.Page.Tests;

[Collection(MorningGroup.Name)]
public sealed class ReconnectTests(Chromium chromium, PausedMorning morning)
{
    private const long TenMinutes = 600_000;
    private const int MostReads = 10;

    private readonly TwinServer server = morning.Server;

    [Theory]
    [InlineData("map", "Map")]
    [InlineData("sites", "Sites")]
    public async Task Connection_CutWhileTheRunGoesOn_ComesBackWithTheStateOfAnUntouchedPage(string panel, string title)
    {
        Chromium.SkipWithoutProgram();
        await using CuttingProxy proxy = new(server.Origin);
        string view = $"lang=en&theme=dark&panel={panel}&tables={panel}&m=tested@microGrid";
        await using WatchedPage untouched = await (await chromium.NewPageAsync()).GoAsync(server.Origin, view);
        await using WatchedPage cut = await (await chromium.NewPageAsync()).GoAsync(proxy.Origin, view);
        ILocator banner = cut.Page.GetByRole(AriaRole.Banner);
        await Expect(banner).ToContainTextAsync("paused");
        string before = await cut.SimulatedClock.InnerTextAsync();

        proxy.Cut();
        await Expect(banner).ToContainTextAsync("Connection lost");
        await server.RunToAsync((await server.RunAsync()).GetProperty("simTime").GetInt64() + TenMinutes);
        JsonElement run = await server.RunAsync();
        await Expect(untouched.SimulatedClock).ToHaveTextAsync(Clock.Text(run));
        await Expect(cut.SimulatedClock).ToHaveTextAsync(before);
        proxy.Mend();

        await Expect(banner).Not.ToContainTextAsync("Connection lost");
        await Expect(cut.SimulatedClock).ToHaveTextAsync(Clock.Text(run));
        await MustBecomeEqualAsync(untouched.Panel(title), cut.Panel(title));
        Assert.Empty(untouched.Complaints);
    }

    [Fact]
    public async Task Log_CutWhileTheRunGoesOn_HasNoGapAndNoDouble()
    {
        Chromium.SkipWithoutProgram();
        await using CuttingProxy proxy = new(server.Origin);
        const string View = "lang=en&theme=dark&panel=log&tables=log";
        await using WatchedPage cut = await (await chromium.NewPageAsync()).GoAsync(proxy.Origin, View);
        await Expect(cut.Panel("Log").GetByRole(AriaRole.Row).Nth(1)).ToBeVisibleAsync();

        proxy.Cut();
        await Expect(cut.Page.GetByRole(AriaRole.Banner)).ToContainTextAsync("Connection lost");
        await server.RunToAsync((await server.RunAsync()).GetProperty("simTime").GetInt64() + TenMinutes);
        proxy.Mend();
        await Expect(cut.SimulatedClock).ToHaveTextAsync(Clock.Text(await server.RunAsync()));

        await using WatchedPage untouched = await (await chromium.NewPageAsync()).GoAsync(server.Origin, View);
        await Expect(untouched.Panel("Log").GetByRole(AriaRole.Row).Nth(1)).ToBeVisibleAsync();
        string newest = await untouched.Panel("Log").GetByRole(AriaRole.Row).Nth(1).InnerTextAsync();
        await Expect(cut.Panel("Log").GetByRole(AriaRole.Row).Nth(1)).ToHaveTextAsync(newest, new LocatorAssertionsToHaveTextOptions { UseInnerText = true });
        TableTwin log = await TableTwin.ReadAsync(cut.Panel("Log"));
        long[] numbers = [.. log.Rows.Select(row => TableTwin.Number(row[0])).Order()];
        Assert.Equal(Enumerable.Range(1, numbers.Length).Select(one => (long)one), numbers);
        Assert.Equal((await TableTwin.ReadAsync(untouched.Panel("Log"))).Rows, log.Rows);
    }

    /// <summary>A table is drawn once a second: reads both until they are equal, or for long enough that they never will be.</summary>
    private static async Task MustBecomeEqualAsync(ILocator untouched, ILocator cut)
    {
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(500));
        TableTwin expected = await TableTwin.ReadAsync(untouched);
        TableTwin actual = await TableTwin.ReadAsync(cut);
        for (int again = 0; again < MostReads && !expected.Rows.SelectMany(row => row).SequenceEqual(actual.Rows.SelectMany(row => row)); again++)
        {
            await timer.WaitForNextTickAsync();
            expected = await TableTwin.ReadAsync(untouched);
            actual = await TableTwin.ReadAsync(cut);
        }

        Assert.True(expected.Rows.Count >= 10, $"expected a table, found {expected.Rows.Count} rows");
        Assert.Equal(expected.Rows, actual.Rows);
        Assert.Equal(expected.Total, actual.Total);
    }
}

using System.Text.Json;

namespace Twin.Page.Tests;

/// <summary>The map under two fingers, and turned.</summary>
[Collection(MorningGroup.Name)]
public sealed class MapGestureTests(Chromium chromium, PausedMorning morning)
{
    private const string Camera = "() => ({ x: twinMap.camera.x, y: twinMap.camera.y, k: twinMap.camera.k })";

    private readonly TwinServer server = morning.Server;

    [Fact]
    public async Task Pinch_TwoFingersApart_ZoomsAboutTheirMiddleAndSelectsNothing()
    {
        Chromium.SkipWithoutProgram();
        await using WatchedPage page = await (await chromium.NewPageAsync()).GoAsync(server.Origin);
        await page.Page.WaitForFunctionAsync("() => twinMap.frames > 2");
        LocatorBoundingBoxResult box = (await page.Page.GetByRole(AriaRole.Application).BoundingBoxAsync())!;
        (float x, float y) = (box.X + (box.Width / 2) - 80, box.Y + (box.Height / 2));
        string place = $"() => twinMap.camera.place({x - box.X}, {y - box.Y})";
        double zoom = (await page.Page.EvaluateAsync<JsonElement>(Camera)).GetProperty("k").GetDouble();
        double[] under = await page.Page.EvaluateAsync<double[]>(place);
        ICDPSession touch = await page.Page.Context.NewCDPSessionAsync(page.Page);

        await TouchAsync(touch, "touchStart", y, x - 40, x + 40);
        for (int apart = 50; apart <= 120; apart += 10)
        {
            await TouchAsync(touch, "touchMove", y, x - apart, x + apart);
        }

        await TouchAsync(touch, "touchEnd", y);

        double nearer = (await page.Page.EvaluateAsync<JsonElement>(Camera)).GetProperty("k").GetDouble();
        Assert.InRange(nearer / zoom, 2.9, 3.1);
        double[] still = await page.Page.EvaluateAsync<double[]>(place);
        Assert.InRange(Math.Abs(still[0] - under[0]) + Math.Abs(still[1] - under[1]), 0, 200);
        await Expect(page.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("[#&]at="));
        Assert.DoesNotContain("sel=", page.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NorthUp_AslantDistrict_IsTurnedBackAndInTheLink()
    {
        Chromium.SkipWithoutProgram();
        await using WatchedPage page = await (await chromium.NewPageAsync()).GoAsync(server.Origin);
        await page.Page.WaitForFunctionAsync("() => twinMap.frames > 2");
        double turned = await page.Page.EvaluateAsync<double>("() => twinMap.turn.angle");
        double large = (await page.Page.EvaluateAsync<JsonElement>(Camera)).GetProperty("k").GetDouble();
        double[] site = await page.Page.EvaluateAsync<double[]>("() => [twinMap.source.levels.site.x[0], twinMap.source.levels.site.y[0]]");

        await page.Button("North up").ClickAsync();

        await page.Page.WaitForFunctionAsync("() => twinMap.turn.angle === 0");
        double small = (await page.Page.EvaluateAsync<JsonElement>(Camera)).GetProperty("k").GetDouble();
        Assert.NotEqual(0, turned);
        Assert.True(large > 1.25 * small, $"turned by {turned} it was shown at {large} pixels a metre, north up at {small}");
        Assert.Equal(site, await page.Page.EvaluateAsync<double[]>("() => [twinMap.layout.levels.site.x[0], twinMap.layout.levels.site.y[0]]"));
        await Expect(page.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("[#&]north=up"));
    }

    /// <summary>Fingers side by side.</summary>
    private static Task<JsonElement?> TouchAsync(ICDPSession session, string type, float y, params float[] fingers) => session.SendAsync(
        "Input.dispatchTouchEvent",
        new Dictionary<string, object> { ["type"] = type, ["touchPoints"] = fingers.Select((x, id) => new { x, y, id }).ToArray() });
}

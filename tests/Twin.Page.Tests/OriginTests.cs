using System.IO.Compression;

namespace Twin.Page.Tests;

[Collection(MorningGroup.Name)]
public sealed class OriginTests(Chromium chromium, PausedMorning morning)
{
    private const long MostScriptBytes = 150_000;

    private readonly TwinServer server = morning.Server;

    [Fact]
    public async Task Page_EveryPanel_AsksItsOwnServerAloneAndComplainsOfNothing()
    {
        Chromium.SkipWithoutProgram();
        await using WatchedPage page = await chromium.NewPageAsync();
        await page.Page.AddInitScriptAsync("addEventListener('securitypolicyviolation', e => console.error(`policy: ${e.violatedDirective} ${e.blockedURI}`))");
        await page.GoAsync(server.Origin, "lang=zh&theme=light&sel=microGrid:CC-01-01-001&dots=on");
        await Expect(page.Page.GetByRole(AriaRole.Term).First).ToBeVisibleAsync();
        foreach (string panel in (string[])["map", "coverage", "cascade", "heat", "sites", "inputs", "log"])
        {
            await page.GoAsync(server.Origin, $"lang=en&theme=dark&panel={panel}");
        }

        // A style attribute is what a strict policy refuses first: print and full screen have none either.
        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.All(page.Requests, url => Assert.Equal(server.Origin.Authority, new Uri(url).Authority));
        Assert.Contains(page.Requests, url => url.StartsWith("ws:", StringComparison.Ordinal));
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public void Scripts_AllTogether_AreAtMost150KilobytesCompressed()
    {
        long sum = Directory.GetFiles(Repository.Page, "*.js", SearchOption.AllDirectories).Sum(Compressed);

        Assert.InRange(sum, 1, MostScriptBytes);
    }

    private static long Compressed(string file)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(File.ReadAllBytes(file));
        }

        return packed.Length;
    }
}

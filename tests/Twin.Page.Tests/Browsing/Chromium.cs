namespace Twin.Page.Tests.Browsing;

/// <summary>The system's Chromium, started once for all tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>Variable that names the program where it is not on the path.</summary>
    private const string Variable = "TWIN_CHROMIUM";

    /// <summary>Generous, for the machine may be busy with other tests; a test that passes does not wait for it.</summary>
    private const float PatienceMilliseconds = 10_000;

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Path of the program; null where there is none.</summary>
    public static string? Program { get; } = Environment.GetEnvironmentVariable(Variable) ?? Find();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (Program is null)
        {
            return;
        }

        SetDefaultExpectTimeout(PatienceMilliseconds);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program,
            Headless = true,
            Args = ["--no-sandbox", "--disable-gpu"],
        });
    }

    /// <summary>Opens a page in a context of its own, as in a browser that has never been here. Skips the test where there is no browser.</summary>
    /// <param name="width">Of the window, in CSS pixels.</param>
    /// <param name="height">Of the window, in CSS pixels.</param>
    public async Task<WatchedPage> NewPageAsync(int width = 1280, int height = 720)
    {
        SkipWithoutProgram();
        IBrowserContext context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Locale = "en-US",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(PatienceMilliseconds);
        return await WatchedPage.OpenAsync(context);
    }

    /// <summary>Reports the running test as skipped where there is no browser, with how to get one.</summary>
    public static void SkipWithoutProgram() => Assert.SkipWhen(
        Program is null,
        $"There is no Chromium here. Get it with: apt-get install chromium fonts-noto-cjk; or name another in the variable {Variable}.");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);
}

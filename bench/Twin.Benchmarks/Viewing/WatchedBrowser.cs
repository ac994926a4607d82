using Microsoft.Playwright;

namespace Twin.Benchmarks.Viewing;

/// <summary>The system's Chromium without a window, which draws by software alone.</summary>
internal sealed class WatchedBrowser : IAsyncDisposable
{
    public const int Width = 1280;
    public const int Height = 720;

    /// <summary>Variable that names the program where it is not on the path.</summary>
    private const string Variable = "TWIN_CHROMIUM";

    private const float PatienceMilliseconds = 60_000;

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private WatchedBrowser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    /// <summary>Path of the program; null where there is none.</summary>
    public static string? Program { get; } = Environment.GetEnvironmentVariable(Variable) ?? Find();

    /// <summary>How to get what is missing.</summary>
    public static string HowToGet => $"no Chromium here: apt-get install chromium, or name another in {Variable}";

    public string Version => _browser.Version;

    /// <summary>Starts it.</summary>
    public static async Task<WatchedBrowser> OpenAsync()
    {
        IPlaywright playwright = await Playwright.CreateAsync();
        IBrowser browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program,
            Headless = true,
            Args = ["--no-sandbox", "--disable-gpu"],
        });

        // So that the browser's own start is not taken for the page's.
        IPage blank = await browser.NewPageAsync();
        await blank.GotoAsync("about:blank");
        await blank.CloseAsync();
        return new WatchedBrowser(playwright, browser);
    }

    /// <summary>An empty page in a context of its own, as in a browser that has never been here; it watches itself.</summary>
    public async Task<IPage> NewPageAsync()
    {
        IBrowserContext context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = Width, Height = Height },
            Locale = "en-US",
        });
        context.SetDefaultTimeout(PatienceMilliseconds);
        await context.AddInitScriptAsync(scriptPath: Path.Combine(AppContext.BaseDirectory, "Viewing", "watch.js"));
        return await context.NewPageAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);
}

using System.Collections.Concurrent;

namespace Twin.Page.Tests.Browsing;

/// <summary>A page and what it did that nobody sees: its requests, and what it said on the console.</summary>
public sealed class WatchedPage : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> complaints = new();
    private readonly ConcurrentQueue<string> requests = new();

    private WatchedPage(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            // A breach of the content security policy is told as an error of the console.
            if (message.Type is "error" or "warning")
            {
                complaints.Enqueue($"{message.Type}: {message.Text} ({message.Location})");
            }
        };
        page.PageError += (_, error) => complaints.Enqueue($"exception: {error}");
        page.Request += (_, request) => requests.Enqueue(request.Url);
        page.WebSocket += (_, socket) => requests.Enqueue(socket.Url);
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>Errors and warnings of the console, and exceptions that nobody caught.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    /// <summary>Addresses of all requests, those of web sockets included.</summary>
    public IReadOnlyCollection<string> Requests => requests;

    /// <summary>The simulated clock.</summary>
    public ILocator SimulatedClock => Page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Time).First;

    /// <summary>Opens an empty page.</summary>
    /// <param name="context">Where.</param>
    public static async Task<WatchedPage> OpenAsync(IBrowserContext context) => new(await context.NewPageAsync());

    /// <summary>Goes to a view and waits until it is there.</summary>
    /// <param name="origin">The server.</param>
    /// <param name="view">The permalink's part after #.</param>
    public async Task<WatchedPage> GoAsync(Uri origin, string view = "lang=en&theme=dark")
    {
        await Page.GotoAsync(new Uri(origin, $"#{view}").ToString());
        await Expect(Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Region).First).ToBeVisibleAsync();
        return this;
    }

    /// <summary>A button by its name.</summary>
    /// <param name="name">All of its name.</param>
    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });

    /// <summary>A panel by its title.</summary>
    /// <param name="title">The title.</param>
    public ILocator Panel(string title) => Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = title, Exact = true });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
}

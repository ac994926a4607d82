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

    /// <summary>The field to search by code or name.</summary>
    public ILocator Search => Page.GetByRole(AriaRole.Combobox, new PageGetByRoleOptions { Name = "Search by code or name" });

    /// <summary>What the search has found.</summary>
    public ILocator Found => Page.GetByRole(AriaRole.Listbox, new PageGetByRoleOptions { Name = "Search by code or name" }).GetByRole(AriaRole.Option);

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

    /// <summary>Selects something by its code.</summary>
    /// <param name="code">The code.</param>
    public async Task SearchAsync(string code)
    {
        await Search.FillAsync(code);
        await Expect(Found.First).ToContainTextAsync(code);
        await Search.PressAsync("Enter");
    }

    /// <summary>A button by its name.</summary>
    /// <param name="name">All of its name.</param>
    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });

    /// <summary>A panel by its title.</summary>
    /// <param name="title">The title.</param>
    public ILocator Panel(string title) => Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = title, Exact = true });

    /// <summary>Goes to a panel's table and reads it.</summary>
    /// <param name="origin">The server.</param>
    /// <param name="title">The panel's title.</param>
    /// <param name="panel">The panel's name in a permalink.</param>
    /// <param name="measure">What the map shows, for the map.</param>
    internal async Task<TableTwin> TableAsync(Uri origin, string title, string panel, string measure = "")
    {
        // From an empty page, so that nothing of the view before is left.
        await Page.GotoAsync("about:blank");
        await GoAsync(origin, $"lang=en&theme=dark&panel={panel}&tables={panel}&m={measure}");
        await Expect(Panel(title).GetByRole(AriaRole.Row).Nth(1)).ToBeVisibleAsync();
        return await TableTwin.ReadAsync(Panel(title));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
}

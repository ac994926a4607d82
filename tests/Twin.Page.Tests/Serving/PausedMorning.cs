namespace Twin.Page.Tests.Serving;

/// <summary>A small district that stands still at half past nine, two and a half hours into its testing; shared by the tests that look at it.</summary>
/// <remarks>A test may move the run on, never back and never to its end.</remarks>
public sealed class PausedMorning : IAsyncLifetime
{
    /// <summary>7.5 hours after 02:00.</summary>
    public const long HalfPastNine = 27_000_000;

    private TwinServer? server;

    /// <summary>The server; where there is no browser there is none, and the test that asks for it is skipped.</summary>
    public TwinServer Server
    {
        get
        {
            Browsing.Chromium.SkipWithoutProgram();
            return server ?? throw new InvalidOperationException("The server was not started.");
        }
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (Browsing.Chromium.Program is null)
        {
            return;
        }

        server = await TwinServer.StartAsync(Repository.Root, Repository.Scenario("mass-testing-small"), "--paused");
        await server.UntilAsync(run => run.GetProperty("state").GetString() == "paused", "paused at its start");
        await server.RunToAsync(HalfPastNine);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>The tests that share the <see cref="PausedMorning"/>.</summary>
[CollectionDefinition(Name)]
public sealed class MorningGroup : ICollectionFixture<PausedMorning>
{
    /// <summary>Its name.</summary>
    public const string Name = "Paused morning";
}

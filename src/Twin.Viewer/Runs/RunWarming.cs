using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Twin.Grains.Live;
using Twin.Viewer.Relay;

namespace Twin.Viewer.Runs;

/// <summary>Asks each run for what every page asks first, once, so that the first viewer does not wait for it.</summary>
/// <param name="feed">The list of runs.</param>
/// <param name="catalogue">The runs that this process knows.</param>
/// <param name="log">Where a failure is noted: the viewer who asks later hears of it.</param>
internal sealed class RunWarming(RunsFeed feed, RunCatalogue catalogue, ILogger<RunWarming> log) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly HashSet<(int Run, string Epoch)> _warmed = [];

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await foreach (IReadOnlyList<RunState> runs in feed.ReadAsync(stoppingToken))
                {
                    await WarmAsync(runs);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is OrleansException or TimeoutException)
            {
                log.LogDebug(failure, "The list of runs has ended; following it anew.");
                await Task.Delay(Patience, stoppingToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
        }
    }

    private async Task WarmAsync(IReadOnlyList<RunState> runs)
    {
        _warmed.IntersectWith(runs.Select(run => (run.Id, run.Epoch)));
        foreach (RunState run in runs.Where(run => _warmed.Add((run.Id, run.Epoch))))
        {
            try
            {
                KnownRun known = await catalogue.GetAsync(run.Id);
                await known.DescriptionAsync();
                (await known.LayoutContentAsync()).Warm();
            }
            catch (Exception failure) when (failure is OrleansException or TimeoutException or LiveInputException)
            {
                log.LogDebug(failure, "Run {Run} could not be asked ahead of its viewers.", run.Id);
            }
        }
    }
}

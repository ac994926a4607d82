using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Twin.Grains.Live;

namespace Twin.Viewer.Relay;

/// <summary>The list of runs for all who watch it: asked for by one loop, given on when it has changed; who is slow gets the newest.</summary>
/// <param name="context">What relays share.</param>
internal sealed class RunsFeed(RelayContext context)
{
    private readonly SharedByKey<int, Loop> _loops = new(_ => new Loop(context), loop => loop.HasFailed);

    /// <summary>The list now, and again whenever it changes.</summary>
    /// <param name="cancellation">Ends it.</param>
    public async IAsyncEnumerable<IReadOnlyList<RunState>> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using SharedByKey<int, Loop>.Share share = _loops.Join(0);
        Snapshot? seen = null;
        while (true)
        {
            Snapshot next = await share.Value.NextAsync(seen, cancellation);
            yield return next.Runs;
            seen = next;
        }
    }

    private sealed record Snapshot(IReadOnlyList<RunState> Runs);

    private sealed class Loop : IAsyncDisposable
    {
        private readonly RelayContext _context;
        private readonly CancellationTokenSource _end = new();
        private readonly Task _work;
        private volatile Snapshot? _now;
        private volatile TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Loop(RelayContext context)
        {
            _context = context;
            _work = Task.Run(WorkAsync);
        }

        public bool HasFailed { get; private set; }

        public async Task<Snapshot> NextAsync(Snapshot? seen, CancellationToken cancellation)
        {
            while (true)
            {
                Task changed = _changed.Task;
                if (_now is { } now && !ReferenceEquals(now, seen))
                {
                    return now;
                }

                await changed.WaitAsync(cancellation);
            }
        }

        public async ValueTask DisposeAsync()
        {
            await _end.CancelAsync();
            await _work;
            _end.Dispose();
        }

        private async Task WorkAsync()
        {
            try
            {
                while (!_end.IsCancellationRequested)
                {
                    await LookAsync();
                    await Task.Delay(_context.Options.RunsInterval, _context.Time, _end.Token);
                }
            }
            catch (OperationCanceledException) when (_end.IsCancellationRequested)
            {
                // The last viewer has left.
            }
            catch (Exception failure)
            {
                // The process's edge towards the cluster: the viewers hear of it and may ask again.
                _context.Log.LogError(failure, "The list of runs has ended.");
                HasFailed = true;
                _changed.TrySetException(new TimeoutException("The list of runs has stopped.", failure));
            }
        }

        private async Task LookAsync()
        {
            try
            {
                IReadOnlyList<RunState> runs = await _context.Catalogue.ListAsync();
                if (_now is { } before && before.Runs.SequenceEqual(runs))
                {
                    return;
                }

                _now = new Snapshot(runs);
                TaskCompletionSource changed = _changed;
                _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
                changed.TrySetResult();
            }
            catch (Exception failure) when (failure is OrleansException or TimeoutException)
            {
                _context.Log.LogWarning(failure, "The list of runs did not come; asking again.");
            }
        }
    }
}

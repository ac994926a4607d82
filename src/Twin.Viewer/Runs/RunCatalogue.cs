using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Options;
using Twin.Grains.Live;
using Twin.Viewer.Hosting;

namespace Twin.Viewer.Runs;

/// <summary>The runs that this process knows; what it knows of one is dropped when the run goes or begins a new epoch.</summary>
/// <param name="grains">Reaches the runs.</param>
/// <param name="options">Limits.</param>
/// <param name="time">The process's clock.</param>
internal sealed class RunCatalogue(IGrainFactory grains, IOptions<ViewerOptions> options, TimeProvider time)
{
    private readonly ConcurrentDictionary<int, KnownRun> _known = new();

    /// <summary>The cluster's runs.</summary>
    public IRunsGrain Runs => grains.GetGrain<IRunsGrain>(0);

    /// <summary>Number of a run from its id in an address or a message.</summary>
    /// <param name="id">The id.</param>
    /// <exception cref="LiveInputException">It is no id of a run.</exception>
    public static int Number(string? id) =>
        int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out int run) && run > 0 && id![0] != '0'
            ? run
            : throw new LiveInputException(404, new LiveInputError("run", Found.Text(id), "the id of a run: a whole number from 1, as GET /api/v1/runs lists them"));

    /// <summary>A run.</summary>
    /// <param name="id">Its id.</param>
    /// <exception cref="LiveInputException">There is no such run.</exception>
    public Task<KnownRun> GetAsync(string? id) => GetAsync(Number(id));

    /// <summary>A run.</summary>
    /// <param name="run">Its number.</param>
    /// <exception cref="LiveInputException">There is no such run.</exception>
    public Task<KnownRun> GetAsync(int run)
    {
        if (_known.TryGetValue(run, out KnownRun? known) && time.GetElapsedTime(known.AskedAt) < options.Value.Belief)
        {
            return Task.FromResult(known);
        }

        return AskAsync(run);
    }

    /// <summary>Asks a run anew where it stands.</summary>
    /// <param name="run">Its number.</param>
    /// <exception cref="LiveInputException">There is no such run.</exception>
    public async Task<KnownRun> AskAsync(int run)
    {
        IRunGrain grain = grains.GetGrain<IRunGrain>(run);
        if (_known.TryGetValue(run, out KnownRun? known))
        {
            // Others believe what is known while this caller asks.
            known.AskedAt = time.GetTimestamp();
        }

        RunState state;
        try
        {
            state = await grain.State();
        }
        catch (LiveInputException)
        {
            Forget(run);
            throw;
        }

        return Take(state);
    }

    /// <summary>Takes a run's state from an answer of its grain.</summary>
    /// <param name="state">The state.</param>
    public KnownRun Take(RunState state)
    {
        KnownRun known = _known.AddOrUpdate(
            state.Id,
            _ => new KnownRun(grains.GetGrain<IRunGrain>(state.Id), state),
            (_, old) => old.State.Epoch == state.Epoch ? old : new KnownRun(grains.GetGrain<IRunGrain>(state.Id), state));
        known.State = state;
        known.AskedAt = time.GetTimestamp();
        return known;
    }

    /// <summary>The runs, the latest first; what is known of others is dropped.</summary>
    public async Task<IReadOnlyList<RunState>> ListAsync()
    {
        IReadOnlyList<RunState> runs = await Runs.List();
        foreach (int gone in _known.Keys.Except(runs.Select(run => run.Id)))
        {
            Forget(gone);
        }

        return runs;
    }

    /// <summary>Drops what is known of a run.</summary>
    /// <param name="run">Its number.</param>
    public void Forget(int run) => _known.TryRemove(run, out _);
}

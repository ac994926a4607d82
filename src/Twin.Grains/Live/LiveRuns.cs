using System.Collections.Concurrent;
using Orleans.Streams;
using Twin.Grains.Running;

namespace Twin.Grains.Live;

/// <summary>The runs that a silo steps for people who watch.</summary>
/// <param name="catalogue">Its scenarios.</param>
/// <param name="runs">Hosts runs on grains.</param>
/// <param name="streams">Where frames go.</param>
/// <param name="time">Wall time.</param>
public sealed class LiveRuns(IRunCatalogue catalogue, GrainRuns runs, Func<IStreamProvider> streams, TimeProvider time)
{
    private const int RunsGreatest = 8;

    private readonly ConcurrentDictionary<int, Watched> _runs = new();
    private readonly Lock _starting = new();

    /// <summary>The scenarios.</summary>
    public IReadOnlyList<ScenarioEntry> Scenarios() => catalogue.Scenarios();

    /// <summary>The runs, the latest first.</summary>
    public IReadOnlyList<RunState> States() => [.. _runs.Values.Select(watched => watched.Run.State).OrderByDescending(state => state.Id)];

    /// <summary>Starts a run.</summary>
    /// <param name="request">What to run.</param>
    /// <exception cref="LiveInputException">The request is wrong, or there are too many runs.</exception>
    public RunState Start(RunRequest request)
    {
        LiveRun.CheckSpeed(request.Speed);
        lock (_starting)
        {
            if (_runs.Count >= RunsGreatest)
            {
                throw new LiveInputException(409, new LiveInputError("runs", $"{_runs.Count} runs", $"at most {RunsGreatest}: remove one first"));
            }

            PreparedRun prepared = catalogue.Prepare(request);
            LiveRun run = new(prepared, request, runs, streams(), time);
            _runs[run.Number] = new Watched(run, Task.Run(run.RunAsync));
            return run.State;
        }
    }

    /// <summary>A run.</summary>
    /// <param name="number">Its number.</param>
    /// <exception cref="LiveInputException">There is no such run.</exception>
    public LiveRun this[int number] => _runs.TryGetValue(number, out Watched? watched)
        ? watched.Run
        : throw new LiveInputException(404, new LiveInputError("id", $"run {number}", _runs.IsEmpty ? "none: there is no run" : string.Join(", ", _runs.Keys.Order())));

    /// <summary>Stops a run and forgets it.</summary>
    /// <param name="number">Its number.</param>
    /// <exception cref="LiveInputException">There is no such run.</exception>
    public async Task RemoveAsync(int number)
    {
        LiveRun run = this[number];
        await run.Ask(run.Remove);
        if (_runs.TryRemove(number, out Watched? watched))
        {
            await watched.Loop;
        }
    }

    private sealed record Watched(LiveRun Run, Task Loop);
}

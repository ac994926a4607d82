using System.Text.Json;
using Orleans.Concurrency;
using Twin.Model.Live;

namespace Twin.Grains.Live;

/// <inheritdoc cref="IRunsGrain"/>
/// <param name="runs">The runs of this silo.</param>
[Reentrant]
[GrainType("runs")]
public sealed class RunsGrain(LiveRuns runs) : Grain, IRunsGrain
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<ScenarioEntry>> Scenarios() => Task.FromResult(runs.Scenarios());

    /// <inheritdoc/>
    public Task<IReadOnlyList<RunState>> List() => Task.FromResult(runs.States());

    /// <inheritdoc/>
    public Task<RunState> Start(RunRequest request) => Task.Run(() => runs.Start(request));
}

/// <inheritdoc cref="IRunGrain"/>
/// <param name="runs">The runs of this silo.</param>
[Reentrant]
[GrainType("run")]
public sealed class RunGrain(LiveRuns runs) : Grain, IRunGrain
{
    private Task<byte[]>? _layout;
    private EntityPlaces? _places;

    private LiveRun Run => runs[(int)this.GetPrimaryKeyLong()];

    /// <inheritdoc/>
    public Task<RunState> State() => Task.FromResult(Run.State);

    /// <inheritdoc/>
    public Task<RunDescription> Describe()
    {
        LiveLayout layout = Run.Plan.Live;
        return Task.FromResult(new RunDescription(
            [.. layout.Measures.Select(Entry)], [.. Enumerable.Range(0, layout.Measures.Count).Select(layout.Rows)], layout.Topics));
    }

    /// <inheritdoc/>
    public Task<byte[]> Layout()
    {
        LiveRun run = Run;
        return _layout ??= Task.Run(() => DistrictLayout.Json(run.Plan));
    }

    /// <inheritdoc/>
    public Task<byte[]> HouseholdPlaces()
    {
        LiveRun run = Run;
        return Task.Run(() => DistrictLayout.HouseholdPlaces(run.Plan));
    }

    /// <inheritdoc/>
    public Task<FrameMessage> Keyframe(string topic) => Ask(run => run.Keyframe(topic));

    /// <inheritdoc/>
    public Task<IReadOnlyList<LogEntry>> Log(long after, int most) => Ask(run => run.Log(after, most));

    /// <inheritdoc/>
    public Task<RunSeries> Series() => Ask(run => run.Series());

    /// <inheritdoc/>
    public Task<RunState> Control(RunControl control) => Ask(run => run.Control(control));

    /// <inheritdoc/>
    public Task<JournalEntry> Input(LiveInput input) => Ask(run => run.Input(input));

    /// <inheritdoc/>
    public Task<InputPreview> Preview(LiveInput input) => Ask(run => run.Preview(input));

    /// <inheritdoc/>
    public Task<IReadOnlyList<JournalEntry>> Inputs() => Ask(run => run.Inputs());

    /// <inheritdoc/>
    public Task<string?> Summary() => Ask(run => run.Summary());

    /// <inheritdoc/>
    public Task<EntityPlace> Find(string kind, string code)
    {
        LiveRun run = Run;
        if (run.State.State is "stopped" or "failed")
        {
            return Task.FromException<EntityPlace>(LiveInputException.WithoutGrains(run.State));
        }

        _places ??= new EntityPlaces(run.Plan, run.Number);
        return Task.FromResult(_places.Find(kind, code));
    }

    /// <inheritdoc/>
    public async Task Remove()
    {
        await runs.RemoveAsync((int)this.GetPrimaryKeyLong());
        DeactivateOnIdle();
    }

    private Task<T> Ask<T>(Func<LiveRun, T> what)
    {
        LiveRun run = Run;
        return run.Ask(() => what(run));
    }

    private static MeasureEntry Entry(LiveMeasure measure) => new(
        measure.Key,
        JsonNamingPolicy.CamelCase.ConvertName(measure.Level.ToString()),
        measure.Topic,
        measure.English,
        measure.Chinese,
        JsonNamingPolicy.CamelCase.ConvertName(measure.Unit.ToString()),
        measure.Of,
        measure.States.Count == 0 ? null : [.. measure.States.Select(state => new StateEntry(state.English, state.Chinese))],
        measure.Amber,
        measure.Red,
        measure.Attention);
}

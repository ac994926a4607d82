using System.Collections.Concurrent;
using Twin.Grains.Live;
using Twin.Grains.Running;

namespace Twin.Viewer.Tests.Fakes;

/// <summary>A cluster without silos: runs whose numbers a test sets.</summary>
internal sealed class FakeTwin : IGrainFactory, IRunsGrain
{
    public FakeTwin() => Run = Add();

    public FakeStreams Streams { get; } = new();

    public ConcurrentDictionary<int, FakeRun> Runs { get; } = new();

    /// <summary>The first run.</summary>
    public FakeRun Run { get; }

    public Exception? EntityTrouble { get; set; }

    public Exception? RunsTrouble { get; set; }

    public RunRequest? Asked { get; private set; }

    public FakeRun Add(RunDescription? description = null)
    {
        int id = Runs.Count + 1;
        return Runs[id] = new FakeRun(id, Streams, description);
    }

    public Task<IReadOnlyList<ScenarioEntry>> Scenarios() => Task.FromResult<IReadOnlyList<ScenarioEntry>>([new ScenarioEntry("small", "Small", "小", 7, 1)]);

    public async Task<IReadOnlyList<RunState>> List()
    {
        await Task.Yield();
        return RunsTrouble is null ? [.. Runs.Values.Where(run => !run.IsGone).Select(run => run.Now).OrderByDescending(run => run.Id)] : throw RunsTrouble;
    }

    public Task<RunState> Start(RunRequest request)
    {
        Asked = request;
        return request.Scenario == "small"
            ? Task.FromResult(Add().Now)
            : Task.FromException<RunState>(new LiveInputException(404, new LiveInputError("scenario", request.Scenario, "small")));
    }

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerKey => (TGrainInterface)Grain(typeof(TGrainInterface), primaryKey);

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidKey => throw new NotSupportedException();

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey => throw new NotSupportedException();

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string keyExtension, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidCompoundKey => throw new NotSupportedException();

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string keyExtension, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerCompoundKey => throw new NotSupportedException();

    public TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver => throw new NotSupportedException();

    public void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver => throw new NotSupportedException();

    public IGrain GetGrain(Type grainInterfaceType, Guid grainPrimaryKey) => throw new NotSupportedException();

    public IGrain GetGrain(Type grainInterfaceType, long grainPrimaryKey) => throw new NotSupportedException();

    public IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey) => throw new NotSupportedException();

    public IGrain GetGrain(Type grainInterfaceType, Guid grainPrimaryKey, string keyExtension) => throw new NotSupportedException();

    public IGrain GetGrain(Type grainInterfaceType, long grainPrimaryKey, string keyExtension) => throw new NotSupportedException();

    public TGrainInterface GetGrain<TGrainInterface>(GrainId grainId)
        where TGrainInterface : IAddressable => throw new NotSupportedException();

    public IAddressable GetGrain(GrainId grainId) => throw new NotSupportedException();

    public IAddressable GetGrain(GrainId grainId, GrainInterfaceType interfaceType) => throw new NotSupportedException();

    public IAddressable GetGrain(Type interfaceType, IdSpan grainKey, string grainClassNamePrefix) => throw new NotSupportedException();

    public IAddressable GetGrain(Type interfaceType, IdSpan grainKey) => throw new NotSupportedException();

    private object Grain(Type type, long key) =>
        type == typeof(IRunsGrain) ? this
        : type == typeof(IRunGrain) ? Runs.TryGetValue((int)key, out FakeRun? run) ? run : new FakeRun((int)key, Streams) { IsGone = true }
        : new FakeEntity(new RunKey(key), EntityTrouble);
}

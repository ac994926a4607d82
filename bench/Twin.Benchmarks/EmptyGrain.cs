using Orleans.Placement;

namespace Twin.Benchmarks;

/// <summary>A grain without anything: what Orleans itself costs.</summary>
public interface IEmptyGrain : IGrainWithIntegerKey
{
    [Alias("Prepare")]
    ValueTask Prepare();
}

/// <inheritdoc cref="IEmptyGrain"/>
[PreferLocalPlacement]
[GrainType("empty")]
public sealed class EmptyGrain(IGrainContext context) : IGrainBase, IEmptyGrain
{
    public IGrainContext GrainContext { get; } = context;

    public ValueTask Prepare() => ValueTask.CompletedTask;
}

/// <summary>Activates empty grains from inside the silo, as a partition does.</summary>
public interface IEmptyGrainCaller : IGrainWithIntegerKey
{
    [Alias("ActivateAll")]
    [ResponseTimeout("00:05:00")]
    Task ActivateAll(long first, int count);
}

/// <inheritdoc cref="IEmptyGrainCaller"/>
[PreferLocalPlacement]
[GrainType("emptycaller")]
public sealed class EmptyGrainCaller(IGrainContext context, IGrainFactory grains) : IGrainBase, IEmptyGrainCaller
{
    private const int InFlight = 1_000;

    public IGrainContext GrainContext { get; } = context;

    public async Task ActivateAll(long first, int count)
    {
        Task[] pending = new Task[InFlight];
        for (int next = 0, issued = 0; next < count; next++)
        {
            for (; issued < count && issued - next < InFlight; issued++)
            {
                pending[issued % InFlight] = grains.GetGrain<IEmptyGrain>(first + issued).Prepare().AsTask();
            }

            await pending[next % InFlight];
        }
    }
}

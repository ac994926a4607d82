using Twin.Kernel;
using Twin.Model.Events;
using Twin.Model.Results;

namespace Twin.Silo.Runs;

/// <summary>Every entity in one loop of this process.</summary>
public sealed class KernelRunEngine : IRunEngine
{
    /// <inheritdoc/>
    public string Name => "kernel";

    /// <inheritdoc/>
    public Task<EngineOutcome> RunAsync(
        SimulationPlan plan, IEventObserver? observer, IProgress<RunProgress>? progress, CancellationToken cancellation) =>
        Task.Run(() => new KernelEngine(plan, observer: observer).Run(progress, cancellation), CancellationToken.None);
}

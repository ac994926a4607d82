using Twin.Model.Events;
using Twin.Model.Results;

namespace Twin.Silo.Runs;

/// <summary>Where a run's entities live and are stepped.</summary>
public interface IRunEngine
{
    /// <summary>The engine's name on the command line and in the results.</summary>
    string Name { get; }

    /// <summary>Runs a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="observer">Sees every event after it was handled; null for none.</param>
    /// <param name="progress">Told now and then; may be null.</param>
    /// <param name="cancellation">Ends the run after the window at hand; its outcome is then not completed.</param>
    /// <exception cref="SimulationException">An entity failed.</exception>
    Task<EngineOutcome> RunAsync(SimulationPlan plan, IEventObserver? observer, IProgress<RunProgress>? progress, CancellationToken cancellation);
}

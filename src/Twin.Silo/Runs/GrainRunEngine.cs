using System.Runtime;
using Twin.Grains.Running;
using Twin.Model.Events;
using Twin.Model.Results;

namespace Twin.Silo.Runs;

/// <summary>Every entity an Orleans grain of a silo in this process.</summary>
/// <remarks>
/// The silo starts at once, beside the generation of the district, and ends with the process: its grains hold nothing that must be kept, and to end
/// it in good order would take longer than to write the report.
/// </remarks>
public sealed class GrainRunEngine : IRunEngine
{
    private readonly Task<GrainEngine> _engine;

    /// <summary>Starts a silo.</summary>
    /// <param name="warn">Told when the process is set up so that it will be slow; null for nobody.</param>
    /// <param name="cancellation">Ends the start.</param>
    public GrainRunEngine(Action<string>? warn, CancellationToken cancellation)
    {
        if (!GCSettings.IsServerGC)
        {
            warn?.Invoke("server garbage collection is off: the grain engine takes about twice its time "
                + "(DOTNET_gcServer=1 DOTNET_GCDynamicAdaptationMode=0 switches it on)");
        }

        _engine = Task.Run(() => GrainEngine.StartAsync(cancellation), CancellationToken.None);
    }

    /// <inheritdoc/>
    public string Name => "grains";

    /// <inheritdoc/>
    public async Task<EngineOutcome> RunAsync(
        SimulationPlan plan, IEventObserver? observer, IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        long began = TimeProvider.System.GetTimestamp();
        GrainEngine engine = await _engine;
        double waited = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        EngineOutcome outcome = await engine.Runs.RunAsync(() => plan, null, observer, progress, cancellation);
        return outcome with { ActivateSeconds = waited + outcome.ActivateSeconds };
    }
}

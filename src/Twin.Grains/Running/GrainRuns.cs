using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;
using Twin.Model.Events;
using Twin.Model.Results;

namespace Twin.Grains.Running;

/// <summary>Runs plans on the grains of a cluster whose silos are in this process; several runs may go on side by side.</summary>
/// <param name="silos">The services of each silo.</param>
public sealed class GrainRuns(IReadOnlyList<IServiceProvider> silos)
{
    private int _runs;
    private int _open;
    private int _latest;

    /// <summary>Makes references to grains, for queries while a run goes on.</summary>
    public IGrainFactory Grains { get; } = silos[0].GetRequiredService<IGrainFactory>();

    /// <summary>Number of the latest run that every silo knows, for the keys of its grains; 0 before the first.</summary>
    /// <remarks>Not sooner: a query to a grain of a run that a silo does not know yet fails, and the run's own first call to that grain with it.</remarks>
    public int LatestRun => Volatile.Read(ref _latest);

    /// <summary>Runs a plan.</summary>
    /// <param name="plan">Makes the plan: called once for each silo, and always with the same result.</param>
    /// <param name="options">How it is stepped; null for the defaults.</param>
    /// <param name="observer">Sees every event after it was handled, on several threads at once; null for none.</param>
    /// <param name="progress">Told now and then; may be null.</param>
    /// <param name="cancellation">Ends the run after the window at hand: the outcome then has counts and no metrics.</param>
    /// <exception cref="SimulationException">An entity failed.</exception>
    public async Task<EngineOutcome> RunAsync(
        Func<SimulationPlan> plan,
        GrainRunOptions? options = null,
        IEventObserver? observer = null,
        IProgress<RunProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        Stopwatch watch = Stopwatch.StartNew();
        options ??= new GrainRunOptions();
        int number = Interlocked.Increment(ref _runs);
        HostedRun run = Host(number, plan, options, observer);
        try
        {
            Conductor conductor = new(Grains, run, number);
            await conductor.Prepare(progress, cancellation);
            double activate = watch.Elapsed.TotalSeconds;
            return await conductor.Step(progress, cancellation)
                ? await conductor.Collect() with { ActivateSeconds = activate, Grains = await ActiveGrains() }
                : conductor.Interrupted() with { ActivateSeconds = activate };
        }
        finally
        {
            Forget(number);
        }
    }

    /// <summary>Opens a run that its caller steps, window by window.</summary>
    /// <param name="plan">Makes the plan: called once for each silo, and always with the same result.</param>
    /// <param name="options">How it is stepped.</param>
    /// <returns>Its number, how it is hosted, and who steps it.</returns>
    public (int Number, HostedRun Run, Conductor Conductor) Open(Func<SimulationPlan> plan, GrainRunOptions options)
    {
        int number = Interlocked.Increment(ref _runs);
        HostedRun run = Host(number, plan, options, null);
        Interlocked.Increment(ref _open);
        return (number, run, new Conductor(Grains, run, number));
    }

    /// <summary>Ends a run that was opened: its grains go, and with them its memory.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="conductor">Who steps it.</param>
    /// <param name="between">Called now and then while grains go.</param>
    public async Task CloseAsync(int number, Conductor conductor, Action between)
    {
        await conductor.End(between);
        Forget(number);
        Interlocked.Decrement(ref _open);
    }

    /// <summary>Activates a plan's grains and steps nothing: what that costs.</summary>
    /// <param name="plan">Makes the plan: called once for each silo.</param>
    /// <param name="options">Partitions; null for the defaults.</param>
    public Task PrepareAsync(Func<SimulationPlan> plan, GrainRunOptions? options = null)
    {
        int number = Interlocked.Increment(ref _runs);
        return new Conductor(Grains, Host(number, plan, options ?? new GrainRunOptions(), null), number).Prepare();
    }

    /// <summary>Active grains by kind of entity, of all runs, as Orleans' management grain counts them.</summary>
    public async Task<IReadOnlyDictionary<string, int>> ActiveGrains()
    {
        SortedDictionary<string, int> active = new(StringComparer.Ordinal);
        foreach (SimpleGrainStatistic statistic in await Grains.GetGrain<IManagementGrain>(0).GetSimpleGrainStatistics())
        {
            if (EntityGrains.KindOf(statistic.GrainType) is { } kind)
            {
                active[kind] = active.GetValueOrDefault(kind) + statistic.ActivationCount;
            }
        }

        return active;
    }

    private void Forget(int number)
    {
        foreach (IServiceProvider silo in silos)
        {
            silo.GetRequiredService<RunPlans>().End(number);
        }
    }

    /// <summary>Active grains of one run by kind of entity, as Orleans' management grain counts them: one by one when there are grains of other runs.</summary>
    /// <param name="number">Number of the run.</param>
    public async Task<IReadOnlyDictionary<string, int>> ActiveGrains(int number)
    {
        if (Volatile.Read(ref _open) == 1)
        {
            return await ActiveGrains();
        }

        SortedDictionary<string, int> active = new(StringComparer.Ordinal);
        foreach (DetailedGrainStatistic statistic in await Grains.GetGrain<IManagementGrain>(0).GetDetailedGrainStatistics())
        {
            if (EntityGrains.KindOf(statistic.GrainType) is { } kind && statistic.GrainId.TryGetIntegerKey(out long key, out _) && new RunKey(key).Run == number)
            {
                active[kind] = active.GetValueOrDefault(kind) + 1;
            }
        }

        return active;
    }

    private HostedRun Host(int number, Func<SimulationPlan> plan, GrainRunOptions options, IEventObserver? observer)
    {
        SiloAddress[] addresses = [.. silos.Select(silo => silo.GetRequiredService<ILocalSiloDetails>().SiloAddress)];
        SiloAddress[] partitions = [.. Enumerable.Range(0, options.Partitions).Select(i => addresses[i % addresses.Length])];
        HostedRun[] hosted = [.. silos.Select(_ => new HostedRun(plan(), partitions, options, observer))];
        for (int silo = 0; silo < silos.Count; silo++)
        {
            silos[silo].GetRequiredService<RunPlans>().Add(number, hosted[silo]);
        }

        Volatile.Write(ref _latest, number);
        return hosted[0];
    }
}

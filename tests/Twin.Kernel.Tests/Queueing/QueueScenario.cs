using Twin.Model.Distributions;
using Twin.Model.Queueing;
using Twin.Model.Results;
using Twin.Model.Scenarios;

namespace Twin.Kernel.Tests.Queueing;

/// <summary>Scenarios of the queue activity, and their results.</summary>
internal static class QueueScenario
{
    public static Scenario Of(double warmUpSeconds, double endSeconds, params StationParameters[] stations) => new()
    {
        Name = "queue",
        Activity = Activity.Queue,
        Queue = new QueueNetworkParameters
        {
            WarmUp = Duration.Seconds(warmUpSeconds),
            End = Duration.Seconds(endSeconds),
            Stations = stations,
        },
    };

    public static StationParameters Station(
        int servers, Distribution service, ArrivalParameters? arrivals, int? room = null, string name = "A", params (string To, double P)[] next) => new()
        {
            Name = name,
            Servers = servers,
            Service = service,
            Arrivals = arrivals,
            Room = room,
            Next = next.ToDictionary(to => to.To, to => to.P),
        };

    public static ArrivalParameters PerHour(double rate) => new() { PoissonPerHour = rate };

    public static ArrivalParameters At(params double[] seconds) => new() { Times = [.. seconds.Select(Duration.Seconds)] };

    public static EngineOutcome Simulate(Scenario scenario, ulong seed, out QueuePlan plan, long window = 10_000)
    {
        plan = new QueuePlan(scenario, seed);
        return new KernelEngine(plan, window).Run();
    }

    public static QueueResult Run(Scenario scenario, ulong seed = 1)
    {
        EngineOutcome outcome = Simulate(scenario, seed, out QueuePlan plan);
        return QueueResultReader.Read(plan, outcome.Metrics);
    }

    public static IReadOnlyList<QueueResult> Replicate(Scenario scenario, int count, ulong seed)
    {
        Twin.Model.Randomness.Draws draws = new(seed);
        return Replications.Run(
            count,
            number => new QueuePlan(scenario, draws.ReplicationSeed(number)),
            (_, plan, outcome) => QueueResultReader.Read((QueuePlan)plan, outcome.Metrics),
            parallelism: 2);
    }
}

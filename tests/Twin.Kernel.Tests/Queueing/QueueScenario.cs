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

    /// <summary>A network with every key of kinds, schedules, patience, balking, batches, ways, appointments and a closed population.</summary>
    public static Scenario AllKeys()
    {
        CustomerKindParameters Kind(string name, int priority, params KindAtStationParameters[] at) => new() { Name = name, Priority = priority, At = at };
        Scenario scenario = Of(
            600, 20_000,
            Station(3, new ExponentialDuration(40), null, name: "Desk", next: ("Booth", 0.9)) with
            {
                Preemption = Preemption.Resume,
                Patience = new ExponentialDuration(200),
                Schedule = [new() { From = Duration.Seconds(4_000), Servers = 1 }, new() { From = Duration.Seconds(9_000), Servers = 4 }],
                Travel = [new() { To = "Booth", Time = new UniformDuration(5, 50) }],
            },
            Station(2, new LogNormal(90, 30), null, name: "Booth", room: 40) with
            {
                Batch = new() { Least = 2, Most = 4 },
                Balk = new Dictionary<string, double> { ["4"] = 0.3, ["9"] = 1 },
            });
        return scenario with
        {
            Queue = scenario.Queue with
            {
                Kinds =
                [
                    Kind("booked", 2, new KindAtStationParameters
                    {
                        Station = "Desk",
                        Arrivals = At([.. Enumerable.Range(0, 200).Select(i => i * 100.0)]) with { Lateness = new NormalDuration(-30, 120), NoShow = 0.1 },
                        Service = new Constant(30),
                    }),
                    Kind("walkIn", 1, new KindAtStationParameters
                    {
                        Station = "Desk",
                        Arrivals = PerHour(100) with { BatchSizes = new Dictionary<string, double> { ["1"] = 0.6, ["3"] = 0.4 } },
                        Patience = new ExponentialDuration(90),
                    }),
                    Kind("staff", 0, new KindAtStationParameters
                    {
                        Station = "Booth",
                        Arrivals = new ArrivalParameters { Population = 8, ThinkTime = new ExponentialDuration(400) },
                    }),
                ],
            },
        };
    }

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

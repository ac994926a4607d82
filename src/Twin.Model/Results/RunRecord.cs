using Twin.Model.Queueing;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Model.Results;

/// <summary>All that is known of a finished run: what was asked, what came out, and what it cost.</summary>
public sealed record RunRecord
{
    /// <summary>The scenario as resolved.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>Path of the scenario file as the user gave it.</summary>
    public required string ScenarioFile { get; init; }

    /// <summary>The options that change the result, as given on the command line (--set, --seed, --scale), to reproduce the run.</summary>
    public required IReadOnlyList<string> Options { get; init; }

    /// <summary>kernel or grains.</summary>
    public required string Engine { get; init; }

    /// <summary>The trace digest, 32 hexadecimal digits.</summary>
    public required string Digest { get; init; }

    /// <summary>The digest of the integer metrics, 32 hexadecimal digits.</summary>
    public required string ResultsDigest { get; init; }

    /// <summary>Events handled.</summary>
    public required long Events { get; init; }

    /// <summary>Windows stepped.</summary>
    public required long Windows { get; init; }

    /// <summary>Active grains by kind, counted by Orleans; empty with the kernel.</summary>
    public required IReadOnlyDictionary<string, int> Grains { get; init; }

    /// <summary>Wall time to generate district and plan, s.</summary>
    public required double GenerateSeconds { get; init; }

    /// <summary>Wall time from the plan at hand until every grain is active, s: what is left of the silo's start included; 0 with the kernel.</summary>
    public required double ActivateSeconds { get; init; }

    /// <summary>Wall time to step all events, s.</summary>
    public required double StepSeconds { get; init; }

    /// <summary>Wall time stepping the events due in the testing window, s.</summary>
    public required double WindowStepSeconds { get; init; }

    /// <summary>The mass test's result; null for another activity.</summary>
    public MassTestResult? MassTest { get; init; }

    /// <summary>The mass test's result with the guideline's staff, all else alike; null unless the scenario asks for it.</summary>
    public MassTestResult? Guideline { get; init; }

    /// <summary>The queueing network's result; null for another activity.</summary>
    public QueueResult? Queue { get; init; }

    /// <summary>The queueing network's result of every replication, that of the run itself first; empty without replications.</summary>
    public IReadOnlyList<QueueResult> QueueReplications { get; init; } = [];

    /// <summary>What the queue run recorded: visits and time series, of the run itself; null for another activity.</summary>
    public QueueRecords? QueueRecords { get; init; }

    /// <summary>The time series summed over all replications; null without replications.</summary>
    public QueueSeries? QueueSeriesOfAll { get; init; }

    /// <summary>Where the empty start shows in the figures of a queue run.</summary>
    public IReadOnlyList<QueueStartBias> QueueStart { get; init; } = [];

    /// <summary>Confidence of every interval over replications: above 0, below 1.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>Replications of the mass test, in order of number; empty for a single run.</summary>
    public IReadOnlyList<ReplicationOutcome> Replications { get; init; } = [];
}

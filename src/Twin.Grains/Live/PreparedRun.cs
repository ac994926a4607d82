using Twin.Model.Events;
using Twin.Model.Results;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Grains.Live;

/// <summary>A run that was asked for, made ready: what the run host needs from who knows files and reports.</summary>
public sealed record PreparedRun
{
    /// <summary>The scenario as resolved.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>The plan.</summary>
    public required MassTestPlan Plan { get; init; }

    /// <summary>The journal into which its inputs are written.</summary>
    public required IInputJournal Journal { get; init; }

    /// <summary>Makes summary.json of what the run came to.</summary>
    public required Func<EngineOutcome, IReadOnlyList<TimedInput>, string> Summarise { get; init; }
}

/// <summary>The scenarios of a server, and how a run of one is made ready.</summary>
public interface IRunCatalogue
{
    /// <summary>The scenarios, by name.</summary>
    IReadOnlyList<ScenarioEntry> Scenarios();

    /// <summary>Makes a run ready: reads the scenario, generates its district, compiles its plan.</summary>
    /// <param name="request">What was asked.</param>
    /// <exception cref="LiveInputException">It is wrong.</exception>
    PreparedRun Prepare(RunRequest request);
}

/// <summary>Where a run's inputs are kept, in order.</summary>
public interface IInputJournal : IDisposable
{
    /// <summary>Appends an input; returns when it is on the disk.</summary>
    /// <param name="entry">The input.</param>
    void Append(JournalEntry entry);
}

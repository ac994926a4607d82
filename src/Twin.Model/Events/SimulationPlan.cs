using Twin.Model.Scenarios;

namespace Twin.Model.Events;

/// <summary>All that the engines need of an activity: its entities, its first events, its metrics. Immutable, the same on every silo.</summary>
public abstract class SimulationPlan
{
    /// <summary>Seed of the run.</summary>
    public abstract ulong Seed { get; }

    /// <summary>Entities of each kind that takes part, in the order of kinds.</summary>
    public abstract IReadOnlyList<(EntityKind Kind, int Count)> Population { get; }

    /// <summary>No event due at or after this moment is handled, ms.</summary>
    public abstract long Horizon { get; }

    /// <summary>The testing window (or the time of statistics), for progress and the real-time factor, ms.</summary>
    public abstract (long From, long To) MeasuredWindow { get; }

    /// <summary>Cells of the metric table.</summary>
    public abstract int MetricCells { get; }

    /// <summary>Creates an entity in its first state.</summary>
    /// <param name="id">Its name.</param>
    public abstract Entity Create(EntityId id);

    /// <summary>The events that start the run.</summary>
    public abstract IEnumerable<Event> FirstEvents();

    /// <summary>An entity's code, for people.</summary>
    /// <param name="id">Its name.</param>
    public abstract string CodeOf(EntityId id);

    /// <summary>The partition that steps an entity; a partition holds whole communities.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="partitions">How many there are.</param>
    public abstract int PartitionOf(EntityId id, int partitions);

    /// <summary>The kind of entity whose <see cref="Entity.Completed"/> counts as progress; outside for none.</summary>
    public virtual EntityKind CompletingKind => EntityKind.Outside;

    /// <summary>What is wrong with an input from outside; nothing when it can be taken.</summary>
    /// <param name="input">The input.</param>
    /// <param name="at">When it would be due, ms.</param>
    public virtual IReadOnlyList<InputError> Check(RunInput input, long at) => [new InputError("type", "an input", "none: this activity takes no inputs")];

    /// <summary>The events of an input from outside.</summary>
    /// <param name="input">An input that <see cref="Check"/> finds right.</param>
    /// <param name="at">When it is due, ms.</param>
    /// <param name="first">Position of its first event among the run's outside events: as many as there were before.</param>
    public virtual IReadOnlyList<Event> EventsOf(RunInput input, long at, uint first) => [];

    /// <summary>What entities show while a run goes on; nothing unless the activity describes it.</summary>
    public virtual Live.LiveLayout Live => Model.Live.LiveLayout.None;

    /// <summary>Brings what is shown to what the run came to, to the last person: people of whom their household had not heard yet included.</summary>
    /// <param name="metrics">The run's metrics.</param>
    /// <param name="shown">What is shown.</param>
    public virtual void ShowFinal(Results.MetricTable metrics, Live.LiveTable shown)
    {
    }

    /// <summary>Entities with records; none unless they are asked for.</summary>
    public virtual IReadOnlyList<EntityId> Recorders => [];

    /// <summary>Reads the records of all <see cref="Recorders"/>: lines of a CSV file, without the header.</summary>
    /// <param name="records">Each recorder's, packed as <see cref="Entity.Records"/> gives them.</param>
    public virtual IReadOnlyList<string> ReadRecords(IReadOnlyList<(EntityId Recorder, byte[] Packed)> records) => [];

    /// <summary>The event in words, with codes.</summary>
    /// <param name="e">The event.</param>
    public string Describe(in Event e) =>
        $"{e.Kind} at {e.Due} ms from {(e.Source.Kind == EntityKind.Outside ? "outside" : CodeOf(e.Source))} [{e.A}, {e.B}, {e.C}]";
}

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

    /// <summary>What entities show while a run goes on; nothing unless the activity describes it.</summary>
    public virtual Live.LiveLayout Live => Model.Live.LiveLayout.None;

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

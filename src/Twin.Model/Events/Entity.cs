using System.Buffers.Binary;
using System.IO.Hashing;

namespace Twin.Model.Events;

/// <summary>A deterministic state machine: it gets one event at a time and may change itself and send events.</summary>
/// <remarks>It does no I/O, reads no clock, holds no lock, and knows nothing of the engine that steps it.</remarks>
/// <param name="id">The entity's name in its run.</param>
public abstract class Entity(EntityId id)
{
    private UInt128 _hash;
    private uint _sent;

    /// <summary>The entity's name in its run.</summary>
    public EntityId Id { get; } = id;

    /// <summary>Events handled so far, stale timers included.</summary>
    public uint Handled { get; private set; }

    /// <summary>What the entity adds to the run's trace digest: XxHash128(kind, ordinal, count, h).</summary>
    public UInt128 TraceShare
    {
        get
        {
            Span<byte> bytes = stackalloc byte[28];
            BinaryPrimitives.WriteInt32LittleEndian(bytes, (int)Id.Kind);
            BinaryPrimitives.WriteInt32LittleEndian(bytes[4..], Id.Ordinal);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes[8..], Handled);
            BinaryPrimitives.WriteUInt128LittleEndian(bytes[12..], _hash);
            return XxHash128.HashToUInt128(bytes);
        }
    }

    /// <summary>Handles one event, then folds it into the trace: h ← XxHash128(h, due, source, counter, kind, payload).</summary>
    /// <param name="e">The event, due at <see cref="StepContext.Now"/>.</param>
    /// <param name="context">Where the entity sends from.</param>
    internal void Take(in Event e, StepContext context)
    {
        Handle(in e, context);
        Handled++;
        Span<byte> bytes = stackalloc byte[52];
        BinaryPrimitives.WriteUInt128LittleEndian(bytes, _hash);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[16..], e.Due);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[24..], e.Source.Packed);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[28..], e.Counter);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[32..], (int)e.Kind);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[36..], e.A);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[40..], e.B);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[44..], e.C);
        _hash = XxHash128.HashToUInt128(bytes);
    }

    /// <summary>The next value of the send counter; never reset.</summary>
    internal uint NextCounter() => _sent++;

    /// <summary>Reacts to one event.</summary>
    /// <param name="e">The event.</param>
    /// <param name="context">The clock, and where to send.</param>
    protected abstract void Handle(in Event e, StepContext context);

    /// <summary>A hint that the entity has events soon: it may ask the cache for what it refers to.</summary>
    public virtual void PrefetchParts()
    {
    }

    /// <summary>A hint that the entity has events at once: it may ask the cache for what its parts refer to.</summary>
    public virtual void PrefetchContents()
    {
    }

    /// <summary>Adds the entity's metrics to the run's. Called once, after the last event, and for a query of totals.</summary>
    /// <param name="metrics">Where integers are added; other entities add to the same cells.</param>
    public virtual void Observe(Results.MetricSink metrics)
    {
    }

    /// <summary>Shows the entity's live measures: always the same cells in the same order, so that a step's changes are differences by place.</summary>
    /// <param name="sink">Where to.</param>
    /// <param name="asOf">The moment up to which the entity was stepped, ms.</param>
    public virtual void Show(Live.LiveSink sink, long asOf)
    {
    }

    /// <summary>People tested or customers served so far: only grows; for progress.</summary>
    public virtual int Completed => 0;

    /// <summary>The entity's records (a site's visits), packed as its plan reads them; empty when the plan records nothing.</summary>
    public virtual byte[] Records() => [];

    /// <summary>An error for an event kind that the entity does not know.</summary>
    /// <param name="e">The event.</param>
    protected InvalidOperationException Unexpected(in Event e) => new($"{Id} cannot handle {e}.");
}

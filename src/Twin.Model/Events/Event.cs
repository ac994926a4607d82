using System.Runtime.InteropServices;

namespace Twin.Model.Events;

/// <summary>Something that happens to one entity at one moment. 40 bytes, no references.</summary>
/// <remarks>The meaning of <see cref="A"/>, <see cref="B"/> and <see cref="C"/> is the kind's (see <see cref="EventKind"/>).</remarks>
[StructLayout(LayoutKind.Sequential)]
public struct Event : IEquatable<Event>
{
    /// <summary>When it happens, ms since the scenario's start.</summary>
    public long Due;

    /// <summary>Third word of the payload.</summary>
    public long C;

    /// <summary>To whom it happens.</summary>
    public EntityId Target;

    /// <summary>Who sent it.</summary>
    public EntityId Source;

    /// <summary>The source's send counter, self-sends included; for an outside input its position in the journal.</summary>
    public uint Counter;

    /// <summary>What happens.</summary>
    public EventKind Kind;

    /// <summary>First word of the payload.</summary>
    public int A;

    /// <summary>Second word of the payload.</summary>
    public int B;

    /// <summary>Whether the entity sent it to itself.</summary>
    public readonly bool IsOwn => Source.Packed == Target.Packed;

    /// <summary>The order within an entity: due; own events first; then source; then the source's counter.</summary>
    /// <param name="x">An event.</param>
    /// <param name="y">Another event of the same entity.</param>
    /// <returns>Below 0 when x comes first.</returns>
    public static int Compare(in Event x, in Event y)
    {
        if (x.Due != y.Due)
        {
            return x.Due < y.Due ? -1 : 1;
        }

        bool own = x.IsOwn;
        if (own != y.IsOwn)
        {
            return own ? -1 : 1;
        }

        int source = x.Source.Packed.CompareTo(y.Source.Packed);
        return source != 0 ? source : x.Counter.CompareTo(y.Counter);
    }

    /// <inheritdoc/>
    public readonly bool Equals(Event other) => Due == other.Due && C == other.C && Target == other.Target && Source == other.Source
        && Counter == other.Counter && Kind == other.Kind && A == other.A && B == other.B;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is Event other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(Due, Target, Source, Counter, Kind);

    /// <summary>Whether both are the same event.</summary>
    public static bool operator ==(Event left, Event right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Event left, Event right) => !left.Equals(right);

    /// <inheritdoc/>
    public override readonly string ToString() => $"{Kind} at {Due} ms from {Source} ({Counter}) to {Target} [{A}, {B}, {C}]";
}

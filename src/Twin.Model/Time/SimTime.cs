namespace Twin.Model.Time;

/// <summary>A moment on the scenario clock: whole milliseconds since the scenario began.</summary>
/// <remarks>Never wall-clock time. A live twin maps one to the other at its edge, in one place.</remarks>
/// <param name="Milliseconds">Milliseconds since the scenario's start.</param>
public readonly record struct SimTime(long Milliseconds) : IComparable<SimTime>
{
    /// <summary>The scenario's start.</summary>
    public static readonly SimTime Zero;

    /// <summary>Later than any event.</summary>
    public static readonly SimTime Never = new(long.MaxValue);

    /// <summary>The model's lookahead, ms: an event for another entity is due at least this much later.</summary>
    /// <remarks>A walk, a call, a read message and a hand-over all take longer than 10 s (design, "Time and order").</remarks>
    public const long LookaheadMilliseconds = 10_000;

    /// <inheritdoc/>
    public int CompareTo(SimTime other) => Milliseconds.CompareTo(other.Milliseconds);

    /// <summary>The moment so many milliseconds later.</summary>
    /// <param name="milliseconds">Milliseconds to add; may be negative.</param>
    public SimTime Plus(long milliseconds) => new(Milliseconds + milliseconds);

    /// <summary>Whether left is earlier than right.</summary>
    public static bool operator <(SimTime left, SimTime right) => left.Milliseconds < right.Milliseconds;

    /// <summary>Whether left is later than right.</summary>
    public static bool operator >(SimTime left, SimTime right) => left.Milliseconds > right.Milliseconds;

    /// <summary>Whether left is at or before right.</summary>
    public static bool operator <=(SimTime left, SimTime right) => left.Milliseconds <= right.Milliseconds;

    /// <summary>Whether left is at or after right.</summary>
    public static bool operator >=(SimTime left, SimTime right) => left.Milliseconds >= right.Milliseconds;
}

using System.Runtime.InteropServices;
using Twin.Model.Events;

namespace Twin.Grains.Messages;

/// <summary>Consecutive events of an array. Inside a silo it is passed by reference; between silos as packed bytes.</summary>
/// <remarks>Whoever hands one on does not change its events any more; the receiver may put them in order, as the only reader.</remarks>
/// <param name="Items">The array.</param>
/// <param name="Offset">Place of the first event.</param>
/// <param name="Count">How many.</param>
[Immutable]
public readonly record struct EventBlock(Event[] Items, int Offset, int Count)
{
    /// <summary>No events.</summary>
    public static readonly EventBlock Empty = new([], 0, 0);

    /// <summary>The events.</summary>
    public Span<Event> Events => Items.AsSpan(Offset, Count);
}

/// <summary>An <see cref="EventBlock"/> between silos: 40 bytes an event, as they lie in memory; a cluster refuses mixed architectures.</summary>
[GenerateSerializer]
[Alias("twin.EventBlock")]
public struct EventBlockSurrogate
{
    /// <summary>The events' bytes.</summary>
    [Id(0)]
    public byte[] Packed { get; set; }
}

/// <summary>Packs and unpacks event blocks.</summary>
[RegisterConverter]
public sealed class EventBlockConverter : IConverter<EventBlock, EventBlockSurrogate>
{
    /// <inheritdoc/>
    public EventBlock ConvertFromSurrogate(in EventBlockSurrogate surrogate)
    {
        Event[] items = MemoryMarshal.Cast<byte, Event>(surrogate.Packed).ToArray();
        return new EventBlock(items, 0, items.Length);
    }

    /// <inheritdoc/>
    public EventBlockSurrogate ConvertToSurrogate(in EventBlock value) => new() { Packed = MemoryMarshal.AsBytes(value.Events).ToArray() };
}

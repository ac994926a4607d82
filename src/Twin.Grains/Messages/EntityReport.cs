using System.Runtime.InteropServices;

namespace Twin.Grains.Messages;

/// <summary>What an entity adds to the run's outcome, from the grain that holds it.</summary>
/// <param name="TraceHigh">Upper half of its trace share.</param>
/// <param name="TraceLow">Lower half of its trace share.</param>
/// <param name="Handled">Events handled in all.</param>
/// <param name="Metrics">What it adds to the metric table.</param>
[Immutable]
[GenerateSerializer]
[Alias("twin.EntityReport")]
public readonly record struct EntityReport(
    [property: Id(0)] ulong TraceHigh, [property: Id(1)] ulong TraceLow, [property: Id(2)] uint Handled, [property: Id(3)] MetricBlock Metrics);

/// <summary>Something added to a cell of the metric table, or a cell raised.</summary>
/// <param name="Cell">The cell; its bitwise complement for a cell that is raised.</param>
/// <param name="Value">What is added, or the value to which it is raised.</param>
public readonly record struct MetricEntry(int Cell, long Value);

/// <summary>Consecutive entries of an array; passed by reference inside a silo.</summary>
/// <param name="Items">The array.</param>
/// <param name="Offset">Place of the first entry.</param>
/// <param name="Count">How many.</param>
[Immutable]
public readonly record struct MetricBlock(MetricEntry[] Items, int Offset, int Count)
{
    /// <summary>No entries.</summary>
    public static readonly MetricBlock Empty = new([], 0, 0);

    /// <summary>The entries.</summary>
    public ReadOnlySpan<MetricEntry> Entries => Items.AsSpan(Offset, Count);
}

/// <summary>A <see cref="MetricBlock"/> between silos.</summary>
[GenerateSerializer]
[Alias("twin.MetricBlock")]
public struct MetricBlockSurrogate
{
    /// <summary>The entries' bytes.</summary>
    [Id(0)]
    public byte[] Packed { get; set; }
}

/// <summary>Packs and unpacks metric blocks.</summary>
[RegisterConverter]
public sealed class MetricBlockConverter : IConverter<MetricBlock, MetricBlockSurrogate>
{
    /// <inheritdoc/>
    public MetricBlock ConvertFromSurrogate(in MetricBlockSurrogate surrogate)
    {
        MetricEntry[] items = MemoryMarshal.Cast<byte, MetricEntry>(surrogate.Packed).ToArray();
        return new MetricBlock(items, 0, items.Length);
    }

    /// <inheritdoc/>
    public MetricBlockSurrogate ConvertToSurrogate(in MetricBlock value) => new() { Packed = MemoryMarshal.AsBytes(value.Entries).ToArray() };
}

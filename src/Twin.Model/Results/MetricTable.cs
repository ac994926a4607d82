using System.Buffers.Binary;
using System.IO.Hashing;

namespace Twin.Model.Results;

/// <summary>The run's integer metrics, in catalogue order.</summary>
/// <param name="cells">How many cells.</param>
public sealed class MetricTable(int cells) : MetricSink
{
    /// <summary>The cells.</summary>
    public long[] Cells { get; } = new long[cells];

    /// <inheritdoc/>
    public override void Add(int cell, long value) => Cells[cell] += value;

    /// <inheritdoc/>
    public override void Raise(int cell, long value) => Cells[cell] = Math.Max(Cells[cell], value);

    /// <summary>The results digest: XxHash128 over the cells, little-endian, in catalogue order; 32 hexadecimal digits.</summary>
    public string Digest()
    {
        XxHash128 hash = new();
        Span<byte> bytes = stackalloc byte[8];
        foreach (long value in Cells)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
            hash.Append(bytes);
        }

        return hash.GetCurrentHashAsUInt128().ToString("x32", System.Globalization.CultureInfo.InvariantCulture);
    }
}

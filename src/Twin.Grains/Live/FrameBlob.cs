using Twin.Model.Live;

namespace Twin.Grains.Live;

/// <summary>Writes and reads the blob of a frame, version 1: docs/streaming.md.</summary>
public static class FrameBlob
{
    private const int Version = 1;

    /// <summary>Writes everything that a topic shows.</summary>
    /// <param name="table">The numbers.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="isInside">Whether a row (level's measure number, row) is in the area; null for all.</param>
    public static byte[] Keyframe(LiveTable table, string topic, Func<int, int, bool>? isInside = null)
    {
        BlobWriter writer = new();
        int[] measures = [.. Enumerable.Range(0, table.Layout.Measures.Count).Where(measure => table.Layout.Measures[measure].Topic == topic)];
        writer.Write(Version);
        writer.Write((uint)measures.Length);
        List<int> rows = [];
        foreach (int measure in measures)
        {
            rows.Clear();
            ReadOnlySpan<int> values = table.Of(measure);
            for (int row = 0; row < values.Length; row++)
            {
                if (values[row] != 0 && (isInside is null || isInside(measure, row)))
                {
                    rows.Add(row);
                }
            }

            writer.WriteRows(measure, rows, values);
        }

        return writer.ToArray();
    }

    /// <summary>Writes what changed.</summary>
    /// <param name="table">The numbers now.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="changed">Cells that changed, ascending; those of other topics are passed over.</param>
    /// <param name="isInside">Whether a row (measure number, row) is in the area; null for all.</param>
    public static byte[] Delta(LiveTable table, string topic, IReadOnlyList<int> changed, Func<int, int, bool>? isInside = null)
    {
        LiveLayout layout = table.Layout;
        List<(int Measure, List<int> Rows)> parts = [];
        foreach (int cell in changed)
        {
            int measure = layout.MeasureOf(cell);
            int row = cell - layout.First(measure);
            if (layout.Measures[measure].Topic != topic || (isInside is not null && !isInside(measure, row)))
            {
                continue;
            }

            if (parts.Count == 0 || parts[^1].Measure != measure)
            {
                parts.Add((measure, []));
            }

            parts[^1].Rows.Add(row);
        }

        BlobWriter writer = new();
        writer.Write(Version);
        writer.Write((uint)parts.Count);
        foreach ((int measure, List<int> rows) in parts)
        {
            writer.WriteRows(measure, rows, table.Of(measure));
        }

        return writer.ToArray();
    }

    /// <summary>Reads a blob into a table.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="table">Where its numbers are written.</param>
    /// <exception cref="InvalidDataException">The blob is not of this version, or malformed.</exception>
    public static void Apply(FrameMessage frame, LiveTable table)
    {
        if (frame.IsKeyframe)
        {
            table.Clear(frame.Topic);
        }

        BlobReader reader = new(frame.Blob);
        if (reader.Read() is var version && version != Version)
        {
            throw new InvalidDataException($"A frame of version {version}; allowed is {Version}.");
        }

        for (uint measures = reader.Read(); measures > 0; measures--)
        {
            int measure = (int)reader.Read();
            if (measure >= table.Layout.Measures.Count)
            {
                throw new InvalidDataException($"A frame with measure {measure}; there are {table.Layout.Measures.Count}.");
            }

            int row = -1;
            for (uint rows = reader.Read(); rows > 0; rows--)
            {
                row += (int)reader.Read() + 1;
                if (row >= table.Layout.Rows(measure))
                {
                    throw new InvalidDataException($"A frame with row {row} of measure {measure}; there are {table.Layout.Rows(measure)}.");
                }

                uint zigzag = reader.Read();
                table.Overwrite(table.Layout.First(measure) + row, (int)(zigzag >> 1) ^ -(int)(zigzag & 1));
            }
        }
    }

    private sealed class BlobWriter
    {
        private byte[] _bytes = new byte[256];
        private int _count;

        public void Write(uint value)
        {
            if (_bytes.Length - _count < 5)
            {
                Array.Resize(ref _bytes, 2 * _bytes.Length);
            }

            for (; value >= 0x80; value >>= 7)
            {
                _bytes[_count++] = (byte)(value | 0x80);
            }

            _bytes[_count++] = (byte)value;
        }

        public void WriteRows(int measure, List<int> rows, ReadOnlySpan<int> values)
        {
            Write((uint)measure);
            Write((uint)rows.Count);
            int before = -1;
            foreach (int row in rows)
            {
                Write((uint)(row - before - 1));
                Write((uint)((values[row] << 1) ^ (values[row] >> 31)));
                before = row;
            }
        }

        public byte[] ToArray() => _bytes[.._count];
    }

    private ref struct BlobReader(ReadOnlySpan<byte> bytes)
    {
        private readonly ReadOnlySpan<byte> _bytes = bytes;
        private int _at;

        public uint Read()
        {
            uint value = 0;
            for (int shift = 0; shift < 35; shift += 7)
            {
                if (_at >= _bytes.Length)
                {
                    throw new InvalidDataException("A frame that ends within a number.");
                }

                byte next = _bytes[_at++];
                value |= (uint)(next & 0x7F) << shift;
                if (next < 0x80)
                {
                    return value;
                }
            }

            throw new InvalidDataException("A frame with a number of more than five bytes.");
        }
    }
}

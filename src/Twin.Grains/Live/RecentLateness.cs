namespace Twin.Grains.Live;

/// <summary>How late the last thousand windows were.</summary>
internal sealed class RecentLateness
{
    private const int Kept = 1_000;

    private readonly double[] _late = new double[Kept];
    private int _count;

    /// <summary>Of those kept, 99 % were at most so late, ms.</summary>
    public double P99
    {
        get
        {
            int kept = Math.Min(_count, Kept);
            if (kept == 0)
            {
                return 0;
            }

            double[] sorted = _late[..kept];
            Array.Sort(sorted);
            return Math.Round(sorted[((kept * 99) + 99) / 100 - 1], 1);
        }
    }

    /// <summary>Notes a window.</summary>
    /// <param name="milliseconds">How late it ended, ms of wall time.</param>
    public void Note(double milliseconds) => _late[_count++ % Kept] = milliseconds;
}

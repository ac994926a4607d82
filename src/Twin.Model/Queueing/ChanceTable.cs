using System.Globalization;
using Twin.Model.Randomness;

namespace Twin.Model.Queueing;

/// <summary>A table from whole numbers to probabilities, in the order of the numbers.</summary>
internal sealed class ChanceTable
{
    private readonly int[] _numbers;
    private readonly double[] _shares;
    private readonly ulong[] _single;
    private readonly ulong[] _cumulated;

    /// <summary>Reads a table.</summary>
    /// <param name="table">By number, as a scenario writes it.</param>
    public ChanceTable(IReadOnlyDictionary<string, double> table)
    {
        (int Number, double Share)[] rows =
            [.. table.Select(row => (Number: int.Parse(row.Key, NumberStyles.None, CultureInfo.InvariantCulture), Share: row.Value)).OrderBy(row => row.Number)];
        _numbers = [.. rows.Select(row => row.Number)];
        _shares = [.. rows.Select(row => row.Share)];
        _single = [.. _shares.Select(Draws.Threshold)];
        _cumulated = [.. rows.Select((_, i) => i == rows.Length - 1 ? 1UL << 32 : Draws.Threshold(rows.Take(i + 1).Sum(row => row.Share)))];
    }

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => _numbers.Length == 0;

    /// <summary>Mean of the numbers, the probabilities being shares of 1.</summary>
    public double Mean => _numbers.Zip(_shares, (number, share) => number * share).Sum();

    /// <summary>The threshold of the greatest number that is reached; 0 if none is.</summary>
    /// <param name="reached">So many.</param>
    public ulong At(int reached)
    {
        int i = _numbers.Length - 1;
        while (i >= 0 && _numbers[i] > reached)
        {
            i--;
        }

        return i < 0 ? 0 : _single[i];
    }

    /// <summary>A number drawn by the probabilities as shares of 1.</summary>
    /// <param name="bits">The draw.</param>
    public int Draw(uint bits)
    {
        int i = 0;
        while (bits >= _cumulated[i])
        {
            i++;
        }

        return _numbers[i];
    }
}

namespace Twin.Model.Districts;

/// <summary>Lots of several classes, drawn without putting back: however the draws fall, each class comes out as often as it was put in.</summary>
/// <remarks>This is how marginals are met by quota: the order is random, the counts are not.</remarks>
internal sealed class Urn
{
    private readonly int[] _left;
    private int _total;

    /// <summary>Fills the urn.</summary>
    /// <param name="lots">Lots of each class.</param>
    public Urn(params int[] lots)
    {
        _left = lots;
        foreach (int count in lots)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(lots));
            _total += count;
        }
    }

    /// <summary>Lots left of a class.</summary>
    /// <param name="kind">The class.</param>
    public int Left(int kind) => _left[kind];

    /// <summary>Draws one.</summary>
    /// <param name="word">32 random bits.</param>
    /// <returns>The class of the lot.</returns>
    /// <exception cref="InvalidOperationException">The urn is empty.</exception>
    public int Take(uint word)
    {
        if (_total == 0)
        {
            throw new InvalidOperationException("The urn is empty: more was drawn than was put in.");
        }

        int lot = (int)(((ulong)word * (ulong)_total) >> 32);
        int[] left = _left;
        int kind = 0;
        while (lot >= left[kind])
        {
            lot -= left[kind++];
        }

        left[kind]--;
        _total--;
        return kind;
    }
}

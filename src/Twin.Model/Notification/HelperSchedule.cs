namespace Twin.Model.Notification;

/// <summary>Helpers who take one household after the other: the first to be free takes the next.</summary>
internal readonly struct HelperSchedule
{
    private readonly long[] _freeAt;

    /// <summary>So many helpers, free from a moment.</summary>
    public HelperSchedule(int helpers, long from)
    {
        _freeAt = new long[helpers];
        Array.Fill(_freeAt, from);
    }

    /// <summary>When the last is done, ms.</summary>
    public long LastEnd => _freeAt.Max();

    /// <summary>Gives the next task to the helper who is free first.</summary>
    /// <param name="length">How long it takes, ms.</param>
    /// <returns>When it is done, ms.</returns>
    public long Next(long length)
    {
        int helper = 0;
        for (int i = 1; i < _freeAt.Length; i++)
        {
            helper = _freeAt[i] < _freeAt[helper] ? i : helper;
        }

        return _freeAt[helper] += length;
    }
}

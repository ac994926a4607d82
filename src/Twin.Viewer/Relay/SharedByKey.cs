namespace Twin.Viewer.Relay;

/// <summary>Things that are made for the first who asks and ended when the last has left.</summary>
/// <typeparam name="TKey">What names one.</typeparam>
/// <typeparam name="T">What they are.</typeparam>
/// <param name="create">Makes one.</param>
/// <param name="isOver">Whether one has ended by itself, so that the next who asks gets another.</param>
internal sealed class SharedByKey<TKey, T>(Func<TKey, T> create, Func<T, bool> isOver)
    where TKey : notnull
    where T : class, IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, Entry> _entries = [];

    /// <summary>How many there are.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>Joins; who joins must leave by disposing of what is returned.</summary>
    /// <param name="key">What is asked for.</param>
    public Share Join(TKey key)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(key, out Entry? entry) || isOver(entry.Value))
            {
                _entries[key] = entry = new Entry(create(key));
            }

            entry.Users++;
            return new Share(this, key, entry);
        }
    }

    private async ValueTask LeaveAsync(TKey key, Entry entry)
    {
        lock (_gate)
        {
            if (--entry.Users > 0)
            {
                return;
            }

            if (_entries.TryGetValue(key, out Entry? present) && ReferenceEquals(present, entry))
            {
                _entries.Remove(key);
            }
        }

        await entry.Value.DisposeAsync();
    }

    /// <summary>Somebody's part in a thing.</summary>
    internal sealed class Share(SharedByKey<TKey, T> all, TKey key, Entry entry) : IAsyncDisposable
    {
        private int _hasLeft;

        /// <summary>The thing.</summary>
        public T Value => entry.Value;

        /// <inheritdoc/>
        public ValueTask DisposeAsync() => Interlocked.Exchange(ref _hasLeft, 1) == 0 ? all.LeaveAsync(key, entry) : ValueTask.CompletedTask;
    }

    /// <summary>A thing and how many use it.</summary>
    internal sealed class Entry(T value)
    {
        /// <summary>The thing.</summary>
        public T Value { get; } = value;

        /// <summary>How many use it.</summary>
        public int Users { get; set; }
    }
}

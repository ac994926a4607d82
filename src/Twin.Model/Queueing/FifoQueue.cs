namespace Twin.Model.Queueing;

/// <summary>A first-in-first-out queue in a growing ring: no allocation once it has grown.</summary>
/// <typeparam name="T">What waits.</typeparam>
public sealed class FifoQueue<T>
{
    private T[] _items = new T[16];
    private int _head;

    /// <summary>How many wait.</summary>
    public int Count { get; private set; }

    /// <summary>Who waits at a place, 0 being next.</summary>
    /// <param name="place">0 to <see cref="Count"/> − 1.</param>
    public T this[int place] => _items[(_head + place) & (_items.Length - 1)];

    /// <summary>Joins at the end.</summary>
    /// <param name="item">Who joins.</param>
    public void Enqueue(T item)
    {
        if (Count == _items.Length)
        {
            T[] larger = new T[2 * Count];
            for (int i = 0; i < Count; i++)
            {
                larger[i] = this[i];
            }

            _items = larger;
            _head = 0;
        }

        _items[(_head + Count++) & (_items.Length - 1)] = item;
    }

    /// <summary>Takes who is next.</summary>
    /// <exception cref="InvalidOperationException">Nobody waits.</exception>
    public T Dequeue()
    {
        if (Count == 0)
        {
            throw new InvalidOperationException("Nobody waits in this queue.");
        }

        T item = _items[_head];
        _head = (_head + 1) & (_items.Length - 1);
        Count--;
        return item;
    }

    /// <summary>Asks the cache for what the next event will need.</summary>
    public void Prefetch() => Events.Cache.PrefetchPlace(in _items[_head]);

    /// <summary>Lets everybody go.</summary>
    public void Clear() => (_head, Count) = (0, 0);
}

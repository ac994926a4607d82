namespace Twin.Model.Queueing;

/// <summary>Who waits at a station: first come, first served within each rank, the lowest rank first. Linked through the customers: no allocation.</summary>
public sealed class WaitingLine
{
    private readonly CustomerTable _customers;
    private readonly int[] _first;
    private readonly int[] _last;

    /// <summary>An empty line.</summary>
    /// <param name="customers">Everybody in the network.</param>
    /// <param name="ranks">How many ranks there are.</param>
    public WaitingLine(CustomerTable customers, int ranks)
    {
        _customers = customers;
        _first = new int[ranks];
        _last = new int[ranks];
        Array.Fill(_first, -1);
        Array.Fill(_last, -1);
    }

    /// <summary>How many wait.</summary>
    public int Count { get; private set; }

    /// <summary>Joins at the end of a rank.</summary>
    /// <param name="place">Who.</param>
    /// <param name="rank">Their rank; 0 is served first.</param>
    public void Add(int place, int rank)
    {
        int last = _last[rank];
        ref Customer customer = ref _customers[place];
        (customer.Before, customer.After) = (last, -1);
        _last[rank] = place;
        if (last < 0)
        {
            _first[rank] = place;
        }
        else
        {
            _customers[last].After = place;
        }

        Count++;
    }

    /// <summary>Comes back at the head of a rank: who was interrupted.</summary>
    /// <param name="place">Who.</param>
    /// <param name="rank">Their rank.</param>
    public void AddFirst(int place, int rank)
    {
        int first = _first[rank];
        ref Customer customer = ref _customers[place];
        (customer.Before, customer.After) = (-1, first);
        _first[rank] = place;
        if (first < 0)
        {
            _last[rank] = place;
        }
        else
        {
            _customers[first].Before = place;
        }

        Count++;
    }

    /// <summary>Takes who is next.</summary>
    /// <exception cref="InvalidOperationException">Nobody waits.</exception>
    public int Take()
    {
        for (int rank = 0; rank < _first.Length; rank++)
        {
            if (_first[rank] >= 0)
            {
                int place = _first[rank];
                Remove(place, rank);
                return place;
            }
        }

        throw new InvalidOperationException("Nobody waits in this line.");
    }

    /// <summary>Somebody leaves the line, wherever they stand.</summary>
    /// <param name="place">Who.</param>
    /// <param name="rank">Their rank.</param>
    public void Remove(int place, int rank)
    {
        ref Customer customer = ref _customers[place];
        if (customer.Before < 0)
        {
            _first[rank] = customer.After;
        }
        else
        {
            _customers[customer.Before].After = customer.After;
        }

        if (customer.After < 0)
        {
            _last[rank] = customer.Before;
        }
        else
        {
            _customers[customer.After].Before = customer.Before;
        }

        Count--;
    }
}

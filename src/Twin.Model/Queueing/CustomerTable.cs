namespace Twin.Model.Queueing;

/// <summary>Everybody in the network, in places that are used again: no allocation once it has grown.</summary>
public sealed class CustomerTable
{
    private Customer[] _places = new Customer[64];
    private int[] _free = new int[64];
    private int _freeCount;
    private int _used;

    /// <summary>Who is at a place; the reference is valid until somebody enters.</summary>
    /// <param name="place">From <see cref="Enter"/>.</param>
    public ref Customer this[int place] => ref _places[place];

    /// <summary>Places used so far, free again or not: the bound of a walk over everybody.</summary>
    public int Places => _used;

    /// <summary>Somebody enters the network.</summary>
    /// <param name="customer">Who.</param>
    /// <returns>Their place.</returns>
    public int Enter(in Customer customer)
    {
        int place = _freeCount > 0 ? _free[--_freeCount] : _used++;
        if (place == _places.Length)
        {
            Array.Resize(ref _places, 2 * place);
            Array.Resize(ref _free, 2 * place);
        }

        _places[place] = customer;
        return place;
    }

    /// <summary>Somebody leaves the network.</summary>
    /// <param name="place">Their place.</param>
    public void Leave(int place)
    {
        _places[place].Station = -1;
        _free[_freeCount++] = place;
    }
}

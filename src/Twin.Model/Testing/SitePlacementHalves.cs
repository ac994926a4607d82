using Twin.Model.Districts;

namespace Twin.Model.Testing;

/// <summary>Micro-grids halved again and again across the longer side of their extent, until each site has a compact part of like load.</summary>
internal sealed class SitePlacementHalves
{
    private readonly District _district;
    private readonly long[] _load;
    private readonly int[] _order;
    private readonly long[] _along;

    /// <summary>Halves a district's micro-grids.</summary>
    /// <param name="district">The district.</param>
    /// <param name="load">Residents of each micro-grid.</param>
    /// <param name="count">Sites; at most one for each micro-grid.</param>
    public SitePlacementHalves(District district, long[] load, int count)
    {
        _district = district;
        _load = load;
        _order = [.. Enumerable.Range(0, load.Length)];
        _along = new long[load.Length];
        SiteOf = new int[load.Length];
        Halve(0, load.Length, 0, count);
    }

    /// <summary>Site of each micro-grid.</summary>
    public int[] SiteOf { get; }

    /// <summary>Gives sites first … first + count − 1 to a stretch of the order.</summary>
    private void Halve(int from, int end, int first, int count)
    {
        if (count == 1)
        {
            for (int i = from; i < end; i++)
            {
                SiteOf[_order[i]] = first;
            }

            return;
        }

        SortAcross(from, end);
        int half = count / 2;
        int cut = Cut(from, end, half, count);
        Halve(from, cut, first, half);
        Halve(cut, end, first + half, count - half);
    }

    /// <summary>Where the load before is nearest to the sites' share, with a micro-grid left for each site on both sides.</summary>
    private int Cut(int from, int end, int half, int count)
    {
        long all = 0;
        for (int i = from; i < end; i++)
        {
            all += _load[_order[i]];
        }

        double target = (double)all * half / count;
        long before = 0;
        int cut = from;
        while (cut < end - (count - half) && (cut < from + half || before + (_load[_order[cut]] / 2.0) < target))
        {
            before += _load[_order[cut++]];
        }

        return cut;
    }

    /// <summary>Sorts a stretch along the longer side of its extent; ties, which are rare, by ordinal.</summary>
    private void SortAcross(int from, int end)
    {
        Array.Sort(_order, from, end - from);
        (int west, int east, int south, int north) = (int.MaxValue, int.MinValue, int.MaxValue, int.MinValue);
        for (int i = from; i < end; i++)
        {
            (int x, int y) = (_district.MicroGridX[_order[i]], _district.MicroGridY[_order[i]]);
            (west, east, south, north) = (Math.Min(west, x), Math.Max(east, x), Math.Min(south, y), Math.Max(north, y));
        }

        bool wide = (long)east - west >= (long)north - south;
        for (int i = from; i < end; i++)
        {
            int grid = _order[i];
            _along[i] = ((long)((wide ? _district.MicroGridX : _district.MicroGridY)[grid] + (long)int.MaxValue) << 24) | (uint)grid;
        }

        Array.Sort(_along, _order, from, end - from);
    }
}

using Twin.Model.Districts;

namespace Twin.Model.Testing;

/// <summary>Improves an assignment of micro-grids to sites: round by round, a micro-grid goes to a nearer site while loads stay near the mean.</summary>
internal sealed class SitePlacementExchange
{
    /// <summary>Rounds at most; it ends sooner when nothing moves.</summary>
    private const int RoundsMax = 24;

    /// <summary>Sites looked at for each micro-grid, nearest first.</summary>
    private const int Candidates = 6;

    /// <summary>Loads stay within this share of the mean, or do not get farther from it.</summary>
    private const double Spread = 0.2;

    /// <summary>A site in another community counts as so much farther.</summary>
    private const double Abroad = 1.5;

    private readonly District _district;
    private readonly long[] _load;
    private readonly long[] _siteLoad;
    private readonly int[] _members;
    private readonly double _mean;
    private int[] _seats;

    /// <summary>Improves an assignment.</summary>
    /// <param name="district">The district.</param>
    /// <param name="load">Residents of each micro-grid.</param>
    /// <param name="siteOf">Site of each micro-grid to begin with; every site has one.</param>
    /// <param name="count">Sites.</param>
    public SitePlacementExchange(District district, long[] load, int[] siteOf, int count)
    {
        _district = district;
        _load = load;
        SiteOf = [.. siteOf];
        _siteLoad = new long[count];
        _members = new int[count];
        for (int grid = 0; grid < load.Length; grid++)
        {
            _siteLoad[siteOf[grid]] += load[grid];
            _members[siteOf[grid]]++;
            _mean += load[grid] / (double)count;
        }

        _seats = FindSeats();
        for (int round = 0; round < RoundsMax && Exchange(); round++)
        {
            _seats = FindSeats();
        }
    }

    /// <summary>Site of each micro-grid.</summary>
    public int[] SiteOf { get; }

    /// <summary>The micro-grid in which each site stands: the one of its own nearest to the centre of its residents.</summary>
    public int[] Seats() => _seats;

    private int[] FindSeats()
    {
        double[] x = new double[_siteLoad.Length];
        double[] y = new double[x.Length];
        for (int grid = 0; grid < SiteOf.Length; grid++)
        {
            int site = SiteOf[grid];
            double share = _siteLoad[site] == 0 ? 1.0 / _members[site] : _load[grid] / (double)_siteLoad[site];
            x[site] += share * _district.MicroGridX[grid];
            y[site] += share * _district.MicroGridY[grid];
        }

        int[] seats = new int[x.Length];
        double[] nearest = new double[x.Length];
        Array.Fill(nearest, double.PositiveInfinity);
        for (int grid = 0; grid < SiteOf.Length; grid++)
        {
            int site = SiteOf[grid];
            (double dx, double dy) = (_district.MicroGridX[grid] - x[site], _district.MicroGridY[grid] - y[site]);
            double square = (dx * dx) + (dy * dy);
            if (square < nearest[site])
            {
                (nearest[site], seats[site]) = (square, grid);
            }
        }

        return seats;
    }

    private bool Exchange()
    {
        PointGrid places = new([.. _seats.Select(grid => _district.MicroGridX[grid])], [.. _seats.Select(grid => _district.MicroGridY[grid])]);
        Span<int> near = stackalloc int[Candidates];
        Span<long> squares = stackalloc long[Candidates];
        bool moved = false;
        for (int grid = 0; grid < SiteOf.Length; grid++)
        {
            int found = places.Nearest(_district.MicroGridX[grid], _district.MicroGridY[grid], -1, near, squares);
            double way = Way(grid, SiteOf[grid]);
            for (int i = 0; i < found; i++)
            {
                if (near[i] != SiteOf[grid] && Way(grid, near[i]) < way && MayMove(grid, near[i]))
                {
                    Move(grid, near[i]);
                    way = Way(grid, near[i]);
                    moved = true;
                }
            }
        }

        return moved;
    }

    private double Way(int grid, int site)
    {
        int seat = _seats[site];
        (double dx, double dy) = (_district.MicroGridX[grid] - (double)_district.MicroGridX[seat], _district.MicroGridY[grid] - (double)_district.MicroGridY[seat]);
        return Math.Sqrt((dx * dx) + (dy * dy)) * (CommunityOf(grid) == CommunityOf(seat) ? 1 : Abroad);
    }

    private bool MayMove(int grid, int to)
    {
        int from = SiteOf[grid];
        double taken = _siteLoad[to] + _load[grid];
        double left = _siteLoad[from] - _load[grid];
        return _members[from] > 1
            && (taken <= _mean * (1 + Spread) || taken <= _siteLoad[from])
            && (left >= _mean * (1 - Spread) || left >= _siteLoad[to]);
    }

    private void Move(int grid, int to)
    {
        int from = SiteOf[grid];
        _siteLoad[from] -= _load[grid];
        _siteLoad[to] += _load[grid];
        _members[from]--;
        _members[to]++;
        SiteOf[grid] = to;
    }

    private int CommunityOf(int grid) => _district.BaseGridCommunity[_district.MicroGridBaseGrid[grid]];
}

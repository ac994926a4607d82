using Twin.Model.Events;
using Twin.Model.Randomness;

namespace Twin.Model.Districts;

/// <summary>The tree of a generated district from streets down to micro-grids: who belongs to whom, children consecutive.</summary>
internal sealed class DistrictHierarchy
{
    private readonly DistrictCounts _counts;
    private readonly Draws _draws;

    /// <summary>Grows the tree.</summary>
    /// <param name="counts">How many there are of everything.</param>
    /// <param name="streets">Streets in code order.</param>
    /// <param name="draws">Draws under the district's seed.</param>
    public DistrictHierarchy(DistrictCounts counts, IReadOnlyList<StreetSpecification> streets, Draws draws)
    {
        _counts = counts;
        _draws = draws;
        int[] communities = ByStreet(counts.Communities, [.. streets.Select(street => street.Communities)]);
        int[] villages = ByStreet(counts.Villages, [.. streets.Select(street => street.Villages)]);
        int all = counts.Communities + counts.Villages;
        StreetFirstCommunity = new int[streets.Count + 1];
        CommunityStreet = new int[all];
        CommunityIsVillage = new bool[all];
        int next = 0;
        for (int street = 0; street < streets.Count; street++)
        {
            int end = next + communities[street] + villages[street];
            Array.Fill(CommunityStreet, street, next, end - next);
            Array.Fill(CommunityIsVillage, true, next + communities[street], villages[street]);
            StreetFirstCommunity[street + 1] = next = end;
        }

        int[] compounds = Share(counts.Compounds, EntityKind.Compound, counts.Communities);
        int[] urban = Share(counts.BaseGrids - counts.RuralBaseGrids, EntityKind.BaseGrid, counts.Compounds);
        int[] rural = Share(counts.RuralBaseGrids, EntityKind.Community, counts.Villages);
        CommunityFirstCompound = new int[all + 1];
        CommunityFirstBaseGrid = new int[all + 1];
        CompoundFirstBaseGrid = new int[counts.Compounds];
        CompoundLastBaseGrid = new int[counts.Compounds];
        CompoundCommunity = new int[counts.Compounds];
        BaseGridCommunity = new int[counts.BaseGrids];
        BaseGridCompound = new int[counts.BaseGrids];
        GrowBaseGrids(compounds, urban, rural);
        BaseGridFirstMicroGrid = new int[counts.BaseGrids + 1];
        MicroGridBaseGrid = new int[counts.MicroGrids];
        GrowMicroGrids();
        MicroGridIsDedicated = ChooseDedicated();
    }

    public int[] StreetFirstCommunity { get; }

    public int[] CommunityStreet { get; }

    public bool[] CommunityIsVillage { get; }

    public int[] CommunityFirstCompound { get; }

    public int[] CommunityFirstBaseGrid { get; }

    public int[] CompoundFirstBaseGrid { get; }

    public int[] CompoundLastBaseGrid { get; }

    public int[] CompoundCommunity { get; }

    public int[] BaseGridCommunity { get; }

    public int[] BaseGridCompound { get; }

    public int[] BaseGridFirstMicroGrid { get; }

    public int[] MicroGridBaseGrid { get; }

    public bool[] MicroGridIsDedicated { get; }

    /// <summary>First micro-grid of a community; that of the next is its end.</summary>
    /// <param name="community">The community.</param>
    public int FirstMicroGrid(int community) => BaseGridFirstMicroGrid[CommunityFirstBaseGrid[community]];

    /// <summary>By weight; every street that has a weight gets at least one if there are enough.</summary>
    private static int[] ByStreet(int total, double[] weights)
    {
        int[] shares = new int[weights.Length];
        if (total == 0)
        {
            return shares;
        }

        int[] taking = [.. Enumerable.Range(0, weights.Length).Where(street => weights[street] > 0)];
        int[] theirs = Apportionment.Share(total, [.. taking.Select(street => weights[street])], total >= taking.Length ? 1 : 0);
        for (int i = 0; i < taking.Length; i++)
        {
            shares[taking[i]] = theirs[i];
        }

        return shares;
    }

    /// <summary>Shares a total among organisations of unlike size: drawn weights 0.6 to 1.4, at least one each.</summary>
    private int[] Share(int total, EntityKind kind, int parents, int offset = 0)
    {
        double[] weights = new double[parents];
        for (int i = 0; i < parents; i++)
        {
            weights[i] = 0.6 + (0.8 * _draws.Uniform(EntityId.Of(kind, offset + i), 0, DistrictDraw.Weight, Purpose.District));
        }

        return Apportionment.Share(total, weights, 1);
    }

    private void GrowBaseGrids(int[] compounds, int[] urban, int[] rural)
    {
        (int compound, int grid, int urbanSeen, int ruralSeen) = (0, 0, 0, 0);
        for (int community = 0; community < CommunityStreet.Length; community++)
        {
            CommunityFirstCompound[community] = compound;
            CommunityFirstBaseGrid[community] = grid;
            if (CommunityIsVillage[community])
            {
                grid = Grow(community, -1, grid, rural[ruralSeen++]);
                continue;
            }

            for (int end = compound + compounds[urbanSeen++]; compound < end; compound++)
            {
                CompoundCommunity[compound] = community;
                CompoundFirstBaseGrid[compound] = grid;
                grid = Grow(community, compound, grid, urban[compound]);
                CompoundLastBaseGrid[compound] = grid - 1;
            }
        }

        CommunityFirstCompound[^1] = compound;
        CommunityFirstBaseGrid[^1] = grid;
    }

    private int Grow(int community, int compound, int grid, int count)
    {
        Array.Fill(BaseGridCommunity, community, grid, count);
        Array.Fill(BaseGridCompound, compound, grid, count);
        return grid + count;
    }

    private void GrowMicroGrids()
    {
        int rural = _counts.RuralBaseGrids;
        int[] inTowns = Share(_counts.MicroGrids - _counts.RuralMicroGrids, EntityKind.MicroGrid, _counts.BaseGrids - rural);
        int[] inVillages = Share(_counts.RuralMicroGrids, EntityKind.MicroGrid, rural, _counts.BaseGrids - rural);
        (int next, int urbanSeen, int ruralSeen) = (0, 0, 0);
        for (int grid = 0; grid < _counts.BaseGrids; grid++)
        {
            int count = BaseGridCompound[grid] < 0 ? inVillages[ruralSeen++] : inTowns[urbanSeen++];
            BaseGridFirstMicroGrid[grid] = next;
            Array.Fill(MicroGridBaseGrid, grid, next, count);
            next += count;
        }

        BaseGridFirstMicroGrid[^1] = next;
    }

    /// <summary>One out of each of as many strata of consecutive micro-grids as there are dedicated ones.</summary>
    private bool[] ChooseDedicated()
    {
        bool[] dedicated = new bool[_counts.MicroGrids];
        for (int i = 0; i < _counts.Dedicated; i++)
        {
            long from = (long)i * _counts.MicroGrids / _counts.Dedicated;
            long end = (i + 1L) * _counts.MicroGrids / _counts.Dedicated;
            ulong bits = _draws.Bits(EntityId.Of(EntityKind.MicroGrid, i), 0, DistrictDraw.Dedicated, Purpose.District);
            dedicated[from + (long)((bits * (ulong)(end - from)) >> 32)] = true;
        }

        return dedicated;
    }
}

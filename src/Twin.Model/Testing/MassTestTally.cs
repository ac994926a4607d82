using System.Runtime.CompilerServices;
using Twin.Model.Districts;
using Twin.Model.Events;

namespace Twin.Model.Testing;

/// <summary>Tested and untested residents of every place, added up from the micro-grids, and the check that they are all.</summary>
internal sealed class MassTestTally
{
    private const int Width = MassTestMetrics.MicroGridCells;

    // Names take a moment to make, and replications share their district.
    private static readonly ConditionalWeakTable<District, DistrictNames> Names = [];
    private readonly MassTestPlan _plan;
    private readonly Dictionary<EntityKind, long[]> _cells = [];
    private readonly Dictionary<EntityKind, long[]> _residents = [];
    private readonly long[] _households;

    /// <summary>Adds the micro-grids up along the chain above them.</summary>
    public MassTestTally(MassTestPlan plan, long[] cells)
    {
        _plan = plan;
        District d = plan.District;
        foreach ((EntityKind kind, int count) in new[]
        {
            (EntityKind.District, 1), (EntityKind.Street, d.Streets), (EntityKind.Community, d.Communities),
            (EntityKind.Compound, d.Compounds), (EntityKind.BaseGrid, d.BaseGrids), (EntityKind.MicroGrid, d.MicroGrids),
        })
        {
            _cells[kind] = new long[count * Width];
            _residents[kind] = new long[count];
        }

        _households = new long[d.Communities];
        for (int grid = 0; grid < d.MicroGrids; grid++)
        {
            AddGrid(grid, cells.AsSpan(plan.Metrics.OfMicroGrid(grid), Width));
        }
    }

    /// <summary>Untested residents of a place by reason.</summary>
    public long[] Untested(EntityKind kind, int place) =>
        _cells[kind][((place * Width) + MassTestMetrics.FirstReason)..((place + 1) * Width)];

    /// <summary>The communities and villages.</summary>
    public CommunityResult[] Communities()
    {
        DistrictNames names = Names.GetValue(_plan.District, district => new DistrictNames(district));
        return [.. Enumerable.Range(0, _plan.District.Communities).Select(community => Read(community, names))];
    }

    /// <summary>Checks registered = tested + untested by reason in every place of every level.</summary>
    /// <exception cref="InvalidOperationException">A place where they differ, or with a negative number.</exception>
    public void CheckPlaces()
    {
        foreach ((EntityKind kind, long[] cells) in _cells)
        {
            for (int place = 0; place < _residents[kind].Length; place++)
            {
                long tested = cells[place * Width];
                long[] untested = Untested(kind, place);
                if (tested < 0 || untested.Any(number => number < 0) || tested + untested.Sum() != _residents[kind][place])
                {
                    string reasons = string.Join(", ", untested.Select((number, reason) => $"{(UntestedReason)reason} {number}"));
                    throw new InvalidOperationException(
                        $"{kind} {_plan.CodeOf(EntityId.Of(kind, place))} has {_residents[kind][place]} residents, but {tested} tested and untested: {reasons}.");
                }
            }
        }
    }

    /// <summary>Checks that sites and households agree, and each site's arrivals.</summary>
    /// <exception cref="InvalidOperationException">They do not.</exception>
    public void CheckSites(MassTestResult result)
    {
        foreach (SiteResult site in result.Sites)
        {
            long left = site.Tested + site.Balked + site.SentHome + site.Late + site.Redirected + site.StillThere;
            if (left != site.Arrivals)
            {
                throw new InvalidOperationException(
                    $"Site {site.Code} had {site.Arrivals} arrivals, but {left} visits: {site.Tested} tested, {site.Balked} balked, {site.SentHome} sent home, {site.Late} late, {site.Redirected} redirected, {site.StillThere} still there.");
            }
        }

        (long atSites, long atHome) = (result.Sites.Sum(site => site.Tested), _cells[EntityKind.District][0]);
        (long there, long said) = (result.Sites.Sum(site => site.StillThere), result.Untested[(int)UntestedReason.AtSite]);
        if (atSites != atHome || there != said || result.TotalWait.Count != atSites)
        {
            throw new InvalidOperationException(
                $"The sites tested {atSites} and still have {there}; households count {atHome} and {said}; {result.TotalWait.Count} waits are recorded.");
        }
    }

    private CommunityResult Read(int community, DistrictNames names)
    {
        long[] cells = _cells[EntityKind.Community];
        EntityId id = EntityId.Of(EntityKind.Community, community);
        return new CommunityResult
        {
            Code = _plan.CodeOf(id),
            Name = names.Of(id),
            IsVillage = _plan.District.CommunityIsVillage[community],
            Residents = _residents[EntityKind.Community][community],
            Households = _households[community],
            Tested = cells[community * Width],
            Notified = cells[(community * Width) + 1],
            LastNotified = cells[(community * Width) + 2] - 1,
            Untested = Untested(EntityKind.Community, community),
        };
    }

    private void AddGrid(int grid, ReadOnlySpan<long> cells)
    {
        District d = _plan.District;
        (int first, int end) = (d.MicroGridFirstHousehold[grid], d.MicroGridFirstHousehold[grid + 1]);
        long residents = d.HouseholdFirstResident[end] - d.HouseholdFirstResident[first];
        int baseGrid = d.MicroGridBaseGrid[grid];
        int community = d.BaseGridCommunity[baseGrid];
        _households[community] += end - first;
        AddTo(EntityKind.MicroGrid, grid, cells, residents);
        AddTo(EntityKind.BaseGrid, baseGrid, cells, residents);
        if (d.BaseGridCompound[baseGrid] is var compound and >= 0)
        {
            AddTo(EntityKind.Compound, compound, cells, residents);
        }

        AddTo(EntityKind.Community, community, cells, residents);
        AddTo(EntityKind.Street, d.CommunityStreet[community], cells, residents);
        AddTo(EntityKind.District, 0, cells, residents);
    }

    private void AddTo(EntityKind kind, int place, ReadOnlySpan<long> cells, long residents)
    {
        Span<long> sum = _cells[kind].AsSpan(place * Width, Width);
        for (int i = 0; i < Width; i++)
        {
            // The last notification is a moment, everything else a count.
            sum[i] = i == 2 ? Math.Max(sum[i], cells[i]) : sum[i] + cells[i];
        }

        _residents[kind][place] += residents;
    }
}

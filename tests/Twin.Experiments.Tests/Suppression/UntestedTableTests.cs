using CsCheck;
using Twin.Experiments.Suppression;
using Twin.Model.Testing;

namespace Twin.Experiments.Tests.Suppression;

public sealed class UntestedTableTests
{
    private const int Housebound = (int)UntestedReason.Housebound;

    private static readonly MassTestResult Sixteen = SyntheticRun.Record(seed: 5, sites: 4, communities: 16).MassTest!;

    [Fact]
    public void Of_RandomCounts_NoHiddenNumberIsFoundBySubtraction() =>
        Gen.Select(Gen.Int[1, 60], Gen.Long[0, 40].Array[16]).Sample(
            (greatest, counts) =>
            {
                UntestedTable table = Table([.. counts.Select(count => count % greatest)]);
                IReadOnlyList<(string Code, int Column)> found = SubtractionAttack.Solve(table);
                return found.Count == 0 ? true : throw new InvalidOperationException($"Found: {string.Join(", ", found)}");
            },
            iter: 300, seed: "0000KJq7mDu2");

    [Fact]
    public void Of_RandomCounts_ShowsNoHouseboundCountUnderTen() =>
        Gen.Long[0, 40].Array[16].Sample(
            counts => counts.Sum() == 0 || Table(counts).Rows.All(row => row.Untested[Housebound] is null or >= SmallCounts.Limit),
            iter: 300, seed: "0000KJq7mDu2");

    /// <summary>The sum of each set of hidden communities is known; if it were small it would bound its members.</summary>
    [Fact]
    public void Of_RandomCounts_EveryHiddenSetHasTwoMembersAndASumOfTen() =>
        Gen.Long[0, 40].Array[16].Sample(
            counts =>
            {
                UntestedTable table = Table(counts);
                if (counts.Sum() < SmallCounts.Limit)
                {
                    return true;
                }

                HashSet<string> hiddenStreets = [.. table.Streets.Where(street => street.Tested is null).Select(street => street.Code)];
                return table.Communities
                    .Select((row, i) => (Row: row, Count: counts[i]))
                    .Where(part => part.Row.Tested is null)
                    .GroupBy(part => hiddenStreets.Contains(part.Row.Parent) ? "hidden" : part.Row.Parent)
                    .All(set => set.Count() >= 2 && set.Sum(part => part.Count) >= SmallCounts.Limit);
            },
            iter: 300, seed: "0000KJq7mDu2");

    [Fact]
    public void Of_OneSmallSibling_HidesTheNextSmallestToo()
    {
        UntestedTable table = Table([5, 12, 30, 30, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20]);
        Assert.Equal([0, 1], Hidden(table));
        Assert.All(table.Streets, street => Assert.False(street.Suppressed));
    }

    [Fact]
    public void Of_HiddenRow_HidesTestedAndShowsOtherReasons()
    {
        UntestedRow row = Table([5, 12, 30, 30, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20]).Communities[0];
        Assert.Null(row.Tested);
        Assert.Null(row.UntestedTotal);
        Assert.Equal(Sixteen.Communities[0].Untested[(int)UntestedReason.DidNotCome], row.Untested[(int)UntestedReason.DidNotCome]);
        Assert.Equal(Sixteen.Communities[0].Untested.Where((_, reason) => reason != Housebound).Sum(), row.UntestedMobile);
    }

    [Fact]
    public void Of_FewerThanTenInTheDistrict_HidesThemEverywhereAndStillShowsTested()
    {
        UntestedTable table = Table([3, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0]);
        Assert.All(table.Rows, row => Assert.Null(row.Untested[Housebound]));
        Assert.All(table.Rows, row => Assert.NotNull(row.Tested));
        Assert.Empty(SubtractionAttack.Solve(table));
    }

    [Fact]
    public void Of_NobodyHousebound_HidesNothing() => Assert.All(Table(new long[16]).Rows, row => Assert.False(row.Suppressed));

    [Fact]
    public void Of_FullScale_NothingIsFoundBySubtraction()
    {
        UntestedTable table = UntestedTable.Of(SyntheticRun.Record().MassTest!);
        Assert.Contains(table.Communities, row => row.Suppressed);
        Assert.Empty(SubtractionAttack.Solve(table));
    }

    [Fact]
    public void Solve_OnlyTheSmallCountHidden_FindsIt()
    {
        // The attack itself is tested: with only the one count hidden it must succeed.
        UntestedTable table = Table([5, 12, 30, 30, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20]);
        Assert.Empty(SubtractionAttack.Solve(table));
        UntestedRow shown = Row(table.Communities[1], Sixteen.Communities[1].Residents, 12);
        UntestedTable weak = new(table.District, table.Streets, [.. table.Communities.Select((row, i) => i == 1 ? shown : row)]);
        Assert.NotEmpty(SubtractionAttack.Solve(weak));
    }

    private static UntestedRow Row(UntestedRow row, long residents, long housebound)
    {
        long?[] untested = [.. row.Untested.Select((count, reason) => reason == Housebound ? housebound : count)];
        return row with { Untested = untested, Tested = residents - untested.Sum() };
    }

    private static UntestedTable Table(long[] housebound) => UntestedTable.Of(SyntheticRun.WithHousebound(Sixteen, housebound));

    private static IEnumerable<int> Hidden(UntestedTable table) => Enumerable.Range(0, table.Communities.Count).Where(i => table.Communities[i].Suppressed);
}

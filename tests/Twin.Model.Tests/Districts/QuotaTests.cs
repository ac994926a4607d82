using CsCheck;
using Twin.Model.Districts;

namespace Twin.Model.Tests.Districts;

public sealed class QuotaTests
{
    [Fact]
    public void Share_AnyWeights_IsExactAndWithinOneOfProportion() => Gen.Select(Gen.Int[0, 10_000], Gen.Double[0.01, 10].Array[1, 40]).Sample((total, weights) =>
    {
        int[] shares = Apportionment.Share(total, weights, 0);
        double sum = weights.Sum();
        return shares.Sum() == total && shares.Zip(weights).All(pair => Math.Abs(pair.First - (total * pair.Second / sum)) < 1);
    });

    [Fact]
    public void Share_WithALeast_GivesItToEach() => Assert.Equal([1, 1, 8], Apportionment.Share(10, [0, 0, 1], 1));

    [Fact]
    public void Share_TooLittleForTheLeast_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => Apportionment.Share(2, [1, 1, 1], 1));

    [Fact]
    public void Take_UntilEmpty_GivesEveryLotOnce() => Gen.Select(Gen.Int[0, 20].Array[1, 8], Gen.UInt.Array[200, 200]).Sample((lots, words) =>
    {
        Urn urn = new([.. lots]);
        int[] taken = new int[lots.Length];
        for (int i = 0; i < lots.Sum(); i++)
        {
            taken[urn.Take(words[i])]++;
        }

        return taken.SequenceEqual(lots);
    });

    [Fact]
    public void Take_EmptyUrn_Throws() => Assert.Throws<InvalidOperationException>(() => new Urn(0, 0).Take(1));

    [Fact]
    public void Quota_AnyHouseholds_IsExactInHouseholdsAndPeople() =>
        Gen.Select(Gen.Int[0, 5_000], Gen.Double[0, 0.9], Gen.Double[0, 1]).Sample((households, onePerson, fill) =>
        {
            int alone = (int)(households * onePerson);
            int people = alone + (2 * (households - alone)) + (int)(29L * (households - alone) * fill);
            int[] quota = HouseholdSizes.Quota(households, people, alone);
            return quota.Sum() == households && quota.Select((count, size) => count * size).Sum() == people && quota[1] == alone && quota[0] == 0 && quota.All(count => count >= 0);
        });

    [Fact]
    public void Nearest_AnyPoints_EqualsASearchThroughAll() =>
        Gen.Select(Gen.Select(Gen.Int[0, 1_000], Gen.Int[-5_000, 5_000]).Array[1, 60], Gen.Int[-2_000, 3_000], Gen.Int[-6_000, 6_000], Gen.Int[1, 12]).Sample((points, x, y, wanted) =>
        {
            int[] xs = [.. points.Select(point => point.Item1)];
            int[] ys = [.. points.Select(point => point.Item2)];
            int[] found = new int[wanted];
            int count = new PointGrid(xs, ys).Nearest(x, y, 0, found, new long[wanted]);
            IEnumerable<int> expected = Enumerable.Range(1, points.Length - 1)
                .OrderBy(i => ((long)(xs[i] - x) * (xs[i] - x)) + ((long)(ys[i] - y) * (ys[i] - y))).ThenBy(i => i).Take(wanted);
            return found.Take(count).SequenceEqual(expected);
        });

    [Fact]
    public void Nearest_OnePointFarAway_IsFoundAtOnce()
    {
        int[] found = new int[1];
        PointGrid grid = new([0], [0]);
        for (int i = 0; i < 10_000; i++)
        {
            Assert.Equal(1, grid.Nearest(2_000_000_000, -2_000_000_000 + i, -1, found, new long[1]));
        }
    }
}

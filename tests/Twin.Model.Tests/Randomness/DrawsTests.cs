using Twin.Model.Events;
using Twin.Model.Randomness;

namespace Twin.Model.Tests.Randomness;

public sealed class DrawsTests
{
    private static readonly EntityId Somebody = EntityId.Of(EntityKind.Household, 12);
    private static readonly Draws Seeded = new(0x1234_5678_9abc_def0);

    [Fact]
    public void Uniform_Key_IsSubjectMemberNumberAndPurposeUnderTheSeed()
    {
        (uint w0, uint w1, _, _) = Philox.Block(Somebody.Packed, 3, 2, (uint)Purpose.Swab, 0x9abc_def0, 0x1234_5678);
        double expected = ((((ulong)w0 << 32 | w1) >> 12) + 0.5) / (1UL << 52);
        Assert.Equal(expected, Seeded.Uniform(Somebody, 3, 2, Purpose.Swab));
        Assert.Equal(w0, Seeded.Bits(Somebody, 3, 2, Purpose.Swab));
    }

    [Fact]
    public void Uniform_AnyPartOfTheKey_GivesAnotherNumber()
    {
        double[] draws =
        [
            Seeded.Uniform(Somebody, 3, 2, Purpose.Swab),
            Seeded.Uniform(EntityId.Of(EntityKind.Household, 13), 3, 2, Purpose.Swab),
            Seeded.Uniform(EntityId.Of(EntityKind.Site, 12), 3, 2, Purpose.Swab),
            Seeded.Uniform(Somebody, 4, 2, Purpose.Swab),
            Seeded.Uniform(Somebody, 3, 1, Purpose.Swab),
            Seeded.Uniform(Somebody, 3, 2, Purpose.Registration),
            new Draws(1).Uniform(Somebody, 3, 2, Purpose.Swab),
        ];
        Assert.Equal(draws.Length, draws.Distinct().Count());
        Assert.Equal(draws[0], Seeded.Uniform(Somebody, 3, 2, Purpose.Swab));
    }

    [Fact]
    public void Uniform_ManyDraws_AreUniformInTheOpenInterval()
    {
        double[] draws = [.. Enumerable.Range(0, 100_000).Select(n => Seeded.Uniform(Somebody, 0, n, Purpose.OffSlot))];
        Assert.All(draws, u => Assert.True(u is > 0 and < 1));
        int[] tenths = [.. Enumerable.Range(0, 10).Select(tenth => draws.Count(u => (int)(u * 10) == tenth))];

        // Chi-square with 9 degrees of freedom: 27.9 is exceeded once in a thousand.
        Assert.InRange(tenths.Sum(count => Math.Pow(count - 10_000, 2) / 10_000), 0, 27.9);
    }

    [Fact]
    public void Chance_ThresholdOfNothingAndOfCertainty_NeverAndAlways()
    {
        Assert.Equal(0UL, Draws.Threshold(0));
        Assert.Equal(1UL << 32, Draws.Threshold(1));
        Assert.Equal(1UL << 31, Draws.Threshold(0.5));
        Assert.All(Enumerable.Range(0, 1000), n => Assert.False(Seeded.Chance(Draws.Threshold(0), Somebody, 0, n, Purpose.Balk)));
        Assert.All(Enumerable.Range(0, 1000), n => Assert.True(Seeded.Chance(Draws.Threshold(1), Somebody, 0, n, Purpose.Balk)));
    }

    [Fact]
    public void ReplicationSeed_FirstIsTheScenariosAndTheOthersAreDraws()
    {
        ulong[] seeds = [.. Enumerable.Range(0, 50).Select(new Draws(7).ReplicationSeed)];
        Assert.Equal(7UL, seeds[0]);
        Assert.Equal(50, seeds.Distinct().Count());
        Assert.Equal(seeds[1..], Enumerable.Range(1, 49).Select(new Draws(7).ReplicationSeed));
    }

    [Fact]
    public void Purpose_Numbers_AreFrozen() => Assert.Equal(
        "ReplicationSeed=1 District=2 Acknowledgement=3 MessageRead=4 MessageReadAt=5 CallAnswered=6 KnockTime=7 HelperAbsence=8 Together=9 Turnout=10 OtherSite=11 "
        + "Compliance=12 WithinSlot=13 Lateness=14 OffSlot=15 Registration=16 Swab=17 Changeover=18 InnerWalk=19 Balk=20 ComeBack=21 StaffAbsence=22 Readiness=23 "
        + "Interarrival=24 Service=25 Routing=26 Patience=27 Balking=28 BatchSize=29 Travel=30 Punctuality=31 NoShow=32 ThinkTime=33",
        string.Join(' ', Enum.GetValues<Purpose>().Select(purpose => $"{purpose}={(int)purpose}")));
}

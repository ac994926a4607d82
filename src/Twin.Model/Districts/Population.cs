using Twin.Model.Events;
using Twin.Model.Randomness;

namespace Twin.Model.Districts;

/// <summary>Households and residents of a generated district, drawn from the urns of its quotas household by household.</summary>
internal sealed class Population
{
    private const int OldestChild = 14;
    private const int YoungestAdult = 15;
    private const int YoungestFirst = 18;
    private const int OldestAdult = 59;
    private const int YoungestElder = 65;
    private const int OldestElder = 100;

    private readonly PopulationQuota _quota;
    private readonly ulong _seed;

    /// <summary>Draws a population.</summary>
    /// <param name="quota">Its quotas.</param>
    /// <param name="households">Households of each micro-grid.</param>
    /// <param name="dedicated">Whether a micro-grid is dedicated.</param>
    /// <param name="residents">Residents in all.</param>
    /// <param name="seed">The district's seed.</param>
    public Population(PopulationQuota quota, int[] households, bool[] dedicated, int residents, ulong seed)
    {
        _quota = quota;
        _seed = seed;
        MicroGridFirstHousehold = new int[households.Length + 1];
        for (int grid = 0; grid < households.Length; grid++)
        {
            MicroGridFirstHousehold[grid + 1] = MicroGridFirstHousehold[grid] + households[grid];
        }

        int all = MicroGridFirstHousehold[^1];
        HouseholdMicroGrid = new int[all];
        HouseholdFirstResident = new int[all + 1];
        Flags = new HouseholdFlags[all];
        Ages = new byte[residents];
        ResidentFlags = new ResidentFlags[residents];
        Urn homes = quota.Sizes(dedicated: false);
        Urn units = quota.Sizes(dedicated: true);
        for (int grid = 0; grid < households.Length; grid++)
        {
            FormHouseholds(grid, dedicated[grid], dedicated[grid] ? units : homes);
        }

        FillHouseholds();
    }

    public int[] MicroGridFirstHousehold { get; }

    public int[] HouseholdMicroGrid { get; }

    public int[] HouseholdFirstResident { get; }

    public HouseholdFlags[] Flags { get; }

    public byte[] Ages { get; }

    public ResidentFlags[] ResidentFlags { get; }

    private void FormHouseholds(int grid, bool dedicated, Urn sizes)
    {
        Urn party = dedicated ? _quota.DedicatedParty : _quota.Party;
        int end = MicroGridFirstHousehold[grid + 1];
        for (int household = MicroGridFirstHousehold[grid]; household < end; household++)
        {
            (uint w0, uint w1, _, _) = Block(household, 0, DistrictDraw.Household);
            int size = sizes.Take(w0);
            HouseholdFlags flags = dedicated ? HouseholdFlags.Dedicated : HouseholdFlags.None;
            flags |= size == 0 ? HouseholdFlags.AgedAlone : HouseholdFlags.None;
            flags |= party.Take(w1) == 1 ? HouseholdFlags.PartyMember : HouseholdFlags.None;
            Flags[household] = flags;
            HouseholdMicroGrid[household] = grid;
            HouseholdFirstResident[household + 1] = HouseholdFirstResident[household] + Math.Max(1, size);
        }
    }

    private void FillHouseholds()
    {
        Span<(uint W0, uint W1, uint W2, uint W3)> words = stackalloc (uint, uint, uint, uint)[HouseholdSizes.Most];
        Span<AgeGroup> groups = stackalloc AgeGroup[HouseholdSizes.Most];
        for (int household = 0; household < Flags.Length; household++)
        {
            int first = HouseholdFirstResident[household];
            int size = HouseholdFirstResident[household + 1] - first;
            for (int member = 0; member < size; member++)
            {
                words[member] = Block(household, member, DistrictDraw.Resident);
            }

            AssignGroups(Flags[household], size, words, groups);
            bool hasChild = size > 1 && groups[..size].Contains(AgeGroup.Child);
            for (int member = 0; member < size; member++)
            {
                AgeGroup group = groups[member] == AgeGroup.Aged && _quota.Elders.Take(words[member].W1) == 1 ? AgeGroup.Elder : groups[member];
                Ages[first + member] = Age(group, member, hasChild, Ages[first], words[member].W2);
                ResidentFlags[first + member] = (ResidentFlags)_quota.Attributes[(int)group].Take(words[member].W3);
            }
        }
    }

    /// <summary>The first member is never a child; dedicated units of several hold adults.</summary>
    private void AssignGroups(HouseholdFlags flags, int size, Span<(uint W0, uint W1, uint W2, uint W3)> words, Span<AgeGroup> groups)
    {
        if (size == 1 || (flags & HouseholdFlags.Dedicated) != 0)
        {
            groups[..size].Fill((flags & HouseholdFlags.AgedAlone) != 0 ? AgeGroup.Aged : AgeGroup.Adult);
            return;
        }

        bool agedFirst = _quota.First.Take(words[0].W0) == 1;
        groups[0] = agedFirst ? AgeGroup.Aged : AgeGroup.Adult;
        groups[1] = agedFirst && _quota.SecondOfAged.Take(words[1].W0) == 1 ? AgeGroup.Aged
            : _quota.Second.Take(words[1].W1) == 1 ? AgeGroup.Child : AgeGroup.Adult;
        for (int member = 2; member < size; member++)
        {
            groups[member] = _quota.Third.Take(words[member].W0) switch { 1 => AgeGroup.Child, 2 => AgeGroup.Aged, _ => AgeGroup.Adult };
        }
    }

    /// <summary>Age within its group: uniform, elders thinning out to 100, adult partners within five years, parents of children 25 to 54.</summary>
    private static byte Age(AgeGroup group, int member, bool hasChild, int firstAge, uint word) => group switch
    {
        AgeGroup.Child => (byte)Between(0, OldestChild, word),
        AgeGroup.Aged => (byte)Between(60, YoungestElder - 1, word),
        AgeGroup.Elder => (byte)Math.Min(Between(YoungestElder, OldestElder, word), Between(YoungestElder, OldestElder, word << 16)),
        _ when member == 0 && hasChild => (byte)Between(25, 54, word),
        _ when member == 0 => (byte)Between(YoungestFirst, OldestAdult, word),
        _ when member == 1 && firstAge <= OldestAdult => (byte)Math.Clamp(firstAge + Between(-5, 5, word), YoungestFirst, OldestAdult),
        _ => (byte)Between(YoungestAdult, OldestAdult, word),
    };

    private static int Between(int least, int most, uint word) => least + (int)(((ulong)word * (ulong)(most - least + 1)) >> 32);

    private (uint W0, uint W1, uint W2, uint W3) Block(int household, int member, int n) => Philox.Block(
        EntityId.Of(EntityKind.Household, household).Packed, (uint)member, (uint)n, (uint)Purpose.District, (uint)_seed, (uint)(_seed >> 32));
}

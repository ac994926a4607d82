using System.Globalization;

namespace Twin.Model.Districts;

/// <summary>Digits of the numbers in a district's codes: as stated (07, 03, 012, H045), wider where a district has more.</summary>
/// <remarks>A width is the same all over the district, so that sorting codes as text gives the order of ordinals.</remarks>
internal sealed class CodeShape
{
    /// <summary>Measures a district.</summary>
    /// <param name="district">The district.</param>
    public CodeShape(District district)
    {
        Community = Width(2, Largest(district.StreetFirstCommunity));
        BaseGrid = Width(2, Largest(district.CommunityFirstBaseGrid));
        Compound = Width(2, Largest(district.CommunityFirstCompound));
        MicroGrid = Width(3, Largest(district.BaseGridFirstMicroGrid));
        Household = Width(3, Largest(district.MicroGridFirstHousehold));
        FirstCouncil = Firsts(district.CouncilCommunity, district.Communities);
        FirstAlliance = Firsts(district.AllianceStreet, district.Streets);
        Council = Width(2, Largest(FirstCouncil));
        Alliance = Width(2, Largest(FirstAlliance));
    }

    public int Community { get; }

    public int BaseGrid { get; }

    public int Compound { get; }

    public int MicroGrid { get; }

    public int Household { get; }

    public int Council { get; }

    public int Alliance { get; }

    /// <summary>First council of each community, and their number at the end.</summary>
    public int[] FirstCouncil { get; }

    /// <summary>First alliance of each street, and their number at the end.</summary>
    public int[] FirstAlliance { get; }

    /// <summary>First children by parent, from a column of parents in ascending order.</summary>
    private static int[] Firsts(int[] parents, int count)
    {
        int[] firsts = new int[count + 1];
        for (int child = 0; child < parents.Length; child++)
        {
            if (child > 0 && parents[child] < parents[child - 1])
            {
                throw new InvalidOperationException($"Child {child} belongs to parent {parents[child]}, the one before to {parents[child - 1]}: not in code order.");
            }

            firsts[parents[child] + 1]++;
        }

        for (int parent = 1; parent < firsts.Length; parent++)
        {
            firsts[parent] += firsts[parent - 1];
        }

        return firsts;
    }

    private static int Largest(int[] firsts)
    {
        int largest = 0;
        for (int i = 1; i < firsts.Length; i++)
        {
            largest = Math.Max(largest, firsts[i] - firsts[i - 1]);
        }

        return largest;
    }

    private static int Width(int least, int largest) => Math.Max(least, largest.ToString(CultureInfo.InvariantCulture).Length);
}

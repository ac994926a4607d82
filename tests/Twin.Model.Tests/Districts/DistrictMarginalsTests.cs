using Twin.Model.Districts;

namespace Twin.Model.Tests.Districts;

public sealed class DistrictMarginalsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Generate_FullScaleAndMore_MeetsMarginalsWithinOnePercent(double scale)
    {
        IReadOnlyList<ControlTotal> totals = DistrictOverview.Totals(GeneratedDistricts.At(scale), new DistrictSpecification(), scale);
        foreach (string key in new[]
        {
            "householdSize", "onePersonShare", "agedAloneShare", "partyMemberShare", "childrenShare", "aged60Share", "aged65Share", "houseboundShare", "noPhoneShare",
        })
        {
            ControlTotal total = totals.Single(total => total.Key == key);
            Assert.True(Math.Abs(total.Actual - total.Stated) <= 0.01 * total.Stated, $"{key}: stated {total.Stated}, actual {total.Actual}");
        }
    }

    [Fact]
    public void Generate_OtherShares_AreMet()
    {
        DistrictSpecification spec = new()
        {
            Seed = 3,
            HouseholdSize = 2.9,
            DedicatedUnitSize = 3,
            OnePerson = 0.2,
            AgedAlone = 0.05,
            Children = 0.2,
            Aged60 = 0.1,
            Aged65 = 0.07,
            Residents = 650_000,
            PartyMemberHouseholds = 0.15,
            Housebound = 0.02,
            NoPhone = 0.3,
            Dedicated = 0.2,
        };
        Assert.All(
            DistrictOverview.Totals(DistrictGenerator.Generate(spec, 1), spec, 1).Where(total => total.Key.EndsWith("Share", StringComparison.Ordinal)),
            total => Assert.InRange(total.Actual, total.Stated * 0.99, total.Stated * 1.01));
    }

    [Fact]
    public void Generate_Households_NeverHoldAChildAlone()
    {
        District district = GeneratedDistricts.Full;
        for (int household = 0; household < district.Households; household++)
        {
            int first = district.HouseholdFirstResident[household];
            Assert.True(district.ResidentAge.AsSpan(first, district.SizeOf(household)).ContainsAnyInRange((byte)18, byte.MaxValue), $"Household {household} holds no adult.");
        }
    }

    [Fact]
    public void Generate_AgedAlone_IsTheOnePersonHouseholdsAgedSixtyOrMore()
    {
        District district = GeneratedDistricts.Full;
        for (int household = 0; household < district.Households; household++)
        {
            bool isAlone = district.SizeOf(household) == 1 && district.ResidentAge[district.HouseholdFirstResident[household]] >= 60;
            Assert.True(isAlone == ((district.HouseholdFlags[household] & HouseholdFlags.AgedAlone) != 0), $"Household {household}: {district.HouseholdFlags[household]}");
        }
    }

    [Fact]
    public void Generate_DedicatedUnits_AreThoseOfDedicatedMicroGrids()
    {
        District district = GeneratedDistricts.Full;
        Assert.DoesNotContain(
            Enumerable.Range(0, district.Households),
            household => district.MicroGridIsDedicated[district.HouseholdMicroGrid[household]] != ((district.HouseholdFlags[household] & HouseholdFlags.Dedicated) != 0));
    }

    [Fact]
    public void Generate_NoPhoneAndHousebound_SkewToTheAged()
    {
        District district = GeneratedDistricts.Full;
        double Share(ResidentFlags flag, Func<byte, bool> isOf) =>
            Enumerable.Range(0, district.Residents).Where(resident => isOf(district.ResidentAge[resident])).Average(resident => (district.ResidentFlags[resident] & flag) != 0 ? 1.0 : 0);
        Assert.True(Share(ResidentFlags.NoPhone, age => age >= 65) > 8 * Share(ResidentFlags.NoPhone, age => age is >= 15 and < 60));
        Assert.True(Share(ResidentFlags.Housebound, age => age >= 65) > 10 * Share(ResidentFlags.Housebound, age => age is >= 15 and < 60));
        Assert.Equal(0, Share(ResidentFlags.Housebound, age => age < 15));
    }

    [Fact]
    public void Generate_Sizes_AreInNoOrder()
    {
        District district = GeneratedDistricts.Full;
        int repeated = Enumerable.Range(1, district.Households - 1).Count(household => district.SizeOf(household) == district.SizeOf(household - 1));
        double expected = Enumerable.Range(0, district.Households).GroupBy(district.SizeOf).Sum(sizes => Math.Pow((double)sizes.Count() / district.Households, 2));
        Assert.InRange((double)repeated / district.Households, expected * 0.97, expected * 1.03);
    }
}

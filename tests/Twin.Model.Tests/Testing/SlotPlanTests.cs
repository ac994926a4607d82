using Twin.Model.Distributions;
using Twin.Model.Districts;
using Twin.Model.Events;
using Twin.Model.Randomness;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Model.Tests.Testing;

/// <summary>The rule "Slots": which unit has which slot, and when it aims to come. Opens at 10 min; slots of 10 min; the last entry after 35 min.</summary>
public sealed class SlotPlanTests
{
    private const long Open = 600_000;
    private const long Length = 600_000;

    private static readonly Scenario Slotted = new()
    {
        Name = "slots",
        Start = new DateTimeOffset(2022, 4, 10, 0, 0, 0, TimeSpan.FromHours(8)),
        Testing = new MassTestingParameters
        {
            Window = new WindowParameters { Open = new Moment(Open), Close = new Moment(Open + (65 * 60_000)), LastEntry = Duration.Minutes(30) },
            Turnout = new TurnoutParameters { Together = 1, Home = 1, Elsewhere = 0, AfterReminder = 0 },
            Slots = new SlotParameters { Length = new Duration(Length), Compliance = 1, Lateness = new Constant(0), Aim = SlotAim.Start, HouseholdsPerBuilding = 2 },
        },
    };

    private static readonly District FourGrids = TinyDistrict.Of(
        [new Home(0, 40, 40), new Home(0, 40), new Home(0, 40, 40, 40)],
        [new Home(1000, 40), new Home(1000, 40)],
        [new Home(0, 40, 40, 40, 40), new Home(0, 40)]);

    private static MassTestPlan Plan(Func<SlotParameters, SlotParameters> change, District? district = null)
    {
        Scenario scenario = Slotted with { Testing = Slotted.Testing with { Slots = change(Slotted.Testing.Slots) } };
        District place = district ?? FourGrids;
        return new MassTestPlan(scenario, place, TinyDistrict.Sites(place, 0, 1000), scenario.Seed);
    }

    private static long[] SlotsOf(MassTestPlan plan, int member = Household.Whole) => [.. Enumerable.Range(0, plan.District.Households)
        .Select(household => (plan.Aim(EntityId.Of(EntityKind.Household, household), member) - Open) / (double)Length)
        .Select(slot => slot == Math.Floor(slot) ? (long)slot : throw new InvalidOperationException($"{slot} is no slot's start"))];

    [Fact]
    public void Aim_RoundRobinByHousehold_CountsUnitsAtTheirHomeSiteInCodeOrder() =>
        Assert.Equal([0, 1, 2, 0, 1, 0, 1], SlotsOf(Plan(slots => slots with { By = SlotUnit.Household })));

    [Fact]
    public void Aim_RoundRobinByBuilding_BuildingsDoNotCrossMicroGrids() =>
        Assert.Equal([0, 0, 1, 0, 0, 2, 2], SlotsOf(Plan(slots => slots with { By = SlotUnit.Building })));

    [Fact]
    public void Aim_RoundRobinByPerson_CountsPeople()
    {
        MassTestPlan plan = Plan(slots => slots with { By = SlotUnit.Person });
        EntityId third = EntityId.Of(EntityKind.Household, 2);
        Assert.Equal([0, 1, 2], Enumerable.Range(0, 3).Select(member => (plan.Aim(third, member) - Open) / Length));
        Assert.Equal([0, 2, 0, 0, 1, 0, 1], SlotsOf(plan));
    }

    [Fact]
    public void Aim_BlockByHousehold_IsTheShareOfResidentsBefore() =>
        // 11 residents at the first site: before each household 0, 2, 3, then 6 and 10; 3 slots. Two at the second: 0 and 1.
        Assert.Equal([0, 3 * 2 / 11, 3 * 3 / 11, 0, 3 * 1 / 2, 3 * 6 / 11, 3 * 10 / 11], SlotsOf(Plan(slots => slots with { By = SlotUnit.Household, Assign = SlotAssignment.Block })));

    [Fact]
    public void Aim_SpanIsNoMultipleOfTheLength_OnlyWholeSlotsBeforeTheLastEntry() =>
        // 35 min up to the last entry hold three whole slots of 10 min, so the fourth household is in the first slot again.
        Assert.Equal([0, 1, 2, 0, 1], SlotsOf(Plan(slots => slots with { By = SlotUnit.Household }, TinyDistrict.Of(
            [new Home(0, 40), new Home(0, 40), new Home(0, 40), new Home(0, 40), new Home(0, 40)]))));

    [Fact]
    public void Aim_SlotLongerThanTheSpan_OneSlotCutAtTheLastEntry()
    {
        MassTestPlan plan = Plan(slots => slots with { By = SlotUnit.Household, Length = Duration.Minutes(500), Aim = SlotAim.Within });
        Assert.All(Enumerable.Range(0, 7), household => Assert.InRange(plan.Aim(EntityId.Of(EntityKind.Household, household), Household.Whole), Open, Open + (35 * 60_000)));
    }

    [Fact]
    public void Aim_WithinTheSlot_AddsAUniformTimeAndLateness()
    {
        MassTestPlan plan = Plan(slots => slots with { By = SlotUnit.Household, Aim = SlotAim.Within, Lateness = new Constant(-90) });
        EntityId second = EntityId.Of(EntityKind.Household, 1);
        double u = plan.Draws.Uniform(second, Household.Whole, 0, Purpose.WithinSlot);
        Assert.Equal(Open + Length + (long)Math.Round(u * Length, MidpointRounding.ToEven) - 90_000, plan.Aim(second, Household.Whole));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Aim_NotComplying_IsATimeOffTheSlotUpToTheLastEntry(bool uniform)
    {
        MassTestPlan plan = Plan(slots => slots with { By = SlotUnit.Household, Compliance = 0, OffSlot = uniform ? OffSlot.Uniform : OffSlot.FrontLoaded });
        EntityId household = EntityId.Of(EntityKind.Household, 3);
        double u = plan.Draws.Uniform(household, Household.Whole, 0, Purpose.OffSlot);
        const double span = 35 * 60_000;
        double expected = Open + (uniform ? span * u : span * (1 - Math.Sqrt(1 - u)));
        Assert.Equal((long)Math.Round(expected), plan.Aim(household, Household.Whole));
    }

    [Fact]
    public void Aim_WithoutSlots_EachPartyHasItsOwnTime()
    {
        MassTestPlan plan = Plan(slots => slots with { Enabled = false });
        EntityId household = EntityId.Of(EntityKind.Household, 2);
        Assert.Equal(3, Enumerable.Range(0, 3).Select(member => plan.Aim(household, member)).Distinct().Count());
    }

    [Fact]
    public void Aim_UnitDrawsForItsMembers_PartyDrawsForItself()
    {
        MassTestPlan unit = Plan(slots => slots with { By = SlotUnit.Building, Aim = SlotAim.Within });
        MassTestPlan party = Plan(slots => slots with { By = SlotUnit.Building, Aim = SlotAim.Within, DrawnBy = SlotDraw.Party });
        (EntityId first, EntityId second) = (EntityId.Of(EntityKind.Household, 0), EntityId.Of(EntityKind.Household, 1));
        Assert.Equal(unit.Aim(first, Household.Whole), unit.Aim(second, 0));
        Assert.NotEqual(party.Aim(first, Household.Whole), party.Aim(second, Household.Whole));
    }

    [Fact]
    public void Aim_FrontLoaded_HalfComeInTheFirstThirdOfTheSpan()
    {
        Home[] homes = [.. Enumerable.Range(0, 90).Select(_ => new Home(0, 40))];
        District large = TinyDistrict.Of([.. Enumerable.Range(0, 50).Select(_ => homes)]);
        MassTestPlan plan = Plan(slots => slots with { Enabled = false }, large);
        double early = Enumerable.Range(0, large.Households)
            .Count(household => plan.Aim(EntityId.Of(EntityKind.Household, household), Household.Whole) < Open + (35 * 60_000 * (1 - Math.Sqrt(0.5))));
        Assert.InRange(early / large.Households, 0.48, 0.52);
    }
}

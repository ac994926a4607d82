using Twin.Model.Districts;
using Twin.Model.Events;
using Twin.Model.Randomness;

namespace Twin.Model.Testing;

/// <summary>Which unit has which slot, and when a party aims to come.</summary>
/// <remarks>There are S = ⌊span / length⌋ whole slots, at least one, in the span from opening to last entry.</remarks>
internal sealed class SlotPlan
{
    private readonly MassTestPlan _plan;
    private readonly SlotParameters _slots;
    private readonly Draws _draws;
    private readonly long _span;
    private readonly int _slotCount;
    private readonly ushort[] _slotOf;

    /// <summary>Assigns the slots.</summary>
    public SlotPlan(MassTestPlan plan)
    {
        _plan = plan;
        _slots = plan.Scenario.Testing.Slots;
        _draws = plan.Draws;
        _span = plan.Close - plan.Open - plan.Scenario.Testing.Window.LastEntry.Milliseconds;
        _slotCount = (int)Math.Clamp(_span / _slots.Length.Milliseconds, 1, ushort.MaxValue);
        _slotOf = plan.Arrivals is null && _slots.Enabled ? Assign(plan.District) : [];
    }

    /// <summary>When a party means to be at the door, ms.</summary>
    public long Aim(EntityId household, int member)
    {
        if (!_slots.Enabled)
        {
            return OffSlot(household, member);
        }

        (EntityId subject, int number) = _slots.DrawnBy == SlotDraw.Party ? (household, member) : Unit(household, member);
        if (!_draws.Chance(Draws.Threshold(_slots.Compliance), subject, number, 0, Purpose.Compliance))
        {
            return OffSlot(subject, number);
        }

        int slot = _slotOf[_slots.By == SlotUnit.Person ? PersonIndex(household.Ordinal, member) : household.Ordinal];
        long start = _plan.Open + (slot * _slots.Length.Milliseconds);
        if (_slots.Aim == SlotAim.Within)
        {
            double u = _draws.Uniform(subject, number, 0, Purpose.WithinSlot);
            start += (long)Math.Round(u * Math.Min(_slots.Length.Milliseconds, _span), MidpointRounding.ToEven);
        }

        return start + _slots.Lateness.SampleSigned(_draws.Uniform(subject, number, 0, Purpose.Lateness));
    }

    private long OffSlot(EntityId subject, int number)
    {
        double u = _draws.Uniform(subject, number, 0, Purpose.OffSlot);
        double share = _slots.OffSlot == Testing.OffSlot.Uniform ? u : 1 - Math.Sqrt(1 - u);
        return _plan.Open + (long)Math.Round(_span * share, MidpointRounding.ToEven);
    }

    /// <summary>The unit that has the slot, as the subject of its draws.</summary>
    private (EntityId Subject, int Number) Unit(EntityId household, int member) => _slots.By switch
    {
        SlotUnit.Building => (
            EntityId.Of(EntityKind.MicroGrid, _plan.District.HouseholdMicroGrid[household.Ordinal]),
            _plan.PlaceInGrid(household.Ordinal) / _slots.HouseholdsPerBuilding),
        SlotUnit.Household => (household, Household.Whole),
        _ => (household, member),
    };

    /// <summary>A household that comes together has the slot of its first member.</summary>
    private int PersonIndex(int household, int member) =>
        _plan.District.HouseholdFirstResident[household] + (member == Household.Whole ? 0 : member);

    private ushort[] Assign(District district)
    {
        bool byPerson = _slots.By == SlotUnit.Person;
        ushort[] slotOf = new ushort[byPerson ? district.Residents : district.Households];
        long[] residents = new long[_plan.Layout.Count];
        for (int household = 0; household < district.Households; household++)
        {
            residents[_plan.HomeSite(household)] += district.SizeOf(household);
        }

        int[] unit = new int[residents.Length];
        long[] before = new long[residents.Length];
        for (int grid = 0; grid < district.MicroGrids; grid++)
        {
            AssignGrid(district, grid, slotOf, unit, before, residents);
        }

        return slotOf;
    }

    private void AssignGrid(District district, int grid, ushort[] slotOf, int[] unit, long[] before, long[] residents)
    {
        int first = district.MicroGridFirstHousehold[grid];
        int end = district.MicroGridFirstHousehold[grid + 1];
        int step = _slots.By == SlotUnit.Building ? _slots.HouseholdsPerBuilding : 1;
        int site = _plan.HomeSite(first);
        for (int from = first; from < end; from += step)
        {
            int to = Math.Min(end, from + step);
            (int lowest, int beyond) = (district.HouseholdFirstResident[from], district.HouseholdFirstResident[to]);
            if (_slots.By == SlotUnit.Person)
            {
                for (int person = lowest; person < beyond; person++)
                {
                    slotOf[person] = Slot(unit[site]++, before[site]++, residents[site]);
                }

                continue;
            }

            ushort slot = Slot(unit[site]++, before[site], residents[site]);
            Array.Fill(slotOf, slot, from, to - from);
            before[site] += beyond - lowest;
        }
    }

    private ushort Slot(int unit, long before, long all) => (ushort)(_slots.Assign == SlotAssignment.RoundRobin
        ? unit % _slotCount
        : _slotCount * before / all);
}

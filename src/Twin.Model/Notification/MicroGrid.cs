using System.Numerics;
using Twin.Model.Events;
using Twin.Model.Testing;
using Twin.Model.Time;

namespace Twin.Model.Notification;

/// <summary>A micro-grid's ledger: which members of its households are tested, as they report.</summary>
public sealed class MicroGrid : Entity
{
    private readonly MassTestPlan _plan;
    private readonly uint[] _tested;

    /// <summary>A ledger in which nobody is tested.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="plan">The run's plan.</param>
    public MicroGrid(EntityId id, MassTestPlan plan)
        : base(id)
    {
        _plan = plan;
        _tested = new uint[Households];
    }

    /// <summary>Households of the micro-grid.</summary>
    public int Households => _plan.District.MicroGridFirstHousehold[Id.Ordinal + 1] - _plan.District.MicroGridFirstHousehold[Id.Ordinal];

    /// <summary>Residents of the micro-grid.</summary>
    public int Residents => _plan.District.HouseholdFirstResident[_plan.District.MicroGridFirstHousehold[Id.Ordinal + 1]]
        - _plan.District.HouseholdFirstResident[_plan.District.MicroGridFirstHousehold[Id.Ordinal]];

    /// <summary>Residents reported as tested.</summary>
    public int Tested => _tested.Sum(BitOperations.PopCount);

    /// <inheritdoc/>
    protected override void Handle(in Event e, StepContext context)
    {
        switch (e.Kind)
        {
            case EventKind.Tested:
                _tested[e.A] |= (uint)e.B;
                break;
            case EventKind.AskMissing:
                UInt128 missing = Missing();
                context.Send(
                    e.Source, context.Now + SimTime.LookaheadMilliseconds, EventKind.Missing, e.A, (int)(uint)(missing >> 64), (long)(ulong)missing);
                break;
            default:
                throw Unexpected(in e);
        }
    }

    /// <summary>Households with members who can come and are not reported as tested, a bit each.</summary>
    private UInt128 Missing()
    {
        UInt128 missing = 0;
        int first = _plan.District.MicroGridFirstHousehold[Id.Ordinal];
        for (int place = 0; place < _tested.Length; place++)
        {
            if ((_plan.AbleMembers(first + place) & ~_tested[place]) != 0)
            {
                missing |= UInt128.One << place;
            }
        }

        return missing;
    }
}

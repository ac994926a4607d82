using System.Numerics;
using Twin.Model.Events;
using Twin.Model.Testing;
using Twin.Model.Time;

namespace Twin.Model.Notification;

/// <summary>A micro-grid's party group: reaches its households by group message, then by the calls and knocks of its helpers.</summary>
/// <remarks>A round of calls is planned as it begins: who is called when depends on nothing that happens meanwhile.</remarks>
/// <param name="id">Its name.</param>
/// <param name="plan">The run's plan.</param>
public sealed class PartyGroup(EntityId id, MassTestPlan plan) : Organisation(id, plan)
{
    private UInt128 _notReached;
    private int _helpers = -1;
    private int _reminderRounds;

    /// <summary>Helpers who showed up, the leader included.</summary>
    public int Helpers => _helpers < 0 ? _helpers = Plan.PresentHelpers(Id) : _helpers;

    /// <summary>Households that the group has not reached yet.</summary>
    public int NotReached => BitOperations.PopCount((ulong)_notReached) + BitOperations.PopCount((ulong)(_notReached >> 64));

    /// <inheritdoc/>
    protected override void Handle(in Event e, StepContext context)
    {
        switch (e.Kind)
        {
            case EventKind.ContactRound:
                Contact(e.A, context);
                break;
            case EventKind.ReminderRound:
                context.Send(
                    EntityId.Of(EntityKind.MicroGrid, Id.Ordinal), context.Now + SimTime.LookaheadMilliseconds, EventKind.AskMissing, _reminderRounds++);
                break;
            case EventKind.Missing:
                Remind(e.A, (new UInt128((ulong)(uint)e.B, (ulong)e.C)), context);
                break;
            default:
                base.Handle(in e, context);
                break;
        }
    }

    /// <inheritdoc/>
    protected override void OnAcknowledged(StepContext context)
    {
        int first = Plan.District.MicroGridFirstHousehold[Id.Ordinal];
        int count = Plan.District.MicroGridFirstHousehold[Id.Ordinal + 1] - first;
        for (int place = 0; place < count; place++)
        {
            EntityId household = EntityId.Of(EntityKind.Household, first + place);
            if (Plan.ReadsMessage(household, out long delay))
            {
                context.Send(household, context.Now + delay, EventKind.Notified, (int)Channel.Message);
            }
            else
            {
                _notReached |= UInt128.One << place;
            }
        }

        context.SendSelf(context.Now + Plan.MessageTime, EventKind.ContactRound);
    }

    /// <summary>Rounds 0 … CallTries − 1 call everybody not reached who has a phone; the last knocks at the doors.</summary>
    private void Contact(int round, StepContext context)
    {
        if (_notReached == 0 || Helpers == 0)
        {
            return;
        }

        bool calls = round < Plan.CallTries;
        HelperSchedule helpers = new(Helpers, context.Now);
        int first = Plan.District.MicroGridFirstHousehold[Id.Ordinal];
        for (int place = 0; place < 128; place++)
        {
            if ((_notReached >> place & 1) == 0 || (calls && !Plan.HasPhone(first + place)))
            {
                continue;
            }

            EntityId household = EntityId.Of(EntityKind.Household, first + place);
            long end = helpers.Next(calls ? Plan.CallTime : Plan.KnockTime(household, 0));
            if (!calls || Plan.AnswersCall(household, round))
            {
                _notReached &= ~(UInt128.One << place);
                context.Send(household, Math.Max(end, context.Now + SimTime.LookaheadMilliseconds), EventKind.Notified, (int)(calls ? Channel.Call : Channel.Knock));
            }
        }

        if (_notReached != 0)
        {
            context.SendSelf(Math.Max(helpers.LastEnd, context.Now + 1), EventKind.ContactRound, round + 1);
        }
    }

    /// <summary>Reminds households whose members have not come: a message, then knocks at the doors of those who do not read it.</summary>
    private void Remind(int round, UInt128 missing, StepContext context)
    {
        HelperSchedule helpers = new(Math.Max(1, Helpers), context.Now + Plan.MessageTime);
        int first = Plan.District.MicroGridFirstHousehold[Id.Ordinal];
        for (int place = 0; place < 128 && missing >> place != 0; place++)
        {
            if ((missing >> place & 1) == 0)
            {
                continue;
            }

            EntityId household = EntityId.Of(EntityKind.Household, first + place);
            if (Plan.ReadsReminder(household, round, out long delay))
            {
                context.Send(household, context.Now + delay, EventKind.Reminder, 0);
            }
            else if (Plan.KnocksAfterReminder && Helpers > 0)
            {
                context.Send(household, helpers.Next(Plan.KnockTime(household, round + 1)), EventKind.Reminder, 1);
            }
        }
    }
}

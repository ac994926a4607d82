using System.Numerics;
using Twin.Model.Events;
using Twin.Model.Notification;
using Twin.Model.Randomness;
using Twin.Model.Time;

namespace Twin.Model.Testing;

/// <summary>A household: it hears the notice, its members go to sites, come back, try again, or stay.</summary>
/// <remarks>Members are bits of a mask. A visit's number is in the events, so that nothing is kept for each member.</remarks>
public sealed class Household : Entity
{
    /// <summary>The member number of draws that concern the household as a whole.</summary>
    public const int Whole = 31;

    private readonly MassTestPlan _plan;
    private long _notifiedAt = -1;
    private byte _channel;
    private uint _tested;
    private uint _away;
    private uint _waitsForReminder;
    private uint _gaveUp;
    private uint _sentHome;
    private uint _late;
    private bool _together;
    private byte _surprises;
    private int _relief = -1;

    /// <summary>A household that has heard nothing yet; a person of an arrivals file is on the way from the start.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="plan">The run's plan.</param>
    public Household(EntityId id, MassTestPlan plan)
        : base(id)
    {
        _plan = plan;
        if (plan.Arrivals is not null)
        {
            _notifiedAt = 0;
            _away = 1;
        }
    }

    /// <summary>Members, housebound ones included.</summary>
    public int Size => _plan.District.SizeOf(Id.Ordinal);

    /// <summary>Members tested so far, as the household knows.</summary>
    public int Tested => BitOperations.PopCount(_tested);

    /// <summary>Whether the notice has reached it.</summary>
    public bool IsNotified => _notifiedAt >= 0;

    /// <inheritdoc/>
    protected override void Handle(in Event e, StepContext context)
    {
        switch (e.Kind)
        {
            case EventKind.Notified:
                Notify(e.A, context);
                break;
            case EventKind.Depart:
                Depart((uint)e.A, Relieved(e.B), 0, context.Now, context);
                break;
            case EventKind.SiteOpened:
                _relief = e.A;
                break;
            case EventKind.Left:
                Return(in e, context);
                break;
            case EventKind.Reminder:
                Notify(e.A == 0 ? (int)Channel.Message : (int)Channel.Knock, context);
                GoAfterReminder(context);
                break;
            default:
                throw Unexpected(in e);
        }
    }

    private void Notify(int channel, StepContext context)
    {
        if (_notifiedAt >= 0)
        {
            return;
        }

        _notifiedAt = context.Now;
        _channel = (byte)channel;
        uint able = _plan.AbleMembers(Id.Ordinal);
        _together = BitOperations.PopCount(able) > 1 && _plan.ComesTogether(Id);
        if (_together)
        {
            PlanParty(able, Whole, context);
            return;
        }

        for (uint left = able; left != 0; left &= left - 1)
        {
            PlanParty(left & (0 - left), BitOperations.TrailingZeroCount(left), context);
        }
    }

    /// <summary>Decides whether, where and when a party comes: a household together, or one person alone.</summary>
    private void PlanParty(uint members, int member, StepContext context)
    {
        int site = _plan.ChooseSite(Id, member);
        if (site == MassTestPlan.AfterReminder)
        {
            _waitsForReminder |= members;
        }
        else if (site >= 0)
        {
            long aim = _plan.Aim(Id, member);
            site = Relieved(_plan.SiteAt(Id.Ordinal, site, Math.Max(aim, context.Now)));
            long departure = aim - _plan.DryWalk(Id.Ordinal, members, site);
            if (departure <= context.Now)
            {
                Depart(members, site, 0, context.Now, context);
            }
            else
            {
                context.SendSelf(departure, EventKind.Depart, (int)members, site);
            }
        }
    }

    /// <summary>In place of home the site that an input opened for the household.</summary>
    private int Relieved(int site) => _relief >= 0 && site == _plan.HomeSite(Id.Ordinal) ? _relief : site;

    private void GoAfterReminder(StepContext context)
    {
        uint members = _waitsForReminder;
        _waitsForReminder = 0;
        int home = Relieved(_plan.SiteAt(Id.Ordinal, _plan.HomeSite(Id.Ordinal), context.Now));
        if (_together && members != 0)
        {
            Depart(members, home, 0, context.Now, context);
            return;
        }

        for (; members != 0; members &= members - 1)
        {
            Depart(members & (0 - members), home, 0, context.Now, context);
        }
    }

    private void Depart(uint members, int site, int visit, long departure, StepContext context) =>
        Arrive(members, site, visit, departure + Math.Max(SimTime.LookaheadMilliseconds, _plan.Walk(Id.Ordinal, members, site)), context);

    private void Arrive(uint members, int site, int visit, long arrival, StepContext context)
    {
        _away |= members;
        long due = Math.Max(arrival, context.Now + SimTime.LookaheadMilliseconds);
        context.Send(EntityId.Of(EntityKind.Site, site), due, EventKind.Arrive, (int)members, visit);
    }

    private void Return(in Event e, StepContext context)
    {
        uint members = (uint)e.A;
        (VisitOutcome outcome, int visit, int site) = VisitReport.Unpack(e.B);
        _away &= ~members;
        switch (outcome)
        {
            case VisitOutcome.Tested:
                _tested |= members;
                if (_plan.KeepsLedger)
                {
                    EntityId grid = EntityId.Of(EntityKind.MicroGrid, _plan.District.HouseholdMicroGrid[Id.Ordinal]);
                    context.Send(grid, context.Now + SimTime.LookaheadMilliseconds, EventKind.Tested, _plan.PlaceInGrid(Id.Ordinal), (int)members);
                }

                break;
            case VisitOutcome.Balked:
                for (; members != 0; members &= members - 1)
                {
                    Retry(BitOperations.TrailingZeroCount(members), site, visit, e.C, context);
                }

                break;
            case VisitOutcome.SentHome:
                _sentHome |= members;
                break;
            case VisitOutcome.Late:
                _late |= members;
                break;
            case VisitOutcome.Redirected:
                _surprises += _plan.IsOpenAsPlanned(site, e.C) ? (byte)1 : (byte)0;
                int open = _plan.RedirectFrom(site, e.C, Math.Max(0, _surprises - 1));
                if (open < 0)
                {
                    _gaveUp |= members;
                    break;
                }

                Arrive(members, open, visit + 1, e.C + _plan.WalkBetween(Id.Ordinal, members, site, open), context);
                break;
            default:
                throw Unexpected(in e);
        }
    }

    /// <summary>What a person does who balked: come back later, try the next nearest site, or give up.</summary>
    private void Retry(int member, int site, int visit, long leftAt, StepContext context)
    {
        uint bit = 1u << member;
        BalkChoice choice = visit + 1 < _plan.Tries ? _plan.AfterBalking(Id, member, visit) : BalkChoice.GiveUp;
        if (choice == BalkChoice.ComeBack)
        {
            Arrive(bit, site, visit + 1, leftAt + _plan.BalkDelay(Id, member, visit), context);
        }
        else if (choice == BalkChoice.NextSite && _plan.NextNearest(Id, _together ? Whole : member, site, leftAt) is var next and >= 0)
        {
            Arrive(bit, next, visit + 1, leftAt + _plan.WalkBetween(Id.Ordinal, bit, site, next), context);
        }
        else
        {
            _gaveUp |= bit;
        }
    }

    /// <inheritdoc/>
    public override void PrefetchParts()
    {
        if (_notifiedAt < 0)
        {
            _plan.Prefetch(Id.Ordinal);
        }
    }

    /// <inheritdoc/>
    public override void Show(Live.LiveSink sink, long asOf)
    {
        MassTestLive live = _plan.LiveCells;
        int grid = _plan.District.HouseholdMicroGrid[Id.Ordinal];
        sink.Show(live.Household(HouseholdShows.Notified, grid), _notifiedAt >= 0 ? 1 : 0);
        sink.Show(live.Household(HouseholdShows.Tested, grid), Tested);
        sink.Show(live.Household(HouseholdShows.Away, grid), BitOperations.PopCount(_away));
        sink.Show(live.Household(HouseholdShows.Missed, grid), BitOperations.PopCount((_gaveUp | _sentHome | _late) & ~(_tested | _away)));
    }

    /// <inheritdoc/>
    public override void Observe(Results.MetricSink metrics)
    {
        MassTestMetrics table = _plan.Metrics;
        int cells = table.OfMicroGrid(_plan.District.HouseholdMicroGrid[Id.Ordinal]);
        if (_notifiedAt >= 0)
        {
            metrics.Add(cells + 1, 1);
            metrics.Raise(cells + 2, _notifiedAt + 1);
            if (_plan.Arrivals is null)
            {
                ObserveNotice(metrics, table);
            }
        }

        AddCount(metrics, cells, _tested);
        uint able = _plan.AbleMembers(Id.Ordinal);
        uint everybody = (uint)((1UL << Size) - 1);
        uint open = able & ~_tested;
        AddReason(metrics, cells, UntestedReason.Housebound, everybody & ~able);
        AddReason(metrics, cells, UntestedReason.InTransit, open & _away);
        AddReason(metrics, cells, UntestedReason.GaveUp, open & _gaveUp);
        AddReason(metrics, cells, UntestedReason.SentHome, open & _sentHome);
        AddReason(metrics, cells, UntestedReason.Late, open & _late);
        uint home = open & ~(_away | _gaveUp | _sentHome | _late);
        AddReason(metrics, cells, _notifiedAt < 0 ? UntestedReason.NotNotified : UntestedReason.DidNotCome, home);
    }

    private void ObserveNotice(Results.MetricSink metrics, MassTestMetrics table)
    {
        metrics.Add(table.NotifiedByMinute + (int)(_notifiedAt / 60_000), 1);
        metrics.Add(table.NotifiedByChannel + _channel, 1);
        int level = table.Level + ((int)EntityKind.Household * MassTestMetrics.LevelCells);
        metrics.Add(level, 1);
        metrics.Add(level + 1, _notifiedAt - _plan.NoticeAt);
        metrics.Raise(level + 2, _notifiedAt + 1);
    }

    private static void AddReason(Results.MetricSink metrics, int cells, UntestedReason reason, uint members) =>
        AddCount(metrics, cells + MassTestMetrics.FirstReason + (int)reason, members);

    private static void AddCount(Results.MetricSink metrics, int cell, uint members)
    {
        if (members != 0)
        {
            metrics.Add(cell, BitOperations.PopCount(members));
        }
    }
}

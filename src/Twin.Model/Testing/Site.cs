using System.Numerics;
using System.Runtime.InteropServices;
using Twin.Model.Events;
using Twin.Model.Queueing;

namespace Twin.Model.Testing;

/// <summary>A testing site: one entity with a door, a registration queue and desks, a swab queue and samplers.</summary>
/// <remarks>
/// What happens in one place without delay stays inside. The rules of arrival, service and closing are here; people, groups and
/// statistics are in <see cref="SiteCrowd"/> and <see cref="SiteStatistics"/>, staff in <see cref="SiteStaff"/>.
/// </remarks>
public sealed partial class Site : Entity
{
    private readonly MassTestPlan _plan;
    private readonly FifoQueue<int> _door = new();
    private readonly FifoQueue<int> _registration = new();
    private readonly FifoQueue<int> _swab = new();
    private readonly SiteCrowd _crowd = new();
    private readonly SiteStatistics _statistics;
    private readonly SiteStaff _staff;
    private bool _reserve;
    private bool _ready;
    private bool _windowOpen;
    private bool _opened;
    private bool _closed;
    private bool _closedForGood;
    private bool _dutyOver;
    private int _outages;
    private int _closeVersion;
    private long _closeAt;

    /// <summary>A site that is not ready yet.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="plan">The run's plan.</param>
    public Site(EntityId id, MassTestPlan plan)
        : base(id)
    {
        _plan = plan;
        _statistics = new SiteStatistics(plan, id.Ordinal);
        _staff = new SiteStaff(plan, id);
        _reserve = plan.IsReserve(id.Ordinal);
        _closeAt = plan.Close;
    }

    /// <summary>People at the door and in both queues.</summary>
    public int Waiting => _door.Count + _registration.Count + _swab.Count;

    /// <summary>What is to be seen at the site now.</summary>
    /// <param name="asOf">The moment, ms: who is still being swabbed does not count as tested.</param>
    public SiteView View(long asOf) => new(
        SiteLayout.CodeOf(Id.Ordinal), _opened && !_closed && !_closedForGood, _door.Count, _registration.Count, _swab.Count,
        _staff.Desks.OnDuty, _staff.Desks.Busy, _staff.Samplers.OnDuty, _staff.Samplers.Busy, _crowd.TestedBy(asOf), _statistics.Balked);

    /// <inheritdoc/>
    public override void PrefetchParts()
    {
        Cache.Prefetch(_registration);
        Cache.Prefetch(_swab);
        Cache.Prefetch(_crowd);
        Cache.Prefetch(_statistics);
        Cache.Prefetch(_staff);
    }

    /// <inheritdoc/>
    public override void PrefetchContents()
    {
        _registration.Prefetch();
        _swab.Prefetch();
        _crowd.Prefetch();
        _statistics.Prefetch();
        _staff.Prefetch();
    }

    /// <inheritdoc/>
    public override void Show(Live.LiveSink sink, long asOf)
    {
        void Of(SiteShows what, long value) => sink.Show(_plan.LiveCells.Site(what, Id.Ordinal), (int)value);
        Of(SiteShows.State, _closedForGood ? 4 : _closed ? 3 : _reserve ? 5 : _opened ? 2 : _ready ? 1 : 0);
        Of(SiteShows.Waiting, Waiting);
        Of(SiteShows.ExpectedWait, Waiting == 0 ? 0 : _statistics.ExpectedWait(_door.Count + _registration.Count, _swab.Count, _staff, _outages > 0));
        Of(SiteShows.Door, _door.Count);
        Of(SiteShows.RegistrationQueue, _registration.Count);
        Of(SiteShows.SwabQueue, _swab.Count);
        Of(SiteShows.DesksOnDuty, _staff.Desks.OnDuty);
        Of(SiteShows.DesksBusy, _staff.Desks.Busy);
        Of(SiteShows.SamplersOnDuty, _staff.Samplers.OnDuty);
        Of(SiteShows.SamplersBusy, _staff.Samplers.Busy);
        Of(SiteShows.Tested, _crowd.TestedBy(asOf));
        Of(SiteShows.Arrived, _statistics.Arrivals);
        Of(SiteShows.Balked, _statistics.Balked);
        Of(SiteShows.Outage, _outages > 0 ? 1 : 0);
    }

    /// <inheritdoc/>
    public override int Completed => _crowd.TestsBegun;

    /// <inheritdoc/>
    public override byte[] Records() => MemoryMarshal.AsBytes(Visits.ToArray().AsSpan()).ToArray();

    /// <summary>The visits, if the plan records them: those that ended, then those of people who are still there.</summary>
    public IReadOnlyList<Visit> Visits => _plan.RecordsVisits ? [.. _crowd.Visits, .. _crowd.StillThere()] : [];

    /// <inheritdoc/>
    protected override void Handle(in Event e, StepContext context)
    {
        _statistics.Pass(context.Now, _door.Count + _registration.Count, _swab.Count, _staff, _outages > 0);
        switch (e.Kind)
        {
            case EventKind.Arrive:
                ArriveAll(in e, context);
                break;
            case EventKind.RegistrationEnd:
                EndRegistration(e.A, context);
                break;
            case EventKind.SamplerFree:
                _staff.Samplers.Release(e.A, context.Now);
                break;
            case EventKind.JoinSwab:
                JoinSwabQueue(e.A, context);
                break;
            default:
                HandleOperation(in e, context);
                break;
        }

        if (!ChangesFollow(context))
        {
            Serve(context);
            EndDutyIfEmpty(context);
            _statistics.Queue(Waiting);
        }
    }

    /// <summary>Whether something else changes the site at this moment: an own event, or an outside input other than an arrival.</summary>
    /// <remarks>All who finish at one moment are released, and all that is switched is switched, before free servers take the next.</remarks>
    private static bool ChangesFollow(StepContext context) =>
        context.Follows(out Event next) && (next.IsOwn || (next.Source == EntityId.Outside && next.Kind != EventKind.Arrive));

    private void Serve(StepContext context)
    {
        if (_opened)
        {
            ServeRegistration(context);
            ServeSwab(context);
        }
    }

    private void ArriveAll(in Event e, StepContext context)
    {
        int household = e.Source.Kind == EntityKind.Household ? e.Source.Ordinal : (int)e.C;
        uint members = (uint)e.A;
        _statistics.Arrivals += BitOperations.PopCount(members);
        if (_closedForGood || _reserve || _closed)
        {
            TurnAway(household, members, e.B, _closed ? VisitOutcome.Late : VisitOutcome.Redirected, context);
            return;
        }

        int group = _crowd.NewGroup(household, e.B);
        uint balked = 0;
        for (uint left = members; left != 0; left &= left - 1)
        {
            int member = BitOperations.TrailingZeroCount(left);
            if (_door.Count + _registration.Count >= _plan.QueueSpace)
            {
                balked |= 1u << member;
                continue;
            }

            int person = _crowd.Enter(group, household, member, e.B, context.Now);
            if (_opened)
            {
                _registration.Enqueue(person);
                ServeRegistration(context);
            }
            else
            {
                _crowd[person].Joined = _plan.WaitsFromOpening ? -1 : context.Now;
                _door.Enqueue(person);
            }
        }

        if (balked != 0)
        {
            TurnAway(household, balked, e.B, VisitOutcome.Balked, context);
        }

        CloseGroup(group, context);
    }

    private void ServeRegistration(StepContext context)
    {
        int desk;
        while (_registration.Count > 0 && (desk = _staff.Desks.TryTake(context.Now)) >= 0)
        {
            int person = _registration.Dequeue();
            ref Visit visit = ref _crowd[person];
            visit.RegistrationStart = context.Now;
            visit.Desk = desk;
            _staff.AtDesk(desk) = person;
            long time = _plan.RegistrationTime(visit.Household, visit.Member, visit.Number, _outages > 0);
            context.SendSelf(context.Now + time, EventKind.RegistrationEnd, desk);
        }
    }

    private void EndRegistration(int desk, StepContext context)
    {
        int person = _staff.AtDesk(desk);
        _staff.Desks.Release(desk, context.Now);
        ref Visit visit = ref _crowd[person];
        visit.RegistrationEnd = context.Now;
        long walk = _plan.InnerWalk(visit.Household, visit.Member, visit.Number);
        if (walk > 0)
        {
            context.SendSelf(context.Now + walk, EventKind.JoinSwab, person);
        }
        else
        {
            JoinSwabQueue(person, context);
        }
    }

    private void JoinSwabQueue(int person, StepContext context)
    {
        ref Visit visit = ref _crowd[person];
        visit.SwabJoined = context.Now;
        if (_closedForGood)
        {
            Leave(person, VisitOutcome.Redirected, context);
        }
        else if (_closed && _plan.SendsHome)
        {
            Leave(person, VisitOutcome.SentHome, context);
        }
        else
        {
            _swab.Enqueue(person);
        }
    }

    private void ServeSwab(StepContext context)
    {
        int sampler;
        while (_swab.Count > 0 && (sampler = _staff.Samplers.TryTake(context.Now)) >= 0)
        {
            int person = _swab.Dequeue();
            ref Visit visit = ref _crowd[person];
            visit.SwabStart = context.Now;
            visit.SwabEnd = context.Now + _plan.SwabTime(visit.Household, visit.Member, visit.Number);
            visit.Sampler = sampler;
            visit.Tube = _staff.NextTube(sampler, _plan.Pool, out bool full);
            long free = visit.SwabEnd + _plan.ChangeoverTime(visit.Household, visit.Member, visit.Number) + (full ? _plan.TubeChange : 0);
            context.SendSelf(free, EventKind.SamplerFree, sampler);
            if (visit.SwabEnd < _plan.Horizon)
            {
                Test(person, context);
            }
        }
    }

    /// <summary>The swab has begun and nothing stops it: the test is recorded with the moment at which it ends.</summary>
    private void Test(int person, StepContext context)
    {
        ref Visit visit = ref _crowd[person];
        visit.Outcome = VisitOutcome.Tested;
        _statistics.Test(in visit);
        int group = visit.Group;
        _crowd.Tested(person, _plan.RecordsVisits);
        CloseGroup(group, context);
    }

    /// <summary>A person who waits leaves untested.</summary>
    private void Leave(int person, VisitOutcome outcome, StepContext context)
    {
        ref Visit visit = ref _crowd[person];
        visit.Outcome = outcome;
        _statistics.Leave(in visit, context.Now);
        int group = visit.Group;
        int household = visit.Household;
        int number = visit.Number;
        uint member = 1u << visit.Member;
        _crowd.Left(person, context.Now, _plan.RecordsVisits);
        Report(household, member, outcome, number, context.Now, context);
        CloseGroup(group, context);
    }

    /// <summary>People who do not even join.</summary>
    private void TurnAway(int household, uint members, int number, VisitOutcome outcome, StepContext context)
    {
        _statistics.TurnAway(outcome, BitOperations.PopCount(members));
        if (_plan.RecordsVisits)
        {
            _crowd.RecordTurnedAway(household, members, number, outcome, context.Now);
        }

        Report(household, members, outcome, number, context.Now, context);
    }

    /// <summary>When nobody of a group is left at the site, the household hears who was tested.</summary>
    private void CloseGroup(int group, StepContext context)
    {
        if (_crowd.TryClose(group, out int household, out int number, out uint tested, out long last) && tested != 0)
        {
            Report(household, tested, VisitOutcome.Tested, number, last, context);
        }
    }

    private void Report(int household, uint members, VisitOutcome outcome, int number, long leftAt, StepContext context)
    {
        // A swab's end may still be to come; a member's may long be past when the last of the group leaves untested.
        long due = Math.Max(leftAt, context.Now) + Time.SimTime.LookaheadMilliseconds;
        context.Send(
            EntityId.Of(EntityKind.Household, household), due, EventKind.Left, (int)members, VisitReport.Pack(outcome, number, Id.Ordinal), leftAt);
        if (outcome == VisitOutcome.Tested && due >= _plan.Horizon)
        {
            _crowd.Untold(household, BitOperations.PopCount(members));
        }
    }
}

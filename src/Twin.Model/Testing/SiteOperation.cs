using Twin.Model.Events;
using Twin.Model.Queueing;

namespace Twin.Model.Testing;

/// <content>Opening, closing, staff, and what goes wrong.</content>
public sealed partial class Site
{
    private void HandleOperation(in Event e, StepContext context)
    {
        switch (e.Kind)
        {
            case EventKind.SetUp:
                context.SendSelf(context.Now + _plan.ReadinessTime(Id), EventKind.SiteReady);
                break;
            case EventKind.SiteReady:
                _ready = true;
                _statistics.Ready = context.Now;
                OpenIfPossible(context);
                break;
            case EventKind.Open:
                BeginDuty(context);
                break;
            case EventKind.Close:
                Close(e.A, context);
                break;
            case EventKind.StaffChange:
                _staff.ChangeDuty(e.A, e.B, context.Now);
                ServeAll(context);
                break;
            case EventKind.AddStaff:
                ChangeStaff(in e, context);
                break;
            case EventKind.CloseSite:
                _closedForGood = true;
                Empty(VisitOutcome.Redirected, context);
                EndDutyIfEmpty(context);
                break;
            case EventKind.OpenSite:
                _reserve = false;
                _ready = true;
                _statistics.Ready = context.Now;
                OpenIfPossible(context);
                break;
            case EventKind.ExtendWindow:
                ExtendWindow(e.C, context);
                break;
            case EventKind.RegistrationSystem:
                _outages += e.A == 1 ? 1 : -1;
                break;
            default:
                throw Unexpected(in e);
        }
    }

    /// <summary>The planned opening: staff are on duty from now on, breaks are known, the close is set.</summary>
    private void BeginDuty(StepContext context)
    {
        _windowOpen = true;
        _staff.Begin(context.Now);
        foreach ((long at, int role, int change) in _plan.Breaks)
        {
            context.SendSelf(Math.Max(at, context.Now + 1), EventKind.StaffChange, role, change);
        }

        context.SendSelf(Math.Max(_plan.Close, context.Now + 1), EventKind.Close, _closeVersion);
        OpenIfPossible(context);
    }

    private void OpenIfPossible(StepContext context)
    {
        if (_opened || !_windowOpen || !_ready || _reserve || _closed || _closedForGood)
        {
            return;
        }

        _opened = true;
        _statistics.Opened = context.Now;
        while (_door.Count > 0)
        {
            int person = _door.Dequeue();
            if (_plan.WaitsFromOpening)
            {
                _crowd[person].Joined = context.Now;
            }

            _registration.Enqueue(person);
        }

        ServeRegistration(context);
    }

    private void Close(int version, StepContext context)
    {
        if (version != _closeVersion)
        {
            return;
        }

        _closed = true;
        if (_plan.SendsHome || !_opened)
        {
            Empty(VisitOutcome.SentHome, context);
        }

        EndDutyIfEmpty(context);
    }

    /// <summary>Everybody who waits leaves; who is being served is finished first.</summary>
    private void Empty(VisitOutcome outcome, StepContext context)
    {
        foreach (FifoQueue<int> queue in (ReadOnlySpan<FifoQueue<int>>)[_door, _registration, _swab])
        {
            while (queue.Count > 0)
            {
                Leave(queue.Dequeue(), outcome, context);
            }
        }
    }

    private void ExtendWindow(long close, StepContext context)
    {
        _closeVersion++;
        _closed = false;
        if (_dutyOver)
        {
            _dutyOver = false;
            _staff.Begin(context.Now);
        }

        if (_windowOpen)
        {
            context.SendSelf(Math.Max(close, context.Now + 1), EventKind.Close, _closeVersion);
        }

        OpenIfPossible(context);
    }

    /// <summary>Adds staff, or takes them away and, for a move, sends those to the other site (C − 1) after the walk (upper half of C).</summary>
    private void ChangeStaff(in Event e, StepContext context)
    {
        if (e.B >= 0)
        {
            _staff.Add(e.A, e.B, e.Source.Kind == EntityKind.Outside, context.Now);
            ServeAll(context);
            return;
        }

        int gone = _staff.Remove(e.A, -e.B, context.Now);
        if (e.C != 0 && gone > 0)
        {
            (long walk, int to) = (e.C >> 32, (int)(e.C & 0xFFFF_FFFF) - 1);
            context.Send(EntityId.Of(EntityKind.Site, to), context.Now + Math.Max(walk, Time.SimTime.LookaheadMilliseconds), EventKind.AddStaff, e.A, gone);
        }
    }

    private void ServeAll(StepContext context)
    {
        if (_opened)
        {
            ServeRegistration(context);
            ServeSwab(context);
        }
    }

    private void EndDutyIfEmpty(StepContext context)
    {
        if ((_closed || _closedForGood) && !_dutyOver && _crowd.Present == 0 && _staff.Desks.Busy + _staff.Samplers.Busy == 0)
        {
            _dutyOver = true;
            _staff.End(context.Now);
        }
    }

    /// <inheritdoc/>
    public override void Observe(Results.MetricSink metrics)
    {
        _statistics.Observe(metrics, _staff);
        MassTestMetrics table = _plan.Metrics;
        metrics.Add(table.OfSite(Id.Ordinal, SiteCell.StillThere), _crowd.Present);
        foreach ((int household, int people, bool tested) in _crowd.NotAtHome())
        {
            int community = table.Community + (_plan.District.CommunityOf(household) * MassTestMetrics.CommunityCells);
            metrics.Add(community + 3 + (int)UntestedReason.InTransit, -people);
            metrics.Add(tested ? community : community + 3 + (int)UntestedReason.AtSite, people);
        }
    }
}

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
                MakeReady(context.Now);
                OpenIfPossible(context);
                break;
            case EventKind.Open:
                OpenWindow(context);
                break;
            case EventKind.Close:
                Close(e.A, context);
                break;
            case EventKind.StaffChange:
                _staff.ChangeDuty(e.A, e.B, context.Now);
                break;
            case EventKind.AddStaff:
                ChangeStaff(in e, context);
                break;
            case EventKind.CloseSite:
                _closedForGood = true;
                Empty(VisitOutcome.Redirected, context);
                break;
            case EventKind.OpenSite:
                _reserve = false;
                _closedForGood = false;
                _dutyOver = false;
                MakeReady(context.Now);
                BeginDutyIfPossible(context.Now);
                OpenIfPossible(context);
                break;
            case EventKind.ExtendWindow:
                ExtendWindow(e.C, context);
                break;
            case EventKind.RegistrationSystem:
                _outages += e.A == 1 ? 1 : -1;
                break;
            case EventKind.StatisticsEnd:
                _staff.Desks.Settle(context.Now);
                _staff.Samplers.Settle(context.Now);
                break;
            default:
                throw Unexpected(in e);
        }
    }

    private void MakeReady(long now)
    {
        if (!_ready)
        {
            _ready = true;
            _statistics.Ready = now;
        }
    }

    /// <summary>The planned opening: staff are on duty from now on, breaks are known, the close is set.</summary>
    private void OpenWindow(StepContext context)
    {
        _windowOpen = true;
        foreach ((long at, int role, int change) in _plan.DutyChanges(Id.Ordinal))
        {
            if (at > context.Now)
            {
                context.SendSelf(at, EventKind.StaffChange, role, change);
            }
            else
            {
                _staff.ChangeDuty(role, change, context.Now);
            }
        }

        context.SendSelf(Math.Max(_closeAt, context.Now + 1), EventKind.Close, _closeVersion);
        BeginDutyIfPossible(context.Now);
        OpenIfPossible(context);
    }

    private void BeginDutyIfPossible(long now)
    {
        if (_windowOpen && !_reserve && !_closedForGood && !_dutyOver)
        {
            _staff.Begin(now);
        }
    }

    private void OpenIfPossible(StepContext context)
    {
        if (_opened || !_windowOpen || !_ready || _reserve || _closed || _closedForGood)
        {
            return;
        }

        _opened = true;
        _statistics.Opened = context.Now;
        foreach (int person in _crowd.InOrderOfArrival(_door))
        {
            if (_plan.WaitsFromOpening)
            {
                _crowd[person].Joined = context.Now;
            }

            _registration.Enqueue(person);
        }

        _door.Clear();
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

    /// <summary>The window closes at another moment; a window that had closed opens again if that moment is still to come.</summary>
    private void ExtendWindow(long close, StepContext context)
    {
        if (_closedForGood || (_closed && close <= context.Now))
        {
            return;
        }

        _closeAt = close;
        _closeVersion++;
        _closed = false;
        _dutyOver = false;
        BeginDutyIfPossible(context.Now);
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
            return;
        }

        int gone = _staff.Remove(e.A, -e.B, context.Now);
        if (e.C != 0 && gone > 0)
        {
            (long walk, int to) = (e.C >> 32, (int)(e.C & 0xFFFF_FFFF) - 1);
            context.Send(EntityId.Of(EntityKind.Site, to), context.Now + Math.Max(walk, Time.SimTime.LookaheadMilliseconds), EventKind.AddStaff, e.A, gone);
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
            int cells = table.OfMicroGrid(_plan.District.HouseholdMicroGrid[household]);
            metrics.Add(cells + MassTestMetrics.FirstReason + (int)UntestedReason.InTransit, -people);
            metrics.Add(tested ? cells : cells + MassTestMetrics.FirstReason + (int)UntestedReason.AtSite, people);
        }
    }
}

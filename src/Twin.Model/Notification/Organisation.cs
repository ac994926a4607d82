using Twin.Model.Events;
using Twin.Model.Randomness;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Model.Notification;

/// <summary>An organisation of the chain: its leader acknowledges an order, passes it on, and reports when all below have.</summary>
/// <remarks>An order not acknowledged goes to the deputy, then the level above passes it on in the organisation's stead.</remarks>
/// <param name="id">Its name.</param>
/// <param name="plan">The run's plan.</param>
public class Organisation(EntityId id, MassTestPlan plan) : Entity(id)
{
    private long _orderedAt = -1;
    private long _acknowledgedAt = -1;
    private long _rolesAssignedAt = -1;
    private bool[]? _acknowledged;
    private int _missingRoles;
    private List<(EntityKind Kind, int Stage)>? _escalations;

    /// <summary>The run's plan.</summary>
    protected MassTestPlan Plan { get; } = plan;

    /// <summary>When the order came, ms; −1 before.</summary>
    public long OrderedAt => _orderedAt;

    /// <summary>When the order was acknowledged, ms; −1 before.</summary>
    public long AcknowledgedAt => _acknowledgedAt;

    /// <summary>When all below had acknowledged, ms; −1 before.</summary>
    public long RolesAssignedAt => _rolesAssignedAt;

    /// <inheritdoc/>
    protected override void Handle(in Event e, StepContext context)
    {
        switch (e.Kind)
        {
            case EventKind.Order:
                if (_orderedAt < 0)
                {
                    _orderedAt = context.Now;
                    context.SendSelf(context.Now + AcknowledgementTime(0), EventKind.Acknowledge);
                }

                break;
            case EventKind.Escalate:
                Escalate(e.A, context);
                break;
            case EventKind.Acknowledge:
                Acknowledge(context);
                break;
            case EventKind.Acknowledged:
                _acknowledged![e.B] = true;
                break;
            case EventKind.RolesAssigned:
                _acknowledged![e.B] = true;
                _missingRoles--;
                ReportRolesIfAssigned(context);
                break;
            case EventKind.EscalationCheck:
                CheckAcknowledgements(e.A, context);
                break;
            default:
                throw Unexpected(in e);
        }
    }

    /// <summary>What the organisation does once it has the order, besides passing it on.</summary>
    /// <param name="context">Where to send from.</param>
    protected virtual void OnAcknowledged(StepContext context)
    {
        if (Id.Kind == EntityKind.Community)
        {
            foreach (int site in Plan.SitesIn(Id.Ordinal))
            {
                context.Send(EntityId.Of(EntityKind.Site, site), context.Now + Plan.PassOn, EventKind.SetUp);
            }
        }
    }

    private long AcknowledgementTime(int who) => Plan.AcknowledgementTime(Id, who);

    private void Escalate(int stage, StepContext context)
    {
        if (_acknowledgedAt >= 0)
        {
            return;
        }

        if (stage == 0)
        {
            context.SendSelf(context.Now + AcknowledgementTime(1), EventKind.Acknowledge, 1);
        }
        else
        {
            Acknowledge(context);
        }
    }

    private void Acknowledge(StepContext context)
    {
        if (_acknowledgedAt >= 0)
        {
            return;
        }

        _acknowledgedAt = context.Now;
        (EntityId superior, int place) = Plan.SuperiorOf(Id);
        if (superior != EntityId.Outside)
        {
            context.Send(superior, context.Now + Plan.PassOn, EventKind.Acknowledged, 0, place, context.Now);
        }

        OnAcknowledged(context);
        IReadOnlyList<EntityId> below = Plan.Subordinates(Id);
        _acknowledged = new bool[below.Count];
        _missingRoles = below.Count;
        foreach (EntityId subordinate in below)
        {
            context.Send(subordinate, context.Now + Plan.PassOn, EventKind.Order);
        }

        if (below.Count > 0)
        {
            context.SendSelf(context.Now + Plan.PassOn + Plan.ToDeputy, EventKind.EscalationCheck, 0);
            context.SendSelf(context.Now + Plan.PassOn + Plan.ToLevelAbove, EventKind.EscalationCheck, 1);
        }

        ReportRolesIfAssigned(context);
    }

    private void ReportRolesIfAssigned(StepContext context)
    {
        if (_missingRoles > 0 || _acknowledgedAt < 0)
        {
            return;
        }

        _rolesAssignedAt = context.Now;
        (EntityId superior, int place) = Plan.SuperiorOf(Id);
        if (superior != EntityId.Outside)
        {
            context.Send(superior, context.Now + Plan.PassOn, EventKind.RolesAssigned, 0, place, context.Now);
        }
    }

    private void CheckAcknowledgements(int stage, StepContext context)
    {
        IReadOnlyList<EntityId> below = Plan.Subordinates(Id);
        for (int place = 0; place < below.Count; place++)
        {
            if (_acknowledged![place])
            {
                continue;
            }

            context.Send(below[place], context.Now + Plan.PassOn, EventKind.Escalate, stage);
            (_escalations ??= []).Add((below[place].Kind, stage));
        }
    }

    /// <inheritdoc/>
    public override void Show(Live.LiveSink sink, long asOf)
    {
        MassTestLive live = Plan.LiveCells;
        int order = live.Order(Id);
        if (order >= 0)
        {
            sink.Show(order, _rolesAssignedAt >= 0 ? 3 : _acknowledgedAt >= 0 ? 2 : _orderedAt >= 0 ? 1 : 0);
        }

        int escalations = live.Escalations(Id);
        if (escalations >= 0)
        {
            sink.Show(escalations, _escalations?.Count ?? 0);
        }
    }

    /// <inheritdoc/>
    public override void Observe(MetricSink metrics)
    {
        MassTestMetrics table = Plan.Metrics;
        foreach ((EntityKind kind, int stage) in _escalations ?? [])
        {
            metrics.Add(table.Level + ((int)kind * MassTestMetrics.LevelCells) + 3 + stage, 1);
        }

        if (_acknowledgedAt >= 0)
        {
            int level = table.Level + ((int)Id.Kind * MassTestMetrics.LevelCells);
            metrics.Add(level, 1);
            metrics.Add(level + 1, _acknowledgedAt - Plan.NoticeAt);
            metrics.Raise(level + 2, _acknowledgedAt + 1);
        }

        bool assignsRoles = Id.Kind == EntityKind.Compound || (Id.Kind == EntityKind.Community && Plan.District.CommunityIsVillage[Id.Ordinal]);
        if (_rolesAssignedAt >= 0 && assignsRoles)
        {
            metrics.Raise(table.RolesAssigned, _rolesAssignedAt + 1);
        }
    }
}

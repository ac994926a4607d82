using Twin.Grains.Running;
using Twin.Model.Events;
using Twin.Model.Notification;
using Twin.Model.Testing;

namespace Twin.Grains.Recent;

/// <summary>The last events of an organisation: its order, and what those below made of it.</summary>
/// <param name="organisation">The organisation.</param>
/// <param name="run">The run.</param>
/// <param name="plan">The run's plan.</param>
internal class OrganisationEvents(Organisation organisation, HostedRun run, MassTestPlan plan) : RecentEvents(run)
{
    private readonly int _escalationsCell = plan.LiveCells.Escalations(organisation.Id);
    private bool _isOrdered;
    private bool _isAcknowledged;
    private bool _hasRoles;
    private long _checkedAt;
    private int _escalations;

    /// <summary>The run's plan.</summary>
    protected MassTestPlan Plan { get; } = plan;

    /// <inheritdoc/>
    public override void Stepped(ShownChanges shown, long end)
    {
        int escalations = _escalationsCell < 0 ? 0 : shown.ValueOf(_escalationsCell);
        if (escalations > _escalations)
        {
            Note(_checkedAt, "event.below.escalated", count: escalations - _escalations);
            _escalations = escalations;
        }
    }

    /// <inheritdoc/>
    protected override void Look(in Event e)
    {
        switch (e.Kind)
        {
            case EventKind.Order when !_isOrdered:
                Note(e.Due, "event.ordered", e.Source.Packed);
                break;
            case EventKind.Escalate when !_isAcknowledged:
                Note(e.Due, e.A == 0 ? "event.escalated.deputy" : "event.escalated.above", e.Source.Packed);
                break;
            case EventKind.Acknowledge when !_isAcknowledged:
                Note(e.Due, e.A == 0 ? "event.acknowledged.leader" : "event.acknowledged.deputy");
                break;
            case EventKind.Acknowledged:
                Note(e.Due, "event.below.acknowledged");
                break;
            case EventKind.RolesAssigned:
                Note(e.Due, "event.below.roles");
                break;
            case EventKind.EscalationCheck:
                _checkedAt = e.Due;
                break;
        }

        NoteRoles(e.Due);
        _isOrdered = organisation.OrderedAt >= 0;
        _isAcknowledged = organisation.AcknowledgedAt >= 0;
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> Values(string text, long first, long second) =>
        text is "event.ordered" or "event.escalated.deputy" or "event.escalated.above" ? [CodeOf(first)] : [];

    /// <summary>Who has nobody below has assigned roles by acknowledging: that is no news.</summary>
    private void NoteRoles(long now)
    {
        if (!_hasRoles && organisation.RolesAssignedAt >= 0)
        {
            _hasRoles = true;
            if (organisation.RolesAssignedAt > organisation.AcknowledgedAt)
            {
                Note(now, "event.roles");
            }
        }
    }
}

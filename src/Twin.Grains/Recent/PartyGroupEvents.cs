using Twin.Grains.Running;
using Twin.Model.Events;
using Twin.Model.Notification;
using Twin.Model.Testing;

namespace Twin.Grains.Recent;

/// <summary>The last events of a party group: besides its order, its rounds of calls, knocks and reminders.</summary>
/// <remarks>
/// Not how many households a reminder goes to: it goes to those with members who can come and have not, so that together with the test
/// status of its households it would give away who cannot. Not whom it called or reached either.
/// </remarks>
/// <param name="group">The party group.</param>
/// <param name="run">The run.</param>
/// <param name="plan">The run's plan.</param>
internal sealed class PartyGroupEvents(PartyGroup group, HostedRun run, MassTestPlan plan) : OrganisationEvents(group, run, plan)
{
    private bool _hasToReach;

    /// <inheritdoc/>
    protected override void Look(in Event e)
    {
        switch (e.Kind)
        {
            case EventKind.ContactRound when _hasToReach && group.Helpers > 0:
                Note(e.Due, e.A < Plan.CallTries ? "event.group.calls" : "event.group.knocks", e.A + 1);
                break;
            case EventKind.ReminderRound:
                Note(e.Due, "event.group.reminder");
                break;
            default:
                base.Look(in e);
                break;
        }

        _hasToReach = group.NotReached > 0;
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> Values(string text, long first, long second) =>
        text == "event.group.calls" ? [Number(first)] : base.Values(text, first, second);
}

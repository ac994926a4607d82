using Twin.Model.Events;

namespace Twin.Model.Tests.Events;

/// <summary>An entity that notes what it handles and then does what the case says.</summary>
internal sealed class ScriptedEntity(EntityId id, Action<Event, StepContext>? act = null) : Entity(id)
{
    /// <summary>What it handled, in order: due and first word.</summary>
    public List<(long Due, int A)> Log { get; } = [];

    /// <summary>What followed each event at its moment, −1 for nothing.</summary>
    public List<int> Followers { get; } = [];

    /// <inheritdoc/>
    protected override void Handle(in Event e, StepContext context)
    {
        Log.Add((e.Due, e.A));
        Followers.Add(context.Follows(out Event next) ? next.A : -1);
        act?.Invoke(e, context);
    }
}

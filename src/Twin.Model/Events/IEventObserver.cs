namespace Twin.Model.Events;

/// <summary>Sees events from outside the model; changes nothing.</summary>
public interface IEventObserver
{
    /// <summary>An entity has handled an event. May be called on several threads at once.</summary>
    /// <param name="e">The event.</param>
    void Handled(in Event e);
}

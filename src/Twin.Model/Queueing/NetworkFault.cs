namespace Twin.Model.Queueing;

/// <summary>Something that no network can be: where, what was found, what is allowed.</summary>
/// <param name="Path">Path of the key in a scenario, such as <c>queue.stations[1].next.Desk</c>.</param>
/// <param name="Found">What was found.</param>
/// <param name="Allowed">What is allowed.</param>
public sealed record NetworkFault(string Path, string Found, string Allowed)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Path}: found {Found}; allowed {Allowed}";
}

namespace Twin.Grains.Recent;

/// <summary>Something that an entity's grain has handled, as it tells of it; docs/api.md lists the texts. Never of a single household.</summary>
/// <param name="At">When it happened, ms; of several alike the latest.</param>
/// <param name="Since">When the first of several alike happened, ms; otherwise <paramref name="At"/>.</param>
/// <param name="Count">How many alike happened, each at most ten minutes after the one before; otherwise 1.</param>
/// <param name="Text">Key of its text in the catalogue.</param>
/// <param name="Values">What goes into the text's places, as of the latest.</param>
[Immutable]
[GenerateSerializer]
[Alias("twin.GrainEvent")]
public sealed record GrainEvent(
    [property: Id(0)] long At,
    [property: Id(1)] long Since,
    [property: Id(2)] int Count,
    [property: Id(3)] string Text,
    [property: Id(4)] IReadOnlyList<string> Values);

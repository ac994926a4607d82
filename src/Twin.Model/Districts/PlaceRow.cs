using Twin.Model.Events;

namespace Twin.Model.Districts;

/// <summary>One step of the chain from the district down to a place.</summary>
/// <param name="Id">The entity.</param>
/// <param name="Code">Its code.</param>
/// <param name="English">English label.</param>
/// <param name="Chinese">Chinese name.</param>
/// <param name="Counts">What it holds, largest organisations first; vulnerable people are never among it.</param>
public sealed record PlaceRow(EntityId Id, string Code, string English, string Chinese, IReadOnlyList<PlaceCount> Counts);

/// <summary>How many of a kind a place holds.</summary>
/// <param name="Key">Short key in English, lower camel case.</param>
/// <param name="English">Name in English, plural.</param>
/// <param name="Chinese">Name in Chinese.</param>
/// <param name="Count">How many.</param>
public sealed record PlaceCount(string Key, string English, string Chinese, int Count);

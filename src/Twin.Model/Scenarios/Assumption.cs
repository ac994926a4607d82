namespace Twin.Model.Scenarios;

/// <summary>One parameter of a scenario as an assumption: what it means, its value, and how far to trust the default.</summary>
/// <param name="Path">The key's path, such as <c>testing.staff.samplers</c>.</param>
/// <param name="Value">Its value as a file writes it.</param>
/// <param name="Default">Its default as a file writes it; empty for a key that has none.</param>
/// <param name="Text">What it means, in one sentence.</param>
/// <param name="Grade">Of the default: S stated by the article, P published, E estimate, empty for a choice.</param>
/// <param name="IsDefault">Whether the value is the default.</param>
public sealed record Assumption(string Path, string Value, string Default, string Text, string Grade, bool IsDefault);

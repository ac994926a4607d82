using System.Globalization;

namespace Twin.Model.Scenarios;

/// <summary>One thing that is wrong in a file that the user wrote.</summary>
/// <param name="File">The file as given, or <c>--set</c>.</param>
/// <param name="Line">Line, from 1; of --set, the how-manieth option.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Path">The key's path, such as <c>testing.staff.samplers</c> or <c>disruptions.0.at</c>; empty for the whole file.</param>
/// <param name="Found">What was found.</param>
/// <param name="Allowed">What is allowed.</param>
/// <param name="Suggestion">What was probably meant; null if nothing is near.</param>
public sealed record ScenarioError(string File, int Line, int Column, string Path, string Found, string Allowed, string? Suggestion)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{File}:{Line}:{Column}: {(Path.Length == 0 ? "the file" : Path)}: found {Found}; allowed {Allowed}{(Suggestion is null ? "" : $"; did you mean {Suggestion}?")}");
}

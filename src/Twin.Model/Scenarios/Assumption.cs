namespace Twin.Model.Scenarios;

/// <summary>One parameter of a scenario as an assumption: its value, and what its declaration says of it.</summary>
/// <param name="Path">The key's path, such as <c>testing.staff.samplers</c>.</param>
/// <param name="Value">Its value as a file writes it.</param>
/// <param name="Default">Its default as a file writes it; empty for a key that has none.</param>
/// <param name="Parameter">The key's declaration.</param>
public sealed record Assumption(string Path, string Value, string Default, ParameterAttribute Parameter)
{
    /// <summary>Of the default: S stated by the article, P published, E estimate, empty for a choice.</summary>
    public string Grade => Parameter.Grade;

    /// <summary>Whether the value is the default.</summary>
    public bool IsDefault => Value == Default;
}

namespace Twin.Model.Scenarios;

/// <summary>A file that the user wrote is wrong: every error in it, in the order of their places.</summary>
public sealed class ScenarioFormatException : Exception
{
    /// <summary>Says what is wrong.</summary>
    /// <param name="errors">At least one.</param>
    public ScenarioFormatException(IReadOnlyList<ScenarioError> errors)
        : base(string.Join('\n', errors.Select(error => error.ToString()))) => Errors = errors;

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<ScenarioError> Errors { get; }
}

namespace Twin.Model.Scenarios;

/// <summary>A key of a file that was left out, since it cannot act beside what is laid over that file.</summary>
/// <param name="Path">The key's path, or that of the section of which nothing can act.</param>
/// <param name="Because">What keeps it from acting, such as <c>activity = queue</c>.</param>
/// <param name="IsTold">Whether it is warned of; false where a switch says so in its own section.</param>
/// <param name="Refusal">With what it is refused unless it acts somewhere else, at another point of a sweep; null if it may stand.</param>
public sealed record LeftOutKey(string Path, string Because, bool IsTold, ScenarioError? Refusal);

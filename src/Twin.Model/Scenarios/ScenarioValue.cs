namespace Twin.Model.Scenarios;

/// <summary>A value for some key of a scenario, not yet read: YAML on one line, as <c>--set PATH=VALUE</c> takes it.</summary>
/// <param name="Text">The text: <c>1700</c>, <c>15min</c>, <c>{lognormal: {mean: 14s, sd: 7s}}</c>.</param>
public readonly record struct ScenarioValue(string Text)
{
    /// <inheritdoc/>
    public override string ToString() => Text ?? "";
}

using Twin.Model.Scenarios;

namespace Twin.Experiments.Comparing;

/// <summary>One of the scenarios that are compared.</summary>
/// <param name="Name">Its short name in tables and pictures, such as A.</param>
/// <param name="ScenarioFile">Path of its file as the user gave it.</param>
/// <param name="Sets">Changes to it, <c>path=value</c> each.</param>
/// <param name="Scenario">The scenario as resolved.</param>
public sealed record ComparedVariant(string Name, string ScenarioFile, IReadOnlyList<string> Sets, Scenario Scenario)
{
    /// <summary>Name and scenario, such as <c>A (mass-testing-490k)</c>.</summary>
    public string Label => $"{Name} ({Scenario.Name})";
}

using System.Text.Json.Nodes;
using Twin.Model.Scenarios.Acting;
using Twin.Model.Scenarios.Keys;
using Twin.Model.Scenarios.Notation;
using Twin.Model.Scenarios.Yaml;

namespace Twin.Model.Scenarios;

/// <summary>The assumptions of a scenario: every parameter that can act in it, one by one.</summary>
public static class ScenarioAssumptions
{
    /// <summary>The assumptions of a scenario, in the order of the keys; those that cannot act in it are left out.</summary>
    /// <param name="scenario">The scenario.</param>
    public static IReadOnlyList<Assumption> Of(Scenario scenario)
    {
        List<Assumption> assumptions = [];
        Collect(scenario, new Scenario { Start = scenario.Start }, ActingScope.Of(scenario), "", scenario.Start, assumptions);
        return assumptions;
    }

    private static void Collect(object record, object defaults, ActingScope scope, string path, DateTimeOffset start, List<Assumption> assumptions)
    {
        foreach (KeyShape key in scope.Shape.Keys.Where(key => scope.WhyIdle(key) is null))
        {
            string here = KeyPath.Join(path, key.Name);
            object? value = key.Property.GetValue(record);
            object? usual = key.Property.GetValue(defaults);
            if (key.Value.Kind == ValueKind.Record && value is not null && usual is not null)
            {
                Collect(value, usual, scope.Below(key, value), here, start, assumptions);
                continue;
            }

            string said = FlowText.Of(ScenarioJson.Of(key, record, start, scope));
            JsonNode? usually = key.Parameter.Required ? null : ScenarioJson.Of(key, defaults, start, null);
            string expected = FlowText.Of(usually);
            assumptions.Add(new Assumption(here, said, expected, key.Parameter));
        }
    }
}

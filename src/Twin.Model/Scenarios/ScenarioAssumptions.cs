using System.Text.Json.Nodes;
using Twin.Model.Scenarios.Keys;
using Twin.Model.Scenarios.Notation;

namespace Twin.Model.Scenarios;

/// <summary>The assumptions of a scenario: every parameter of its activity, one by one.</summary>
public static class ScenarioAssumptions
{
    /// <summary>The assumptions of a scenario, in the order of the keys; the other activity's are left out.</summary>
    /// <param name="scenario">The scenario.</param>
    public static IReadOnlyList<Assumption> Of(Scenario scenario)
    {
        List<Assumption> assumptions = [];
        RecordShape shape = RecordShape.Of(typeof(Scenario));
        foreach (KeyShape key in shape.Keys.Where(key => Matters(key.Name, scenario.Activity)))
        {
            Collect(key, scenario, new Scenario { Start = scenario.Start }, key.Name, scenario.Start, assumptions);
        }

        return assumptions;
    }

    private static bool Matters(string key, Activity activity) => key switch
    {
        "queue" => activity == Activity.Queue,
        "testing" or "district" or "scale" or "horizon" or "disruptions" or "interventions" => activity == Activity.MassTesting,
        _ => true,
    };

    private static void Collect(KeyShape key, object record, object defaults, string path, DateTimeOffset start, List<Assumption> assumptions)
    {
        object? value = key.Property.GetValue(record);
        object? usual = key.Property.GetValue(defaults);
        if (key.Value.Kind == ValueKind.Record && value is not null && usual is not null)
        {
            foreach (KeyShape below in RecordShape.Of(key.Value.Type).Keys)
            {
                Collect(below, value, usual, $"{path}.{below.Name}", start, assumptions);
            }

            return;
        }

        string said = FlowText.Of(ScenarioJson.Of(key, record, start));
        JsonNode? usually = key.Parameter.Required ? null : ScenarioJson.Of(key, defaults, start);
        string expected = FlowText.Of(usually);
        assumptions.Add(new Assumption(path, said, expected, key.Parameter));
    }
}

using System.Text.Json.Nodes;
using Twin.Model.Districts;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Replicating;

/// <summary>Compiles plans for replications: scenarios with the same district and sites share them. For any number of threads.</summary>
/// <param name="capacity">Districts and layouts kept, the latest used first; at least 1.</param>
public sealed class PlanShelf(int capacity = 8)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<(string Key, Lazy<District> Value)> _districts = [];
    private readonly LinkedList<(string Key, Lazy<SiteLayout> Value)> _layouts = [];

    /// <summary>Compiles the plan of a mass test with a generated population.</summary>
    /// <param name="scenario">The scenario as resolved.</param>
    /// <param name="seed">Seed of its draws.</param>
    /// <exception cref="ScenarioInputException">It asks for what its district cannot give.</exception>
    public MassTestPlan PlanOf(Scenario scenario, ulong seed)
    {
        (District district, SiteLayout layout) = PlacesOf(scenario);
        return new MassTestPlan(scenario, district, layout, seed);
    }

    /// <summary>District and sites of a scenario.</summary>
    /// <param name="scenario">The scenario as resolved.</param>
    /// <exception cref="ScenarioInputException">It asks for what its district cannot give.</exception>
    public (District District, SiteLayout Layout) PlacesOf(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        JsonObject keys = ScenarioJson.Of(scenario);
        string districtKey = $"{keys["scale"]} {keys["district"]}";
        District district = Find(_districts, districtKey, () => DistrictGenerator.Generate(scenario.District, scenario.Scale));
        return (district, Find(_layouts, $"{districtKey} {keys["testing"]!["sites"]}", () => SitePlacement.Place(district, scenario)));
    }

    private T Find<T>(LinkedList<(string Key, Lazy<T> Value)> shelf, string key, Func<T> make)
    {
        Lazy<T> found;
        lock (_gate)
        {
            LinkedListNode<(string Key, Lazy<T> Value)>? node = shelf.First;
            while (node is not null && node.Value.Key != key)
            {
                node = node.Next;
            }

            if (node is null)
            {
                node = new LinkedListNode<(string, Lazy<T>)>((key, new Lazy<T>(make)));
            }
            else
            {
                shelf.Remove(node);
            }

            shelf.AddFirst(node);
            if (shelf.Count > Math.Max(1, capacity))
            {
                shelf.RemoveLast();
            }

            found = node.Value.Value;
        }

        return found.Value;
    }
}

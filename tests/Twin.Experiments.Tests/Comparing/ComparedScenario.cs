using Twin.Experiments.Comparing;
using Twin.Experiments.Replicating;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Tests.Comparing;

/// <summary>Variants of the repository's scenarios at 1 %, and comparisons of them, run once for all tests.</summary>
internal static class ComparedScenario
{
    private static readonly Lazy<Comparison> SlotsRush = new(() => Compare(10, 2, Of("A", "mass-testing-490k"), Of("B", "mass-testing-rush")));

    /// <summary>Slots against rush, ten pairs.</summary>
    public static Comparison SlotsAgainstRush => SlotsRush.Value;

    /// <summary>A variant at 1 %.</summary>
    public static ComparedVariant Of(string name, string scenario, params string[] sets)
    {
        string file = Path.Combine(Repository.Root, "scenarios", scenario + ".yaml");
        return new ComparedVariant(name, $"scenarios/{scenario}.yaml", sets, ScenarioReader.Read(file, File.ReadAllText, sets) with { Scale = 0.01 });
    }

    /// <summary>Compares.</summary>
    public static Comparison Compare(int replications, int threads, params ComparedVariant[] variants) =>
        Comparison.Run(new ComparisonOrder(variants, replications, AllPairs: variants.Length > 2), new PlanShelf(), threads);
}

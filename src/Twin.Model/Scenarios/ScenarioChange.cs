using System.Globalization;
using Twin.Model.Scenarios.Reading;

namespace Twin.Model.Scenarios;

/// <summary>A value laid over a scenario file's.</summary>
/// <param name="Text"><c>path=value</c>, the value in YAML.</param>
/// <param name="Option">The option that gives it, which an error names in place of a file.</param>
/// <param name="Number">The how-manieth of its kind, from 1, which an error names in place of a line.</param>
public sealed record ScenarioChange(string Text, string Option, int Number)
{
    /// <summary>What the option <c>--scale</c> changes.</summary>
    /// <param name="scale">Share of the district.</param>
    public static ScenarioChange OfScale(double scale) => new("scale=" + scale.ToString("R", CultureInfo.InvariantCulture), "--scale", 1);

    /// <summary>What the option <c>--seed</c> changes.</summary>
    /// <param name="seed">Seed of every draw.</param>
    public static ScenarioChange OfSeed(ulong seed) => new("seed=" + seed.ToString(CultureInfo.InvariantCulture), "--seed", 1);

    /// <summary>What options <c>--set</c> change, in their order.</summary>
    /// <param name="sets">Each <c>path=value</c>.</param>
    public static IEnumerable<ScenarioChange> OfSets(IEnumerable<string> sets) => sets.Select((set, i) => new ScenarioChange(set, ScenarioSetting.Option, i + 1));
}

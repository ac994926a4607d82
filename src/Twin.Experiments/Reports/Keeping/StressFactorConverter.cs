using System.Text.Json;
using Twin.Experiments.Stressing.Factors;

namespace Twin.Experiments.Reports.Keeping;

/// <summary>A factor is kept as its range; what is read is for words and pictures, and puts no scenario under stress.</summary>
internal sealed class StressFactorConverter() : KeptAsConverter<StressFactor, StressFactorConverter.Range>("factor is")
{
    /// <inheritdoc/>
    protected override StressFactor From(Range kept) => kept.Steps < 1
        ? throw new JsonException($"The factor {kept.Key} has {kept.Steps} steps.")
        : new StressFactor(kept.Key, kept.Group, kept.Unit, kept.Grade)
        {
            Own = kept.Own,
            Plausible = kept.Plausible,
            Furthest = kept.Furthest,
            Steps = kept.Steps,
            At = kept.At,
            Apply = (_, _, _) => throw new InvalidOperationException($"{kept.Key} was read from kept results: it has a range, but puts no scenario under stress."),
        };

    /// <inheritdoc/>
    protected override Range Of(StressFactor value) => new(value.Key, value.Group, value.Unit, value.Grade, value.Own, value.Plausible, value.Furthest, value.Steps, value.At);

    internal sealed record Range(string Key, string Group, StressUnit Unit, string Grade, double Own, double Plausible, double Furthest, int Steps, long? At);
}

using Twin.Model.Results;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Sweeps.Files;

/// <summary>Reads what an experiment file says about measures: when a point has had enough replications.</summary>
internal static class RuleReader
{
    /// <summary>Replications where a file says nothing.</summary>
    private const int Usual = 10;

    /// <summary>Keys of all measures.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. MassTestMeasures.All.Select(measure => measure.Key)];

    /// <summary>A measure by its key; null after an error.</summary>
    public static Measure<MassTestResult>? MeasureOf(string key, string path, KeyedFaults faults)
    {
        string now = MassTestMeasures.Renamed.GetValueOrDefault(key, key);
        Measure<MassTestResult>? found = MassTestMeasures.All.FirstOrDefault(measure => measure.Key == now);
        if (found is null)
        {
            faults.AddWord(path, key, Keys);
        }

        return found;
    }

    /// <summary>The former keys that a file uses, with those of now.</summary>
    public static IReadOnlyList<(string Former, string Now)> FormerIn(ExperimentFile file) =>
        [.. file.Responses.Append(file.Replications.Until?.Response ?? "").Distinct(StringComparer.Ordinal)
            .Where(MassTestMeasures.Renamed.ContainsKey).Select(key => (key, MassTestMeasures.Renamed[key]))];

    /// <summary>The rule; null after an error.</summary>
    public static StoppingRule? Read(ExperimentFile file, SweepChanges changes, KeyedFaults faults)
    {
        ReplicationEntry entry = file.Replications;
        if (entry.Until is not { } until)
        {
            return StoppingRule.Fixed(changes.Replications ?? entry.Count ?? Usual);
        }

        Measure<MassTestResult>? measure = MeasureOf(until.Response, "replications.until.response", faults);
        if (entry.Count is { } count)
        {
            faults.Add("replications.count", $"{count} beside until", "count or until, not both");
        }

        if (entry.Most < entry.Least)
        {
            faults.Add("replications.most", $"{entry.Most}", $"at least {entry.Least}, the least number");
        }

        if (measure is null || HalfWidthOf(until.HalfWidth, measure) is not { } halfWidth)
        {
            if (measure is not null)
            {
                faults.Add("replications.until.halfWidth", until.HalfWidth.Text, IsTime(measure) ? $"a duration above 0s, such as 2min: {measure.Key} is a time" : $"a number above 0: {measure.Key} is no time");
            }

            return null;
        }

        return changes.Replications is { } replications ? StoppingRule.Fixed(replications) : new StoppingRule(entry.Least, entry.Most, measure, halfWidth);
    }

    private static double? HalfWidthOf(ScenarioValue written, Measure<MassTestResult> measure)
    {
        decimal? value = IsTime(measure) ? ScenarioQuantity.Parse(ScenarioKeyKind.Duration, written) / 1000 : ScenarioQuantity.Parse(ScenarioKeyKind.Number, written);
        return value > 0 ? (double?)value : null;
    }

    private static bool IsTime(Measure<MassTestResult> measure) => measure.Unit is MeasureUnit.Seconds or MeasureUnit.Moment;
}

using Twin.Experiments.Statistics;
using Twin.Experiments.Texts;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Experiments.Reports;

/// <summary>What limits the answer of a mass test's run: too few replications, intervals across a line, figures that are not always defined.</summary>
internal static class RunWarnings
{
    /// <summary>All warnings; empty if there are none.</summary>
    /// <param name="record">The run.</param>
    /// <param name="result">Its result.</param>
    /// <param name="texts">The language.</param>
    public static IReadOnlyList<string> Of(RunRecord record, MassTestResult result, TextSet texts)
    {
        if (record.Replications.Count == 0)
        {
            return [texts["page.warn.single"]];
        }

        ReplicationSummary summary = ReplicationSummary.Of(record.Replications, record.Confidence);
        List<string> warnings = summary.Count < ReplicationRule.Fewest ? [texts.Format("compare.warn.few", summary.Count, ReplicationRule.Fewest)] : [];
        if (summary.TargetMet > 0 && summary.TargetMet < summary.Count)
        {
            warnings.Add(texts.Format("page.warn.sometimes", summary.TargetMet, summary.Count));
        }

        ScenarioClock clock = new(record.Scenario.Start);
        foreach (ReplicatedMeasure measure in summary.Measures)
        {
            warnings.AddRange(Straddles(measure, result, clock, texts, record.Confidence));
            if (measure.After is { } after)
            {
                warnings.Add(texts.Format("page.warn.censored", texts.NameOf(measure.Measure), measure.Censored, summary.Count, texts.Value(measure.Measure.Unit, after, clock)));
            }

            if (measure.Undefined > 0)
            {
                warnings.Add(texts.Format("page.warn.undefined", texts.NameOf(measure.Measure), measure.Defined, summary.Count));
            }
        }

        return warnings;
    }

    private static IEnumerable<string> Straddles(ReplicatedMeasure measure, MassTestResult result, ScenarioClock clock, TextSet texts, double confidence)
    {
        double? line = measure.Measure switch
        {
            { Unit: MeasureUnit.Moment } => result.Targets.Line / 1000.0,
            { Key: "sites.waitAtTarget.worst" } => result.Targets.WaitSeconds,
            { Key: "wait.p90" } when !result.Targets.HasOwnQuantile => result.Targets.WaitSeconds,
            _ => null,
        };
        if (line is { } at && measure.Interval is { Low: { } low, High: { } high } && low < at && at < high)
        {
            string key = measure.Measure.Unit == MeasureUnit.Moment ? "page.warn.line" : "page.warn.target";
            yield return texts.Format(
                key, texts.NameOf(measure.Measure), texts.Value(measure.Measure.Unit, low, clock), texts.Value(measure.Measure.Unit, high, clock), texts.Level(confidence),
                texts.Value(measure.Measure.Unit, at, clock));
        }
    }
}

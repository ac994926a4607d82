using Twin.Experiments.Statistics;
using Twin.Experiments.Texts;

namespace Twin.Experiments.Reports;

/// <summary>The table of measures over replications.</summary>
internal static class ReplicationTable
{
    /// <summary>Makes the table.</summary>
    /// <param name="caption">What it shows.</param>
    /// <param name="measures">The measures.</param>
    /// <param name="clock">Turns moments into clock times.</param>
    /// <param name="texts">The language.</param>
    /// <param name="confidence">Confidence of the intervals.</param>
    public static HtmlTable Of(string caption, IReadOnlyList<ReplicatedMeasure> measures, ScenarioClock clock, TextSet texts, double confidence = 0.95)
    {
        HtmlTable table = new(
            caption, texts["report.measure"], "#" + texts["col.average"], "#" + texts.Format("col.interval", texts.Level(confidence)), "#" + texts["col.min"], "#" + texts["col.max"],
            "#" + texts["fan.ninety"], "#" + texts.Format("fan.ninetyInterval", texts.Level(confidence)));
        foreach (ReplicatedMeasure measure in measures)
        {
            string Show(double? value) => texts.Value(measure.Measure.Unit, value, clock);
            table.Add(
                texts.NameOf(measure.Measure), Show(measure.Mean), IntervalText.Of(measure.Interval, Show, texts), Show(measure.Minimum), Show(measure.Maximum), Show(measure.Ninety?.Estimate),
                Ends(measure.Ninety, Show, texts));
        }

        return table;
    }

    private static string Ends(QuantileInterval? interval, Func<double?, string> show, TextSet texts) => interval switch
    {
        null or { Low: null, High: null } => texts["none"],
        { High: null } => texts.Format("fan.atLeast", show(interval.Low)),
        { Low: null } => texts.Format("fan.atMost", show(interval.High)),
        _ => texts.Format("compare.range", show(interval.Low), show(interval.High)),
    };
}

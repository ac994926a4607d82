using Twin.Experiments.Reports;
using Twin.Experiments.Sweeps;
using Twin.Experiments.Texts;

namespace Twin.Experiments.Sensitivity;

/// <summary>report.html of a design for sensitivity: what the answers hang on instead of which point is best.</summary>
/// <param name="summary">What the sweep came to.</param>
/// <param name="sensitivity">Its indices.</param>
/// <param name="texts">The language.</param>
internal sealed class SensitivityReport(SweepSummary summary, SensitivitySummary sensitivity, TextSet texts)
{
    private const int MostActions = 4;

    private readonly SensitivityText _words = new(sensitivity, texts);

    /// <summary>The sweep's page with the answer, warnings, actions, picture and table of the indices.</summary>
    /// <param name="page">What is the same for every sweep.</param>
    /// <param name="picture">The picture, PNG.</param>
    public AnswerPage Over(AnswerPage page, byte[] picture)
    {
        string[] flags = [.. _words.Flags()];
        string[] ranks = [.. _words.Ranks()];
        string[] answers = [.. flags.Take(1), .. ranks.Take(1)];
        return page with
        {
            Kind = texts["page.kind.sensitivity"],
            Tone = AnswerTone.Open,
            Sentence = answers.Length > 0 ? answers[0] : texts["page.sensitivity.none"],
            Certainty = answers[Math.Min(1, answers.Length)..],
            Facts = [.. ranks.Skip(1), .. _words.Chances()],
            Warnings = [.. flags.Skip(1), .. _words.Warnings(summary.Warnings).Select(SweepReport.Begun)],
            Actions = Actions(),
            Pictures = [new AnswerPicture(picture, texts["sensitivity.chart"])],
            Figures = [Indices()],
            FiguresNote = _words.About,
            Parts = [],
        };
    }

    /// <summary>The estimates among the most influential, those of the most answers first: they are worth finding out.</summary>
    private PlannedAction[] Actions() =>
    [
        .. sensitivity.Responses.SelectMany(response => response.Factors.Where(factor => factor.IsFlagged).Select(factor => (factor.Factor.Name, Response: texts.NameOf(response.Response))))
            .GroupBy(flagged => flagged.Name, StringComparer.Ordinal).OrderByDescending(factor => factor.Count()).ThenBy(factor => factor.Key, StringComparer.Ordinal).Take(MostActions)
            .Select(factor => new PlannedAction(
                texts.Format("act.estimate", factor.Key), factor.Key, texts["act.by.planner"], texts["act.when.decide"],
                texts.Format("act.estimate.why", string.Join(texts["compare.listComma"], factor.Select(flagged => flagged.Response))))),
    ];

    private HtmlTable Indices()
    {
        HtmlTable table = new(texts["sensitivity.table"], [.. _words.Header.Select((cell, i) => i is 1 or > 3 ? "#" + cell : cell)]);
        foreach (IReadOnlyList<string> row in _words.Rows(int.MaxValue))
        {
            table.Add([.. row]);
        }

        return table;
    }
}

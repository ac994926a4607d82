using System.Globalization;
using Twin.Experiments.Reports;
using Twin.Experiments.Reports.Keeping;
using Twin.Experiments.Texts;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Stressing.Reports;

/// <summary>report.html of a stress test.</summary>
/// <param name="kept">What it came to.</param>
/// <param name="texts">The language.</param>
internal sealed class StressReport(KeptStress kept, TextSet texts)
{
    private readonly StressWords _words = new(kept.Result, texts);

    private StressResult Result => kept.Result;

    /// <summary>Makes the page.</summary>
    /// <param name="tornado">The picture.</param>
    /// <param name="software">Which software made the test.</param>
    public string Page(byte[] tornado, Software software)
    {
        string own = texts.Language == "zh" && Result.Scenario.TitleZh.Length > 0 ? Result.Scenario.TitleZh : Result.Scenario.Title;
        string[] main = [.. StressText.Main(Result, _words, texts)];
        StressReportTables tables = new(Result, _words, texts);
        StressActions actions = new(Result, _words, texts);
        return new AnswerPage
        {
            Title = texts.Format("stress.title", own.Length > 0 ? own : Result.Scenario.Name),
            Kind = texts["stress.kind"],
            Lead = texts.Format("stress.intro", _words.WaitTarget, _words.Deadline, Result.Effort.Days, _words.Quantile),
            Tone = Tone(),
            Sentence = main[0],
            Certainty = main[1..],
            Facts = [.. StressText.Notes(Result, _words, texts)],
            Warnings = [.. StressText.Cautions(Result, _words, texts).Select(line => char.ToUpperInvariant(line[0]) + line[1..]), texts.Format("stress.note.grades", Result.Goal.Costs.Sampler, Result.Goal.Costs.Desk)],
            Actions = actions.All(),
            ActionNote = actions.Note(),
            ActionTables = Result.Sites.Count > 0 ? [tables.Sites()] : [],
            Pictures = [new AnswerPicture(tornado, texts["stress.chart.title"])],
            KeyFigures = [.. KeyFigures()],
            Figures = [tables.Limits()],
            FiguresNote = texts["stress.note.intervals"],
            Parts = [.. Pairs(tables), new AnswerPart("method", texts["stress.section.method"], [texts.Format("stress.method", _words.Share)], [])],
            Assumptions = ScenarioAssumptions.Of(Result.Scenario),
            LeftOut = Result.Scenario.LeftOut,
            AssumptionTables = [tables.Ranges()],
            Limits = [texts["limit.synthetic"], texts["limit.estimates"], texts["stress.note.together"]],
            Command = ReproduceCommand.Of(["stress", kept.Origin.ScenarioFile, .. kept.Origin.Options], texts.Language),
            Identity = new HtmlTable(texts["page.reproduce"], texts["report.measure"], texts["report.value"])
                .Add(texts["reproduce.scenario"], Result.Scenario.Name).Add(texts["reproduce.file"], kept.Origin.ScenarioFile)
                .Add(texts["reproduce.seed"], Result.Scenario.Seed.ToString(CultureInfo.InvariantCulture)).AddSoftware(software, texts),
            Software = software,
        }.Html(texts);
    }

    /// <summary>Bad: half of the days break without stress. Good: nothing breaks half of the days within its plausible range.</summary>
    private AnswerTone Tone() =>
        2 * Result.HeldWithoutStress[(int)StressCriterion.Either] <= Result.Effort.Days ? AnswerTone.Bad
        : Result.Limits.All(HoldsPlausible) ? AnswerTone.Good
        : AnswerTone.Open;

    private static bool HoldsPlausible(FactorLimits limits)
    {
        int half = limits.Estimate(StressCriterion.Either, 0.5).Step;
        return half >= 0 && limits.Factor.PlausibleShare(half) >= 1 - 1e-9;
    }

    private IEnumerable<(string Name, string Value)> KeyFigures()
    {
        yield return (texts["stress.key.held"], $"{Result.HeldWithoutStress[(int)StressCriterion.Either]} / {Result.Effort.Days}");
        if (Result.Sites.Any(site => site.Fix?.Change is not null))
        {
            yield return (texts["stress.key.cost"], TextSet.Count(Result.FixesCost));
        }

        yield return (texts["stress.key.days"], TextSet.Count(Result.DaysSimulated));
    }

    private IEnumerable<AnswerPart> Pairs(StressReportTables tables)
    {
        if (Result.Pairs.Count > 0)
        {
            yield return new AnswerPart("pairs", texts["stress.section.pairs"], [], [tables.Pairs()]);
        }
    }
}

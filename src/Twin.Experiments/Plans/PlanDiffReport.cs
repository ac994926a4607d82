using System.Globalization;
using Twin.Experiments.Charts;
using Twin.Experiments.Comparing;
using Twin.Experiments.Reports;
using Twin.Experiments.Texts;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Plans;

/// <summary>report.html of two plans.</summary>
/// <param name="diff">The plans.</param>
/// <param name="command">Words of the command that makes it again, its name first, without the language.</param>
/// <param name="texts">The language.</param>
internal sealed class PlanDiffReport(PlanDiff diff, IReadOnlyList<string> command, TextSet texts)
{
    private static readonly (int First, int Second) Pair = (0, 1);

    private PlanDifference Paper => diff.Paper;

    /// <summary>Makes the page.</summary>
    /// <param name="pictures">Pictures of the runs; null if there were none.</param>
    /// <param name="moves">Picture of what changes.</param>
    /// <param name="software">Which software made the runs.</param>
    public string Page(ComparisonPictures? pictures, byte[] moves, Software software)
    {
        PlanDiffActions actions = new(diff, texts);
        return new AnswerPage
        {
            Title = texts.Format("plan.title", Paper.First.Label, Paper.Second.Label),
            Kind = texts["plan.kind"],
            Lead = texts.Format("plan.intro", Paper.First.Label, Paper.Second.Label),
            Tone = Tone(),
            Sentence = PlanDiffText.Headline(Paper, texts),
            Certainty = [.. PlanDiffText.Helpers(Paper, texts), .. Certainty()],
            Facts = diff.Runs is { } runs ? [.. ComparisonText.Headlines(runs, Pair, texts), ComparisonText.Counts(runs, Pair, texts)] : [],
            Warnings = [.. PlanDiffText.Warnings(diff, texts), .. diff.Runs is { } both ? ComparisonWarnings.Of(both, texts).Select(warning => ComparisonReport.Begun(warning, both.Order)) : []],
            Actions = actions.All(),
            ActionNote = actions.Note(),
            ActionTables = Paper.Moves.Count > 0 ? [PlanDiffTables.Sites(Paper, texts)] : [],
            Pictures = [new AnswerPicture(moves, texts.Format("plan.chart.moves", Paper.First.Label, Paper.Second.Label)), .. OfRuns(pictures)],
            PictureNote = diff.Runs is { } run ? texts.Format("fan.pointwise", run.Order.Replications) : "",
            Figures = [.. diff.Runs is { } compared ? [new ComparisonReportTables(compared, texts).Differences(Pair)] : Array.Empty<HtmlTable>(), PlanDiffTables.Streets(Paper, texts)],
            FiguresNote = diff.Runs is null ? "" : texts["compare.limit.many"],
            Parts = [new AnswerPart("plans", texts["plan.section.plans"], [], [PlanDiffTables.Plans(Paper, texts)])],
            Assumptions = ScenarioAssumptions.Of(Paper.First.Scenario),
            LeftOut = Paper.First.Scenario.LeftOut,
            Limits = [texts["limit.synthetic"], texts["limit.estimates"], .. diff.Runs is null ? Array.Empty<string>() : [texts["compare.limit.chance"], texts["limit.expected"]]],
            Command = ReproduceCommand.Of(command, texts.Language),
            Identity = Identity(software),
            Software = software,
        }.Html(texts);
    }

    /// <summary>Good: the second plan is better in something and worse in nothing. Bad: the other way round.</summary>
    private AnswerTone Tone() => diff.Runs?.HeadlineOf(Pair).Kind switch
    {
        HeadlineKind.First => AnswerTone.Bad,
        HeadlineKind.Second => AnswerTone.Good,
        _ => AnswerTone.Open,
    };

    private IEnumerable<string> Certainty() => diff.Runs is { } runs
        ? new[] { new ComparisonSentence(runs, texts).Of(Pair), ComparisonText.Verdict(runs, Pair, texts), ComparisonText.InTime(runs, Pair, texts), ComparisonText.Procedure(runs, texts) }.Distinct(StringComparer.Ordinal)
        : [];

    private IEnumerable<AnswerPicture> OfRuns(ComparisonPictures? pictures)
    {
        if (diff.Runs is not { } runs || pictures is null)
        {
            yield break;
        }

        ComparisonReportTables tables = new(runs, texts);
        string names = string.Join(texts["comma"], runs.Order.Variants.Select(variant => variant.Label));
        yield return new AnswerPicture(pictures.Coverage, texts.Format("compare.alt.coverage", names), tables.Coverage());
        foreach (PairPictures pair in pictures.Pairs)
        {
            (VariantTally first, VariantTally second) = (runs.Tallies[pair.First], runs.Tallies[pair.Second]);
            yield return new AnswerPicture(pair.HeatMap, texts.Format("compare.alt.heatmap", first.Variant.Label, second.Variant.Label), tables.HeatMap(first, second));
        }
    }

    private HtmlTable Identity(Software software) => new HtmlTable(texts["page.reproduce"], texts["report.measure"], texts["report.value"])
        .Add("A", Paper.First.Path).Add("B", Paper.Second.Path).Add(texts["reproduce.scenario"], Paper.First.Scenario.Name).Add(texts["reproduce.file"], Paper.First.File.ScenarioFile)
        .Add(texts["reproduce.seed"], Paper.First.Scenario.Seed.ToString(CultureInfo.InvariantCulture)).AddSoftware(software, texts);
}

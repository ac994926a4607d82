using Twin.Experiments.Charts;
using Twin.Experiments.Suppression;
using Twin.Experiments.Texts;
using Twin.Model.Results;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Reports;

/// <summary>report.html of a mass test.</summary>
internal sealed class MassTestReport
{
    private readonly RunRecord _record;
    private readonly MassTestResult _result;
    private readonly UntestedTable _untested;
    private readonly TextSet _texts;
    private readonly ScenarioClock _clock;
    private readonly ReportTables _tables;

    private MassTestReport(RunRecord record, MassTestResult result, UntestedTable untested, TextSet texts)
    {
        (_record, _result, _untested, _texts) = (record, result, untested, texts);
        _clock = new ScenarioClock(record.Scenario.Start);
        _tables = new ReportTables(record, result, untested, texts);
    }

    /// <summary>Makes the page.</summary>
    /// <param name="record">The run.</param>
    /// <param name="result">Its result.</param>
    /// <param name="untested">The untested, small counts kept back.</param>
    /// <param name="pictures">The pictures.</param>
    /// <param name="assumptions">The scenario's assumptions.</param>
    /// <param name="texts">The language.</param>
    /// <param name="software">Which software made the run; this one if null.</param>
    public static string Of(
        RunRecord record, MassTestResult result, UntestedTable untested, Pictures pictures, IReadOnlyList<Assumption> assumptions, TextSet texts, Software? software = null) =>
        new MassTestReport(record, result, untested, texts).Page(pictures, assumptions, software ?? Software.This).Html(texts);

    private AnswerPage Page(Pictures pictures, IReadOnlyList<Assumption> assumptions, Software software)
    {
        RunActions actions = new(_record, _result, _texts);
        bool isReplicated = _record.Replications.Count > 0;
        ReplicationSummary? summary = isReplicated ? ReplicationSummary.Of(_record.Replications, _record.Confidence) : null;
        return new AnswerPage
        {
            Title = Title(),
            Kind = _texts["page.kind.run"],
            Lead = _texts["report.intro"],
            Tone = Tone(summary),
            Sentence = summary is null ? RunText.Verdict(_result, _texts) : Replicated(summary),
            Certainty = [summary is null ? _texts["page.run.single"] : RunText.Confidence(_record, _clock, _texts)],
            Facts = [.. isReplicated ? [_texts["page.ofFirstRun"], _texts.Format("page.run.first", RunText.Verdict(_result, _texts))] : Array.Empty<string>(), .. RunText.Facts(_record, _result, _untested, _texts)],
            Warnings = RunWarnings.Of(_record, _result, _texts),
            Actions = actions.All(),
            ActionNote = isReplicated ? Joined(_texts["page.ofFirstRun"], ActionNote(actions)) : ActionNote(actions),
            Pictures = Shown(pictures),
            PictureNote = isReplicated ? Joined(_texts["page.picturesOfFirstRun"], _texts.Format("fan.pointwise", _record.Replications.Count)) : "",
            KeyFigures = isReplicated ? [] : [.. MassTestMeasures.All.Select(measure => (_texts.NameOf(measure), _texts.Value(measure.Unit, measure.Value(_result), _clock)))],
            Figures = isReplicated ? [_tables.Replications()] : [],
            Parts = Parts(),
            Assumptions = assumptions,
            LeftOut = _record.Scenario.LeftOut,
            Limits = Limits(isReplicated),
            Command = ReproduceCommand.Of(_record, _texts.Language),
            CommandNote = _texts["reproduce.same"],
            Identity = IdentityTable.Of(_record, _texts, software),
            Software = software,
        };
    }

    private string Title()
    {
        Scenario scenario = _record.Scenario;
        string own = _texts.Language == "zh" && scenario.TitleZh.Length > 0 ? scenario.TitleZh : scenario.Title;
        return _texts.Format("report.title", own.Length > 0 ? own : scenario.Name);
    }

    private AnswerTone Tone(ReplicationSummary? summary) => summary is null
        ? MassTestMeasures.TargetMet(_result) ? AnswerTone.Good : AnswerTone.Bad
        : summary.TargetMet == summary.Count ? AnswerTone.Good : summary.TargetMet == 0 ? AnswerTone.Bad : AnswerTone.Open;

    private string Replicated(ReplicationSummary summary)
    {
        ReplicatedMeasure last = summary.Measures.Single(measure => measure.Measure.Key == "lastTest");
        string target = TargetWords.InTime(_result.Targets, _texts);
        return last.Ninety is { Estimate: null } && last.After is { } after
            ? _texts.Format("page.run.lateReplicated", summary.TargetMet, summary.Count, _texts.Value(MeasureUnit.Moment, after, _clock), target)
            : last.Ninety is { } ninety
            ? _texts.Format("page.run.replicated", summary.TargetMet, summary.Count, _texts.Value(MeasureUnit.Moment, ninety.Estimate, _clock), target)
            : _texts.Format("page.run.fewReplicated", summary.TargetMet, summary.Count, target);
    }

    private string ActionNote(RunActions actions)
    {
        if (_result.Sites.All(site => JamTiers.WorstOf(site) == JamTier.Flowing))
        {
            return "";
        }

        string note = _texts.Format("act.note", _texts.Percent(SiteMeasure.MostBusy), TextSet.Count(SiteMeasure.MostMetres));
        return actions.Others == 0 ? note : _texts.Format("act.others", actions.Others) + _texts.Gap + note;
    }

    private AnswerPicture[] Shown(Pictures pictures)
    {
        int red = _result.Sites.Count(site => JamTiers.WorstOf(site) == JamTier.Red);
        int amber = _result.Sites.Count(site => JamTiers.WorstOf(site) == JamTier.Amber);
        string coverage = _texts.Percent(_result.Residents == 0 ? 0 : (double)_result.TestedAtTarget / _result.Residents);
        string line = RunText.WhenLast(_result, _clock, _texts) is { } last ? _texts.Format("alt.coverage", coverage, last, _clock.Minute(_result.Targets.Line)) : _texts["alt.coverage.none"];
        WaitHistogram wait = _result.TotalWait;
        return
        [
            new(pictures.Coverage, line, _tables.Coverage()),
            new(pictures.HeatMap, _texts.Format("alt.heatmap", _result.Sites.Count, red, amber), _tables.HeatMap()),
            new(pictures.Waits, Alt(wait), _tables.Waits()),
            new(pictures.Map, _texts.Format("alt.map", _result.Sites.Count, red, amber), _tables.Tiers(), _tables.Places()),
        ];
    }

    private string Alt(WaitHistogram wait) => wait.Quantile(0.5) is { } half && wait.Quantile(0.9) is { } most
        ? _texts.Format("alt.waits", _texts.Duration(half), _texts.Duration(most))
        : _texts["answer.noWait"];

    private AnswerPart[] Parts() =>
    [
        new("worst", _texts["report.worst"], OfFirstRun(), [_tables.Worst()]),
        new("untested", _texts["report.untested"], OfFirstRun(), [_tables.Untested(), _tables.Streets()], _texts["note.suppressed"]),
        new("communities", _texts["report.communities"], OfFirstRun(), [_tables.Communities()], _texts["note.suppressed"]),
        new("notice", _texts["report.notice"], [.. OfFirstRun(), _texts["note.two"]], [_tables.Notice(), _tables.Channels()]),
    ];

    /// <summary>Words for what is of the first run alone; nothing where there is one run.</summary>
    private string[] OfFirstRun() => _record.Replications.Count > 0 ? [_texts["page.ofFirstRun"]] : [];

    private string Joined(string first, string second) => first + (_texts.Language == "zh" ? "" : " ") + second;

    private string[] Limits(bool isReplicated) =>
    [
        _texts["limit.synthetic"], _texts["limit.estimates"], _texts[isReplicated ? "limit.replicated" : "limit.single"], _texts["limit.expected"], _texts["limit.housebound"],
        _texts.Format("limit.laboratory", TextSet.Count(Laboratory.TubesPerDay)),
    ];
}

using System.Globalization;
using Twin.Experiments.Charts;
using Twin.Experiments.Sweeps;
using Twin.Experiments.Sweeps.Designs;
using Twin.Experiments.Sweeps.Output;
using Twin.Experiments.Texts;
using Twin.Model.Results;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Reports;

/// <summary>report.html of a sweep.</summary>
internal sealed class SweepReport
{
    private const int MostPictures = 4;
    private const int MostNames = 8;

    private readonly SweepSummary _summary;
    private readonly TextSet _texts;
    private readonly SweepText _words;
    private readonly string _software;

    private SweepReport(SweepSummary summary, TextSet texts, string software)
    {
        (_summary, _texts, _software) = (summary, texts, software);
        _words = new SweepText(summary, texts.Language);
    }

    private Sweep Sweep => _summary.Sweep;

    /// <summary>Makes the page.</summary>
    /// <param name="summary">What the sweep came to.</param>
    /// <param name="software">Which software made it, as its store says.</param>
    /// <param name="language">en or zh.</param>
    /// <exception cref="ArgumentException">There is no such language.</exception>
    public static string Of(SweepSummary summary, string software, string language)
    {
        TextSet texts = TextCatalogue.In(language);
        ChartFont.Use();
        return new SweepReport(summary, texts, software).Page().Html(texts);
    }

    private AnswerPage Page()
    {
        BestPoint? best = _summary.Best.Count > 0 ? _summary.Best[0] : null;
        string title = _texts.Language == "zh" ? Sweep.File.TitleZh : Sweep.File.Title;
        string[] estimates = [.. Sweep.Factors.SelectMany(Paths).Where(path => GradeOf(path).Contains('E', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)];
        return new AnswerPage
        {
            Title = title.Length == 0 ? Sweep.File.Name : title,
            Kind = _texts["page.kind.sweep"],
            Lead = _words.Heading,
            Tone = AnswerTone.Open,
            Sentence = best is null ? _texts["page.sweep.noBest"] : _texts.Format("page.sweep.answer", _texts.NameOf(best.Figure.Response), best.Point.Label, _words.Figure(best.Figure)),
            Certainty = [.. Certainty(best), .. HangsOn()],
            Facts = [.. _summary.Best.Skip(1).Select(other => _texts.Format(
                other.Alike == 0 ? "sweep.best" : "sweep.bestAmong", _texts.NameOf(other.Figure.Response), other.Point.Number, other.Point.Label, _words.Figure(other.Figure), other.Alike))],
            Warnings = [.. _summary.Warnings.Select(_words.Warning), .. estimates.Length == 0 ? [] : new[] { _texts.Format("page.sweep.estimates", string.Join(_texts["comma"], estimates.Take(MostNames))) }],
            Actions = Actions(best, estimates),
            Pictures = Pictures(),
            Figures = [Points()],
            FiguresNote = _texts["sweep.interval"],
            Parts = [.. Effects()],
            Assumptions = ScenarioAssumptions.Of(Sweep.Base),
            AssumptionTables = [Factors()],
            Limits = [_texts["limit.synthetic"], _texts["limit.estimates"], _texts["limit.replicated"], _texts["page.sweep.limit"]],
            Command = Command(),
            CommandNote = _texts["page.sweep.same"],
            Identity = Identity(),
            Software = new Software(_software.Split(' ')[0], string.Join(' ', _software.Split(' ').Skip(1).Take(1)), null),
        };
    }

    private IEnumerable<string> Certainty(BestPoint? best)
    {
        if (best is not null)
        {
            yield return best.Alike == 0 ? _texts["page.sweep.clear"] : _texts.Format("page.sweep.alike", best.Alike);
        }
    }

    /// <summary>The factor that moves the first response most.</summary>
    private IEnumerable<string> HangsOn()
    {
        if (Sweep.Factors.Count > 1 && FactorEffect.Of(_summary, 0) is [{ Size: > 0 } greatest, ..])
        {
            ScenarioClock clock = new(Sweep.Base.Start);
            MeasureUnit unit = Sweep.Responses[0].Unit;
            yield return _texts.Format(
                "page.sweep.hangsOn", _texts.NameOf(Sweep.Responses[0]), Sweep.Factors[greatest.Factor].Name, _texts.Value(unit, greatest.Least, clock), _texts.Value(unit, greatest.Greatest, clock));
        }
    }

    private List<PlannedAction> Actions(BestPoint? best, string[] estimates)
    {
        List<PlannedAction> actions = [];
        if (best is not null)
        {
            string keys = string.Join(_texts["compare.listComma"], best.Point.Levels.SelectMany(level => level.Settings).Select(setting => setting.Text).Take(MostNames));
            actions.Add(new PlannedAction(
                _texts.Format("act.point", best.Point.Number, best.Point.Label), keys.Length == 0 ? _texts["act.asIs"] : keys, _texts["act.by.planner"], _texts["act.when.decide"],
                $"{_texts.NameOf(best.Figure.Response)}: {_words.Figure(best.Figure)}"));
            if (best.Alike > 0)
            {
                actions.Add(new PlannedAction(_texts.Format("act.pairs", best.Alike), "twin compare", _texts["act.by.planner"], _texts["act.when.decide"], _texts["act.pairs.why"]));
            }
        }

        if (_summary.Warnings.Any(warning => warning.Kind is SweepWarningKind.CapReached or SweepWarningKind.FewReplications or SweepWarningKind.Straddles))
        {
            actions.Add(new PlannedAction(_texts["act.replicate"], "twin sweep", _texts["act.by.planner"], _texts["act.when.matters"], _texts["act.replicate.why"]));
        }

        if (estimates.Length > 0)
        {
            actions.Add(new PlannedAction(
                _texts["act.check"], string.Join(_texts["comma"], estimates.Take(MostNames)), _texts["act.by.planner"], _texts["act.when.decide"], _texts["act.check.why"]));
        }

        return actions;
    }

    private List<AnswerPicture> Pictures()
    {
        SweepCharts charts = new(_summary, _texts);
        List<AnswerPicture> pictures = [];
        for (int response = 0; response < Sweep.Responses.Count && pictures.Count < MostPictures; response++)
        {
            if (charts.Of(response) is { } png)
            {
                pictures.Add(new AnswerPicture(png, charts.Alternative(response)));
            }
        }

        return pictures;
    }

    private HtmlTable Points()
    {
        HtmlTable table = new(
            _summary.Points.Count > SweepText.MostRows ? _texts.Format("page.sweep.firstPoints", SweepText.MostRows, _summary.Points.Count) : _texts["page.sweep.points"],
            [.. _words.Header.Select((name, column) => column > Sweep.Factors.Count || column == 0 ? "#" + name : name)]);
        foreach (IReadOnlyList<string> row in _words.Rows())
        {
            table.Add([.. row]);
        }

        return table;
    }

    private IEnumerable<AnswerPart> Effects()
    {
        if (Sweep.Factors.Count < 2)
        {
            yield break;
        }

        ScenarioClock clock = new(Sweep.Base.Start);
        HtmlTable table = new(_texts["page.sweep.effects"], [_texts["page.sweep.factor"], .. Sweep.Responses.Select(response => "#" + _texts.NameOf(response))]);
        FactorEffect[][] effects = [.. Sweep.Responses.Select((_, response) => FactorEffect.Of(_summary, response).ToArray())];
        for (int factor = 0; factor < Sweep.Factors.Count; factor++)
        {
            table.Add([Sweep.Factors[factor].Name, .. effects.Select((all, response) => all.FirstOrDefault(effect => effect.Factor == factor) is { } effect
                ? _texts.Format("compare.range", _texts.Value(Sweep.Responses[response].Unit, effect.Least, clock), _texts.Value(Sweep.Responses[response].Unit, effect.Greatest, clock))
                : _texts["none"])]);
        }

        yield return new AnswerPart("effects", _texts["page.sweep.effectsHeading"], [], [table], _texts["page.sweep.effectsNote"]);
    }

    private HtmlTable Factors()
    {
        HtmlTable table = new(_texts["page.sweep.varied"], _texts["page.sweep.factor"], _texts["page.sweep.levels"], _texts["col.grade"]);
        foreach (Factor factor in Sweep.Factors)
        {
            string levels = factor.Range is { } range ? _texts.Format("compare.range", Words(range.From, factor), Words(range.To, factor)) : string.Join(_texts["compare.listComma"], factor.Levels.Select(level => level.Label));
            string grades = string.Join(_texts["comma"], Paths(factor).Select(GradeOf).Where(grade => grade.Length > 0).Distinct(StringComparer.Ordinal));
            table.Add(factor.Name, levels, grades.Length == 0 ? _texts["none"] : grades);
        }

        return table;
    }

    private static string Words(decimal value, Factor factor) => ScenarioQuantity.Format(factor.Kind, value).Text;

    /// <summary>Paths of the keys that a factor changes.</summary>
    private static IEnumerable<string> Paths(Factor factor) => factor.Levels.Count == 0
        ? [factor.Name]
        : factor.Levels.SelectMany(level => level.Settings).Select(setting => setting.Text.Split('=')[0]).Distinct(StringComparer.Ordinal);

    private string GradeOf(string path) => ScenarioAssumptions.Of(Sweep.Base).FirstOrDefault(assumption => assumption.Path == path)?.Grade ?? "";

    private string Command()
    {
        List<string> words = ["dotnet", "run", "-c", "Release", "--project", "src/Twin.Silo", "--", "sweep", Sweep.Path];
        void Add(string option, IFormattable? value) => words.AddRange(value is null ? [] : [option, value.ToString(value is double ? "R" : null, CultureInfo.InvariantCulture)]);
        Add("--seed", Sweep.Changes.Seed);
        Add("--scale", Sweep.Changes.Scale);
        Add("--replications", Sweep.Changes.Replications);
        words.AddRange(_texts.Language == "en" ? [] : ["--lang", _texts.Language]);
        return string.Join(' ', words.Select(ReproduceCommand.Quote));
    }

    private HtmlTable Identity() => new HtmlTable(_texts["page.reproduce"], _texts["report.measure"], _texts["report.value"])
        .Add(_texts["page.sweep.experiment"], Sweep.File.Name).Add(_texts["reproduce.scenario"], Sweep.Base.Name).Add(_texts["page.sweep.identity"], Sweep.Identity)
        .Add(_texts["reproduce.seed"], Sweep.Seed.ToString(CultureInfo.InvariantCulture))
        .Add(_texts["page.sweep.crn"], _texts[Sweep.File.Crn ? "yes" : "no"]).Add(_texts["reproduce.version"], _software);
}

using System.Globalization;
using System.Text;
using Twin.Experiments.Charts;
using Twin.Experiments.Sensitivity;
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

    /// <summary>Draws the page, and the picture of a design for sensitivity.</summary>
    /// <param name="summary">What the sweep came to.</param>
    /// <param name="software">Which software made it, as its store says.</param>
    /// <param name="language">en or zh.</param>
    /// <returns>Names and contents of the files.</returns>
    /// <exception cref="ArgumentException">There is no such language.</exception>
    public static IReadOnlyList<DrawnFile> Draw(SweepSummary summary, string software, string language)
    {
        TextSet texts = TextCatalogue.In(language);
        ChartFont.Use();
        SweepReport report = new(summary, texts, software);
        if (summary.Sensitivity is not { } sensitivity)
        {
            return [new DrawnFile(ReportDrawing.PageFile, Encoding.UTF8.GetBytes(report.Page().Html(texts)))];
        }

        byte[] picture = SensitivityChart.Draw(sensitivity, texts);
        AnswerPage page = new SensitivityReport(summary, sensitivity, texts).Over(report.Page(), picture);
        return [new DrawnFile("sensitivity.png", picture), new DrawnFile(ReportDrawing.PageFile, Encoding.UTF8.GetBytes(page.Html(texts)))];
    }

    private AnswerPage Page()
    {
        BestPoint? best = _summary.Best.Count > 0 ? _summary.Best[0] : null;
        string title = _texts.Language == "zh" ? Sweep.File.TitleZh : Sweep.File.Title;
        string[] estimates = [.. Sweep.Factors.Where(factor => factor.Grade.Contains('E', StringComparison.Ordinal)).Select(factor => factor.Name)];
        return new AnswerPage
        {
            Title = title.Length == 0 ? Sweep.File.Name : title,
            Kind = _texts["page.kind.sweep"],
            Lead = _words.Heading,
            Tone = AnswerTone.Open,
            Sentence = best is null ? _texts["page.sweep.noBest"] : _texts.Format("page.sweep.answer", _texts.NameOf(best.Figure.Response), Name(best.Point), _words.Figure(best.Figure)),
            Certainty = [.. Certainty(best), .. HangsOn()],
            Facts = [.. _summary.Best.Skip(1).Select(other => _texts.Format(
                other.Alike == 0 ? "sweep.best" : "sweep.bestAmong", _texts.NameOf(other.Figure.Response), other.Point.Number, Name(other.Point), _words.Figure(other.Figure), other.Alike))],
            Warnings = _summary.Sensitivity is not null ? [] : [.. _summary.Warnings.Select(warning => Begun(_words.Warning(warning))), .. estimates.Length == 0 ? [] : new[] { _texts.Format("page.sweep.estimates", string.Join(_texts["comma"], estimates.Take(MostNames))) }],
            Actions = Actions(best, estimates),
            Pictures = _summary.Sensitivity is not null ? [] : Pictures(),
            Figures = _summary.Sensitivity is not null ? [] : [Points()],
            FiguresNote = _texts["sweep.interval"],
            Parts = _summary.Sensitivity is not null ? [] : [.. Effects()],
            Assumptions = ScenarioAssumptions.Of(Sweep.Base),
            LeftOut = Sweep.Base.LeftOut,
            AssumptionTables = [Factors()],
            Limits = [_texts["limit.synthetic"], _texts["limit.estimates"], _texts["limit.replicated"], _texts["page.sweep.limit"]],
            Command = Command(),
            CommandNote = _texts["page.sweep.same"],
            Identity = Identity(),
            Software = new Software(_software.Split(' ')[0], string.Join(' ', _software.Split(' ').Skip(1).Take(1)), null),
        };
    }

    /// <summary>A point by the last part of each factor's name and its level.</summary>
    private string Name(SweepPoint point) => string.Join(
        _texts["comma"], point.Levels.Select((level, factor) => $"{Sweep.Factors[factor].Name[(Sweep.Factors[factor].Name.LastIndexOf('.') + 1)..]} {level.Label}"));

    /// <summary>A warning without the word before its colon, which stands over all of them here.</summary>
    /// <param name="warning">The warning, with its first word and colon.</param>
    internal static string Begun(string warning)
    {
        string sentence = warning[(warning.IndexOfAny([':', '：']) + 1)..].TrimStart();
        return char.ToUpperInvariant(sentence[0]) + sentence[1..];
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
                _texts.Format("act.point", best.Point.Number, Name(best.Point)), keys.Length == 0 ? _texts["act.asIs"] : keys, _texts["act.by.planner"], _texts["act.when.decide"],
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
            table.Add(factor.Name, levels, factor.Grade.Length == 0 ? _texts["none"] : factor.Grade);
        }

        return table;
    }

    private static string Words(decimal value, Factor factor) => ScenarioQuantity.Format(factor.Kind, value).Text;

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

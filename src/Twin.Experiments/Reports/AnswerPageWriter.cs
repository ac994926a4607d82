using Twin.Experiments.Texts;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Reports;

/// <summary>Writes an <see cref="AnswerPage"/>.</summary>
/// <param name="answer">What it says.</param>
/// <param name="texts">The language.</param>
internal sealed class AnswerPageWriter(AnswerPage answer, TextSet texts)
{
    private readonly HtmlPage _page = new(texts.HtmlLanguage, answer.Title);

    /// <summary>The page.</summary>
    public string Write()
    {
        _page.Raw("<header>").Element("p class=\"kind\"", answer.Kind).Element("h1", answer.Title).Element("p class=\"lead\"", answer.Lead).Raw("</header>\n<main>");
        Answer();
        Warnings();
        Contents();
        Actions();
        Pictures();
        Figures();
        foreach (AnswerPart part in answer.Parts)
        {
            Part(part);
        }

        Assumptions();
        Limits();
        Reproduce();
        _page.Raw("</main>").Element("footer", $"{answer.Software.Name} {answer.Software.Version}");
        return _page.End();
    }

    private void Answer()
    {
        string tone = Tables.UntestedReasons.Camel(answer.Tone);
        _page.Raw($"<section class=\"answer {tone}\" aria-labelledby=\"answer\">").Element("h2 id=\"answer\"", texts["page.answer"])
            .Element("p class=\"sentence\"", answer.Sentence);
        foreach (string line in answer.Certainty)
        {
            _page.Element("p class=\"certainty\"", line);
        }

        _page.Raw("</section>");
    }

    private void Warnings()
    {
        string[] warnings = [.. LeftOutWarning.Of(answer.LeftOut, texts), .. answer.Warnings];
        _page.Raw($"<section class=\"warnings{(warnings.Length == 0 ? " none" : "")}\" aria-labelledby=\"warnings\">").Element("h2 id=\"warnings\"", texts["page.warnings"]);
        if (warnings.Length == 0)
        {
            _page.Element("p", texts["page.noWarnings"]);
        }
        else
        {
            _page.List("ul", warnings);
        }

        _page.Raw("</section>");
    }

    private void Contents()
    {
        List<(string Id, string Heading)> sections = [("actions", texts["page.actions"])];
        sections.AddRange(answer.Pictures.Count > 0 ? [("pictures", texts["page.pictures"])] : []);
        sections.Add(("figures", texts["page.figures"]));
        sections.AddRange(answer.Parts.Select(part => (part.Id, part.Heading)));
        sections.AddRange(HasAssumptions ? [("assumptions", texts["page.assumptions"])] : []);
        sections.AddRange([("limits", texts["page.limits"]), ("reproduce", texts["page.reproduce"])]);
        _page.Raw($"<nav aria-label=\"{HtmlPage.Escape(texts["report.contents"])}\"><ul>");
        foreach ((string id, string heading) in sections)
        {
            _page.Raw($"<li><a href=\"#{HtmlPage.Escape(id)}\">{HtmlPage.Escape(heading)}</a></li>");
        }

        _page.Raw("</ul></nav>");
    }

    private void Actions()
    {
        _page.Raw("<section class=\"actions\" aria-labelledby=\"actions\">").Element("h2 id=\"actions\"", texts["page.actions"]);
        if (answer.Actions.Count == 0)
        {
            _page.Element("p", texts["page.noActions"]);
        }
        else
        {
            ActionList();
        }

        Note(answer.ActionNote);
        _page.Raw("</section>");
        foreach (HtmlTable table in answer.ActionTables)
        {
            _page.Table(table);
        }
    }

    private void ActionList()
    {
        _page.Raw("<ol>");
        foreach (PlannedAction action in answer.Actions)
        {
            _page.Raw("<li>").Element("p class=\"what\"", action.What).Raw("<dl>");
            Aspect("page.where", action.Where);
            Aspect("page.who", action.Who);
            Aspect("page.when", action.When);
            Aspect("page.why", action.Why);
            _page.Raw("</dl></li>");
        }

        _page.Raw("</ol>");
    }

    private void Aspect(string key, string text)
    {
        if (text.Length > 0)
        {
            _page.Raw("<div>").Element("dt", texts[key]).Element("dd", text).Raw("</div>");
        }
    }

    private void Pictures()
    {
        if (answer.Pictures.Count == 0)
        {
            return;
        }

        _page.Element("h2 id=\"pictures\"", texts["page.pictures"]);
        Note(answer.PictureNote);
        foreach (AnswerPicture picture in answer.Pictures)
        {
            _page.Figure(picture.Png, picture.Alternative, texts["report.showTable"], [.. picture.Tables]);
        }
    }

    private void Figures()
    {
        _page.Element("h2 id=\"figures\"", texts["page.figures"]);
        if (answer.Facts.Count > 0)
        {
            _page.List("ul class=\"facts\"", answer.Facts);
        }

        if (answer.KeyFigures.Count > 0)
        {
            _page.Raw("<dl class=\"figures\">");
            foreach ((string name, string value) in answer.KeyFigures)
            {
                _page.Raw("<div>").Element("dt", name).Element("dd", value).Raw("</div>");
            }

            _page.Raw("</dl>");
        }

        foreach (HtmlTable table in answer.Figures)
        {
            _page.Table(table);
        }

        Note(answer.FiguresNote);
    }

    private void Part(AnswerPart part)
    {
        _page.Element($"h2 id=\"{HtmlPage.Escape(part.Id)}\"", part.Heading);
        foreach (string line in part.Paragraphs)
        {
            _page.Element("p", line);
        }

        foreach (HtmlTable table in part.Tables)
        {
            _page.Table(table);
        }

        Note(part.Note);
    }

    private bool HasAssumptions => answer.Assumptions.Count + answer.AssumptionTables.Count > 0;

    private void Assumptions()
    {
        if (!HasAssumptions)
        {
            return;
        }

        _page.Element("h2 id=\"assumptions\"", texts["page.assumptions"]);
        if (answer.Assumptions.Count > 0)
        {
            _page.Element("p", GradedAssumptions.Summary(answer.Assumptions, texts));
        }

        foreach (HtmlTable table in answer.AssumptionTables)
        {
            _page.Table(table);
        }

        foreach ((string heading, HtmlTable table) in GradedAssumptions.Of(answer.Assumptions, texts))
        {
            _page.Raw("<details class=\"grade\">").Element("summary", heading).Table(table).Raw("</details>");
        }
    }

    private void Limits()
    {
        _page.Element("h2 id=\"limits\"", texts["page.limits"]).List("ul", answer.Limits);
    }

    private void Reproduce()
    {
        _page.Element("h2 id=\"reproduce\"", texts["page.reproduce"]).Element("p", texts["reproduce.command"]).Element("pre", answer.Command);
        if (answer.CommandNote.Length > 0)
        {
            _page.Element("p", answer.CommandNote);
        }

        _page.Table(answer.Identity);
    }

    private void Note(string text)
    {
        if (text.Length > 0)
        {
            _page.Element("p class=\"lead\"", text);
        }
    }
}

using Twin.Experiments.Queueing;
using Twin.Experiments.Texts;
using Twin.Model.Queueing;
using Twin.Model.Results;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Reports;

/// <summary>report.html of a queue run: the answer first, then every figure of the stations and of the journeys, the warnings, and how to reproduce it.</summary>
internal static class QueueReport
{
    /// <summary>Makes the page.</summary>
    /// <param name="record">A finished run of the queue activity.</param>
    /// <param name="result">Its result.</param>
    /// <param name="texts">The language.</param>
    public static string Of(RunRecord record, QueueResult result, TextSet texts)
    {
        Scenario scenario = record.Scenario;
        bool chinese = texts.Language == "zh";
        string own = chinese && scenario.TitleZh.Length > 0 ? scenario.TitleZh : scenario.Title;
        string title = texts.Format("queue.title", own.Length > 0 ? own : scenario.Name);
        HtmlPage page = new(texts.HtmlLanguage, title);
        page.Raw("<header>").Element("h1", title)
            .Element("p class=\"lead\"", texts.Format("queue.period", texts.Duration(result.WarmUpSeconds), texts.Duration(result.EndSeconds)))
            .Raw("</header>\n<main>").Raw($"<section class=\"answer{(result.Warnings.Count == 0 ? " met" : "")}\" aria-labelledby=\"answer\">")
            .Element("h2 id=\"answer\" hidden", texts["report.answer"]);
        foreach (string line in Answer(record, result, texts))
        {
            page.Element("p", line);
        }

        page.Raw("</section>");
        if (result.Warnings.Count > 0)
        {
            page.Element("h2 id=\"warnings\"", texts["queue.warnings"]).Raw("<ul>");
            foreach (QueueWarning warning in result.Warnings)
            {
                page.Element("li", QueueText.Sentence(warning, chinese));
            }

            page.Raw("</ul>");
        }

        page.Element("h2 id=\"figures\"", texts["report.figures"]).Table(Stations(record, result, texts)).Table(Journeys(record, result, texts))
            .Element("p class=\"lead\"", QueueText.Law(result.Journey.Little, chinese))
            .Element("h2 id=\"reproduce\"", texts["report.reproduce"]).Element("p", texts["reproduce.command"])
            .Element("pre", ReproduceCommand.Of(record, texts.Language)).Element("p", texts["reproduce.same"]).Table(IdentityTable.Of(record, texts))
            .Raw("</main>").Element("footer", $"{Software.This.Name} {Software.This.Version}");
        return page.End();
    }

    private static IEnumerable<string> Answer(RunRecord record, QueueResult result, TextSet texts)
    {
        (StationResult busiest, int at) = result.Stations.Select((station, i) => (station, i)).MaxBy(pair => pair.station.Utilisation);
        StationResult[] runs = [.. record.QueueReplications.Select(run => run.Stations[at])];
        string Show(string key) => QueueText.Cell(QueueFigures.Station.First(figure => figure.Key == key), busiest, runs);
        yield return texts.Format("queue.answer", busiest.Name, Show("utilisation"), Show("wait.mean"), Show("wait.p95"), Show("loss"));
        yield return texts.Format(runs.Length > 1 ? "queue.replicated" : "queue.single", runs.Length);
    }

    private static HtmlTable Stations(RunRecord record, QueueResult result, TextSet texts)
    {
        HtmlTable table = new(texts["queue.stations"], [texts["report.measure"], .. result.Stations.Select(station => "#" + station.Name)]);
        foreach (QueueFigure<StationResult> figure in QueueFigures.Station)
        {
            table.Add([Name(figure, texts), .. result.Stations.Select(
                (station, i) => QueueText.Cell(figure, station, [.. record.QueueReplications.Select(run => run.Stations[i])]))]);
        }

        return table;
    }

    private static HtmlTable Journeys(RunRecord record, QueueResult result, TextSet texts)
    {
        HtmlTable table = new(texts["queue.journeys"], texts["report.measure"], "#" + texts["report.value"]);
        JourneyResult[] runs = [.. record.QueueReplications.Select(run => run.Journey)];
        foreach (QueueFigure<JourneyResult> figure in QueueFigures.Journey)
        {
            table.Add(Name(figure, texts), QueueText.Cell(figure, result.Journey, runs));
        }

        return table;
    }

    private static string Name<T>(QueueFigure<T> figure, TextSet texts)
    {
        string name = texts.Language == "zh" ? figure.Chinese : figure.English;
        return figure.Unit == QueueUnit.Seconds ? texts.Format("queue.seconds", name) : name;
    }
}

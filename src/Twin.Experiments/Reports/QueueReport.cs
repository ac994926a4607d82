using Twin.Experiments.Charts;
using Twin.Experiments.Queueing;
using Twin.Experiments.Statistics;
using Twin.Experiments.Texts;
using Twin.Model.Queueing;
using Twin.Model.Results;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Reports;

/// <summary>report.html of a queue run.</summary>
internal static class QueueReport
{
    private const double Busy = 0.85;

    /// <summary>Makes the page.</summary>
    /// <param name="record">A finished run of the queue activity.</param>
    /// <param name="result">Its result.</param>
    /// <param name="texts">The language.</param>
    /// <param name="picture">The numbers waiting over time; null for none.</param>
    /// <param name="software">Which software made the run; this one if null.</param>
    public static string Of(RunRecord record, QueueResult result, TextSet texts, byte[]? picture = null, Software? software = null)
    {
        Scenario scenario = record.Scenario;
        bool chinese = texts.Language == "zh";
        string own = chinese && scenario.TitleZh.Length > 0 ? scenario.TitleZh : scenario.Title;
        int runs = record.QueueReplications.Count;
        QueueWords words = new(record, result, texts);
        return new AnswerPage
        {
            Title = texts.Format("queue.title", own.Length > 0 ? own : scenario.Name),
            Kind = texts["page.kind.queue"],
            Lead = texts.Format("queue.period", texts.Duration(result.WarmUpSeconds), texts.Duration(result.EndSeconds)),
            Tone = AnswerTone.Open,
            Sentence = Answer(record, result, texts),
            Certainty = [words.Certainty()],
            Facts = [words.Law()],
            Warnings = [.. Few(runs, texts), .. words.Warnings()],
            ActionNote = runs > 1 ? texts["page.ofFirstRun"] : "",
            Pictures = picture is null ? [] : [new AnswerPicture(picture, texts.Format("queue.chart.alt", result.Stations.Count), Waiting(record, texts))],
            Actions = [.. result.Stations.Where(station => station.Utilisation > Busy).OrderByDescending(station => station.Utilisation).Take(AnswerPage.MostActions).Select(station => Relieve(station, texts))],
            Figures = [Stations(record, result, texts), Journeys(record, result, texts)],
            Assumptions = ScenarioAssumptions.Of(scenario),
            LeftOut = scenario.LeftOut,
            Limits = [texts["page.queue.limit"], texts[runs > 0 ? "limit.replicated" : "limit.single"]],
            Command = ReproduceCommand.Of(record, texts.Language),
            CommandNote = texts["reproduce.same"],
            Identity = IdentityTable.Of(record, texts, software ?? Software.This),
            Software = software ?? Software.This,
        }.Html(texts);
    }

    private static IEnumerable<string> Few(int runs, TextSet texts)
    {
        if (runs is > 0 and < ReplicationRule.Fewest)
        {
            yield return texts.Format("compare.warn.few", runs, ReplicationRule.Fewest);
        }
    }

    private static PlannedAction Relieve(StationResult station, TextSet texts)
    {
        long servers = Math.Max(1, (long)Math.Ceiling(station.Utilisation * station.Servers / Busy) - station.Servers);
        return new PlannedAction(
            texts.Format("act.servers", servers), station.Name, texts["act.by.planner"], texts["act.when.decide"],
            texts.Format("act.servers.why", texts.Percent(station.Utilisation), texts.Percent(Busy)));
    }

    private static string Answer(RunRecord record, QueueResult result, TextSet texts)
    {
        (StationResult busiest, int at) = result.Stations.Select((station, i) => (station, i)).MaxBy(pair => pair.station.Utilisation);
        StationResult[] runs = [.. record.QueueReplications.Select(run => run.Stations[at])];
        string Show(string key) => QueueText.Cell(QueueFigures.Station.First(figure => figure.Key == key), busiest, runs, record.Confidence);
        return texts.Format("queue.answer", busiest.Name, Show("utilisation"), Show("wait.mean"), Show("wait.p95"), Show("loss"));
    }

    private static HtmlTable Stations(RunRecord record, QueueResult result, TextSet texts)
    {
        HtmlTable table = new(texts["queue.stations"], [texts["report.measure"], .. result.Stations.Select(station => "#" + station.Name)]);
        foreach (QueueFigure<StationResult> figure in QueueFigures.Station)
        {
            table.Add([Name(figure, texts), .. result.Stations.Select(
                (station, i) => QueueText.Cell(figure, station, [.. record.QueueReplications.Select(run => run.Stations[i])], record.Confidence))]);
        }

        return table;
    }

    private static HtmlTable Journeys(RunRecord record, QueueResult result, TextSet texts)
    {
        HtmlTable table = new(texts["queue.journeys"], texts["report.measure"], "#" + texts["report.value"]);
        JourneyResult[] runs = [.. record.QueueReplications.Select(run => run.Journey)];
        foreach (QueueFigure<JourneyResult> figure in QueueFigures.Journey)
        {
            table.Add(Name(figure, texts), QueueText.Cell(figure, result.Journey, runs, record.Confidence));
        }

        return table;
    }

    /// <summary>The numbers behind the picture, in at most 24 steps.</summary>
    private static HtmlTable Waiting(RunRecord record, TextSet texts)
    {
        const int MostRows = 24;
        QueueSeries series = record.QueueRecords!.Series!.Merged(MostRows);
        RunRecord merged = record with { QueueSeriesOfAll = record.QueueSeriesOfAll?.Merged(MostRows) };
        double[][] waiting = [.. Enumerable.Range(0, series.Stations.Count).Select(station => QueueChart.Waiting(merged, series, station))];
        ScenarioClock clock = new(record.Scenario.Start);
        HtmlTable table = new(texts["queue.chart.y"], [texts["col.clock"], .. record.Scenario.Queue.Stations.Select(station => "#" + station.Name)]);
        for (int step = 0; step < series.Steps; step++)
        {
            table.Add([clock.Minute(step * series.StepMilliseconds), .. waiting.Select(numbers => TextSet.Number(numbers[step], 2))]);
        }

        return table;
    }

    private static string Name<T>(QueueFigure<T> figure, TextSet texts)
    {
        string name = texts.Language == "zh" ? figure.Chinese : figure.English;
        return figure.Unit == QueueUnit.Seconds ? texts.Format("queue.seconds", name) : name;
    }
}

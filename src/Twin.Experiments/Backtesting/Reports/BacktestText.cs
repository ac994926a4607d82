using System.Globalization;
using Twin.Experiments.Backtesting.Counting;
using Twin.Experiments.Backtesting.Predicting;
using Twin.Experiments.Tables;
using Twin.Experiments.Texts;
using Twin.Model.Testing;

namespace Twin.Experiments.Backtesting.Reports;

/// <summary>What a backtest came to, in sentences.</summary>
public static class BacktestText
{
    private const int MostSites = 5;

    /// <summary>The answer, coverage, bias, where and when it is off, the parameters and the warnings.</summary>
    /// <param name="backtest">The backtest.</param>
    /// <param name="language">en or zh.</param>
    /// <returns>Lines without a line end.</returns>
    /// <exception cref="ArgumentException">There is no such language.</exception>
    public static IReadOnlyList<string> Answer(Backtest backtest, string language)
    {
        ArgumentNullException.ThrowIfNull(backtest);
        TextSet texts = TextCatalogue.In(language);
        return
        [
            Headline(backtest, texts), .. Coverage(backtest, texts), .. Totals(backtest, texts), .. Sites(backtest, texts), .. Times(backtest, texts),
            .. Parameters(backtest, texts), .. BacktestWarnings.Of(backtest, texts).Select(warning => texts.Format("backtest.warning", warning)),
        ];
    }

    /// <summary>Whether the counts are as on a day of the model, and what is not.</summary>
    internal static string Headline(Backtest backtest, TextSet texts)
    {
        List<string> off = [];
        foreach (CountKind kind in backtest.Kinds)
        {
            string name = texts[$"backtest.kind.{kind.Key}"];
            if (kind.Ninety is { Verdict: not CoverageVerdict.AsExpected } coverage)
            {
                off.Add(texts.Format(coverage.Verdict == CoverageVerdict.TooFew ? "backtest.off.coverage" : "backtest.off.sure", name));
            }

            if (kind.Total.IsOff)
            {
                off.Add(texts.Format(kind.Total.Bias > 0 ? "backtest.off.more" : "backtest.off.fewer", name, Relative(Math.Abs(kind.Total.Bias), kind.Total.Mean, texts)));
            }
        }

        string part = texts.Percent(backtest.Probability);
        return backtest.Agrees
            ? texts.Format("backtest.agrees", backtest.Plan.Label, part)
            : texts.Format("backtest.off", backtest.Plan.Label, off.Count == 0 ? texts["backtest.off.together"] : string.Join(texts["comma"], off), part);
    }

    /// <summary>How many counts lie within the bands.</summary>
    internal static IEnumerable<string> Coverage(Backtest backtest, TextSet texts) => backtest.Kinds
        .SelectMany(kind => new[] { kind.Ninety, kind.NinetyFive }.Where(coverage => coverage is not null).Select(coverage => Coverage(kind, coverage!, texts)));

    /// <summary>Biases in all.</summary>
    internal static IEnumerable<string> Totals(Backtest backtest, TextSet texts) => backtest.Kinds.Select(kind => texts.Format(
        "backtest.total", texts[$"backtest.kind.{kind.Key}"], TextSet.Count(kind.Total.Observed), TextSet.Count(kind.Total.Mean), Band(kind.Total, texts),
        Signed(kind.Total.Bias) + (kind.Total.Mean > 0 && Math.Abs(kind.Total.Bias) >= 0.5 ? $" ({(kind.Total.Bias < 0 ? "−" : "+")}{Relative(Math.Abs(kind.Total.Bias), kind.Total.Mean, texts)})" : ""),
        texts[kind.Total.IsOff ? "backtest.total.off" : "backtest.total.within"]));

    /// <summary>Where it is off most.</summary>
    internal static IEnumerable<string> Sites(Backtest backtest, TextSet texts)
    {
        ScenarioClock clock = new(backtest.Plan.Scenario.Start);
        int off = backtest.Sites.Count(site => site.Probability <= 0.05);
        return
        [
            texts.Format("backtest.sites", off, backtest.Sites.Count, TextSet.Number(0.05 * backtest.Sites.Count, 1)),
            .. backtest.Sites.Where(site => site.Probability <= 0.05).Take(MostSites).Select(site => texts.Format(
                site.Gap < 0 ? "backtest.site.behind" : "backtest.site.ahead", SiteLayout.CodeOf(site.Site), TextSet.Count(Math.Abs(site.Gap)), clock.Minute(site.Interval.To * 60_000L),
                TextSet.Number(Math.Abs(site.Score), 1), TextSet.Count(site.Total.Observed), TextSet.Count(site.Total.Mean))),
        ];
    }

    /// <summary>When it is off.</summary>
    internal static IEnumerable<string> Times(Backtest backtest, TextSet texts)
    {
        ScenarioClock clock = new(backtest.Plan.Scenario.Start);
        foreach (CountKind kind in backtest.Kinds)
        {
            (CountInterval Interval, PredictedFigure Figure)[] off = [.. backtest.Counts.Intervals.Zip(kind.Times).Where(time => time.Second.IsOff)];
            string list = string.Join(texts["comma"], off.Take(6).Select(time => texts.Format(
                "backtest.time", clock.Minute(time.Interval.From * 60_000L), clock.Minute(time.Interval.To * 60_000L), TextSet.Count(time.Figure.Observed), TextSet.Count(time.Figure.Mean)))) + (off.Length > 6 ? " …" : "");
            yield return texts.Format(
                "backtest.times", texts[$"backtest.kind.{kind.Key}"], off.Length, kind.Times.Count, off.Length == 0 ? texts["backtest.times.none"] : texts.Format("backtest.times.list", list));
        }
    }

    /// <summary>Which parameters the counts speak for.</summary>
    internal static IEnumerable<string> Parameters(Backtest backtest, TextSet texts) =>
        backtest.Fit is { } fit ? fit.Parameters.OrderBy(parameter => parameter.Verdict).Select(parameter => FitWords.Sentence(parameter, texts)) : [];

    /// <summary>The 95 % band of a figure.</summary>
    internal static string Band(PredictedFigure figure, TextSet texts) =>
        figure.NinetyFive is { } band ? texts.Format("backtest.range", TextSet.Count(band.Low), TextSet.Count(band.High)) : texts["none"];

    /// <summary>A difference with its sign.</summary>
    internal static string Signed(double value) => Math.Round(value) switch { > 0 => "+" + TextSet.Count(value), < 0 => "−" + TextSet.Count(-value), _ => "0" };

    /// <summary>The interval of a coverage over sites.</summary>
    internal static string Interval(BandCoverage coverage, TextSet texts) => coverage is { Low: { } low, High: { } high }
        ? texts.Format("backtest.coverage.interval", texts.Percent(low), texts.Percent(high))
        : texts["backtest.coverage.noInterval"];

    /// <summary>What a coverage is on the model's days.</summary>
    internal static string Expected(BandCoverage coverage, TextSet texts) => coverage is { ExpectedLow: { } low, ExpectedHigh: { } high }
        ? texts.Format("backtest.coverage.expected", texts.Percent(low), texts.Percent(high))
        : texts["backtest.coverage.unknown"];

    private static string Coverage(CountKind kind, BandCoverage coverage, TextSet texts) => texts.Format(
        "backtest.coverage", texts[$"backtest.kind.{kind.Key}"], (coverage.Asked * 100).ToString("0", CultureInfo.InvariantCulture) + (texts.Language == "zh" ? "%" : " %"),
        coverage.Inside, coverage.Cells, texts.Percent(coverage.Share), Interval(coverage, texts), texts.Percent(coverage.Nominal), Expected(coverage, texts),
        texts[$"backtest.verdict.{UntestedReasons.Camel(coverage.Verdict)}"]);

    private static string Relative(double part, double whole, TextSet texts) => whole > 0 ? texts.Percent(part / whole) : TextSet.Count(part);
}

using System.Globalization;
using Twin.Experiments.Comparing;
using Twin.Experiments.Statistics;
using Twin.Experiments.Sweeps;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Benchmarks;

/// <summary>Whether intervals hold and headlines are true: measured by drawing samples from a population whose truth is known.</summary>
internal static class CoverageSuite
{
    /// <summary>Parts of the suite by name: each can be run alone.</summary>
    public static readonly IReadOnlyDictionary<string, Action<Report>> Parts = new Dictionary<string, Action<Report>>(StringComparer.Ordinal)
    {
        ["intervals"] = Intervals,
        ["rule"] = Rule,
        ["headline"] = Headline,
    };

    private const int Samples = 2_000;

    private static readonly int[] Counts = [5, 10, 20, 30, 60, 100];
    private static readonly Lazy<Population> Days = new(Population.Run);

    public static void Run(Report report) => Run(report, [.. Parts.Keys]);

    /// <summary>Runs some of the parts.</summary>
    /// <param name="report">Where the figures go.</param>
    /// <param name="names">The parts.</param>
    public static void Run(Report report, IReadOnlyList<string> names)
    {
        foreach (string name in names)
        {
            Parts[name](report);
        }
    }

    /// <summary>Each measure and number of days: how often the interval covers where one is given, how often it is given, how often one is given and misses.</summary>
    private static void Intervals(Report report)
    {
        report.Note($"{Samples} samples a cell, drawn with replacement from 600 days; a cell is: covers where given (given); standard error of 0.95: {Math.Sqrt(0.95 * 0.05 / Samples):0.000}");
        report.Note($"| Measure | {string.Join(" | ", Counts)} |");
        report.Note($"| --- |{string.Concat(Counts.Select(_ => " --- |"))}");
        for (int i = 0; i < MassTestMeasures.All.Count; i++)
        {
            int measure = i;
            Measure<MassTestResult> of = MassTestMeasures.All[i];
            double[] truths = [.. Days.Value.Days.Select(day => day.Measures[measure].Number).OfType<double>()];
            Covered[] cells = [.. Counts.Select(count => Covered.Of(truths, of.Range, count))];
            report.Note($"| `{of.Key}` | {string.Join(" | ", cells.Select(cell => cell.ToString()))} |");
            foreach ((int count, Covered cell) in Counts.Zip(cells).Where(pair => pair.First >= 20))
            {
                // Where an interval is nearly always given it must cover; where it often is not, the report says so, and those that are given must seldom miss.
                bool holds = cell.Given >= 0.95 ? cell.Share is >= 0.92 and <= 0.985 : cell.Wrong <= 0.08;
                report.Add($"{of.Key}, n = {count}", cell.Given >= 0.95 ? cell.Share : cell.Wrong, "", cell.Given >= 0.95 ? "covers: 0.92 to 0.98" : "given and wrong: at most 0.08", holds);
            }
        }
    }

    /// <summary>The rule that stops when an interval is narrow enough: how often that interval covers.</summary>
    private static void Rule(Report report)
    {
        Measure<MassTestResult> wait = MassTestMeasures.All.Single(measure => measure.Key == "wait.mean");
        Stopped(report, "exponential, mean 1, to ± 0.3", wait, 0.3, 1, (sample, place) => -Math.Log(Population.Uniform(sample, place)));
        Stopped(report, "rare event of 5 %, exponential size, to ± 0.05", wait, 0.05, 0.05, (sample, place) =>
            Population.Uniform(sample, place) is var uniform && uniform < 0.05 ? -Math.Log(uniform / 0.05) : 0);
        foreach ((string key, double half) in new[] { ("lastTest", 300.0), ("wait.mean", 30), ("t98", 120), ("tested", 5), ("staff.hours", 10) })
        {
            int index = MassTestMeasures.All.TakeWhile(measure => measure.Key != key).Count();
            double[] values = [.. Days.Value.Days.Select(day => day.Measures[index].Number).OfType<double>()];
            Stopped(report, $"{key}, to ± {half.ToString(CultureInfo.InvariantCulture)}", MassTestMeasures.All[index], half, values.Average(),
                (sample, place) => values[Population.Place(sample, place, values.Length)]);
        }
    }

    private static void Stopped(Report report, string name, Measure<MassTestResult> measure, double half, double truth, Func<int, int, double> draw)
    {
        const int Runs = 1_000;
        StoppingRule rule = new(StoppingRule.LeastToStop, 400, measure, half);
        (int met, int covered, int used) = (0, 0, 0);
        for (int run = 0; run < Runs; run++)
        {
            List<double> values = [];
            for (int target = rule.Least; ; target = rule.After(target))
            {
                while (values.Count < target)
                {
                    values.Add(draw(run, values.Count));
                }

                if (rule.IsMet(values.Select(value => MeasureValue.Of(value))))
                {
                    met++;
                    covered += MeanInterval.Of(values, measure.Range).Covers(truth) ? 1 : 0;
                    break;
                }

                if (target >= rule.Most)
                {
                    break;
                }
            }

            used += values.Count;
        }

        report.Add($"rule, {name}: covers where met", (double)covered / met, "", "at least 0.92", covered >= 0.92 * met);
        report.Add($"… met within 400 days in; days used {used / Runs}", (double)met / Runs, "");
    }

    /// <summary>Comparisons of equals, both of days drawn anew from the population, through the code that makes the headline.</summary>
    private static void Headline(Report report)
    {
        const int Comparisons = 2_000;
        const int Pairs = 30;
        ComparedVariant[] variants = [new("A", "", [], Days.Value.Scenario), new("B", "", [], Days.Value.Scenario)];
        ComparisonOrder order = new(variants, Pairs);
        (int headed, int any) = (0, 0);
        for (int i = 0; i < Comparisons; i++)
        {
            VariantTally[] tallies = [.. variants.Select(variant => new VariantTally(variant, Pairs))];
            for (int day = 0; day < Pairs; day++)
            {
                tallies[0].Add(day, Days.Value.Drawn(2 * i, day));
                tallies[1].Add(day, Days.Value.Drawn((2 * i) + 1, day));
            }

            ComparisonHeadline headline = Comparison.Of(order, tallies).HeadlineOf((0, 1));
            headed += headline.Kind is HeadlineKind.First or HeadlineKind.Second or HeadlineKind.Choice ? 1 : 0;
            any += headline.Count(DifferenceVerdict.FirstBetter) + headline.Count(DifferenceVerdict.SecondBetter) > 0 ? 1 : 0;
        }

        double share = (double)headed / Comparisons;
        report.Add($"headlines in {Comparisons} comparisons of equals, {Pairs} pairs each", share, "", "at most 0.06", share <= 0.06);
        report.Add("… its standard error", Math.Sqrt(share * (1 - share) / Comparisons), "");
        report.Add("… comparisons in which any of the other measures looks settled, each by itself", (double)any / Comparisons, "");
    }

    /// <summary>How often intervals cover.</summary>
    private readonly record struct Covered(double Share, double Given, double Wrong)
    {
        public static Covered Of(double[] population, MeasureRange range, int count)
        {
            double truth = population.Average();
            (int given, int covered) = (0, 0);
            double[] values = new double[count];
            for (int sample = 0; sample < Samples; sample++)
            {
                for (int i = 0; i < count; i++)
                {
                    values[i] = population[Population.Place((count * Samples) + sample, i, population.Length)];
                }

                MeanInterval interval = MeanInterval.Of(values, range);
                given += interval.IsKnown ? 1 : 0;
                covered += interval.Covers(truth) ? 1 : 0;
            }

            return new Covered(given == 0 ? double.NaN : (double)covered / given, (double)given / Samples, (double)(given - covered) / Samples);
        }

        public override string ToString() => Given == 0
            ? "none"
            : string.Create(CultureInfo.InvariantCulture, $"{Share:0.00}{(Given >= 0.995 ? "" : $" ({Given:0.00})")}");
    }
}

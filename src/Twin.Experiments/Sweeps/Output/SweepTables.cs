using Twin.Experiments.Sweeps.Designs;
using Twin.Model.Results;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Sweeps.Output;

/// <summary>The two tables of a sweep: a row for each replication with every measure, and a row for each point with the responses.</summary>
public static class SweepTables
{
    /// <summary>Places of the measures that the end of a run can cut off: moments.</summary>
    private static readonly int[] Bounded = [.. Enumerable.Range(0, MassTestMeasures.All.Count).Where(measure => MassTestMeasures.All[measure].Unit == MeasureUnit.Moment)];

    /// <summary>The columns of replications.csv and replications.parquet.</summary>
    /// <param name="sweep">The sweep.</param>
    public static IReadOnlyList<TableColumn> Replications(Sweep sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        return
        [
            new TableColumn("point", ColumnType.Whole, "Number of the point, from 1."),
            .. sweep.Factors.Select(ColumnOf),
            new TableColumn("replication", ColumnType.Whole, "Number of the replication at the point, from 0."),
            new TableColumn("seed", ColumnType.Seed, "Seed of its draws."),
            new TableColumn("digest", ColumnType.Text, "Digest of every event handled, 32 hexadecimal digits."),
            .. MassTestMeasures.All.Select(measure => new TableColumn(SweepColumns.Of(measure), ColumnType.Number, $"{measure.English}{UnitOf(measure)}.")),
            .. Bounded.Select(measure => MassTestMeasures.All[measure]).Select(measure => new TableColumn(
                SweepColumns.Of(measure, "after"), ColumnType.Number, $"{measure.English}: where it had not come by the end of the run, that end{UnitOf(measure)}; else empty.")),
        ];
    }

    /// <summary>The columns of points.csv and points.parquet.</summary>
    /// <param name="sweep">The sweep.</param>
    public static IReadOnlyList<TableColumn> Points(Sweep sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        return
        [
            new TableColumn("point", ColumnType.Whole, "Number of the point, from 1."),
            .. sweep.Factors.Select(ColumnOf),
            new TableColumn("replications", ColumnType.Whole, "Replications of the point."),
            .. sweep.Responses.SelectMany(Figures),
            .. sweep.Responses.Where(response => response.Unit == MeasureUnit.Moment).Select(response => new TableColumn(
                SweepColumns.CensoredOf(response), ColumnType.Whole, $"{response.English}: replications in which it had not come by the end of the run; the mean and the greatest are then not known.")),
        ];
    }

    /// <summary>The cells of a replication.</summary>
    internal static IReadOnlyList<object?> Cells(Sweep sweep, SweepRow row) =>
    [
        (long)row.Task.Point, .. LevelsOf(sweep, sweep.Points[row.Task.Point - 1]), (long)row.Task.Replication, row.Seed, row.Digest, .. row.Measures.Select(value => (object?)value.Number),
        .. Bounded.Select(measure => (object?)row.Measures[measure].After),
    ];

    /// <summary>The cells of a point.</summary>
    internal static IReadOnlyList<object?> Cells(Sweep sweep, PointSummary point) =>
    [
        (long)point.Point.Number, .. LevelsOf(sweep, point.Point), (long)point.Replications,
        .. point.Figures.SelectMany(figure => (object?[])[figure.Mean, figure.Interval?.HalfWidth, figure.Interval?.Low, figure.Interval?.High, (long)figure.Defined, figure.Minimum, figure.Maximum]),
        .. point.Figures.Where(figure => figure.Response.Unit == MeasureUnit.Moment).Select(figure => (object?)(long)figure.Censored),
    ];

    private static IEnumerable<object?> LevelsOf(Sweep sweep, SweepPoint point) => point.Levels.Zip(sweep.Factors, (level, factor) => factor.Kind switch
    {
        ScenarioKeyKind.Whole => (long?)level.Quantity,
        ScenarioKeyKind.Number or ScenarioKeyKind.Duration => level.Quantity,
        _ => (object?)level.Label,
    });

    private static TableColumn ColumnOf(Factor factor) => factor.Kind switch
    {
        ScenarioKeyKind.Whole => new TableColumn(SweepColumns.Of(factor), ColumnType.Whole, $"Factor {factor.Name}."),
        ScenarioKeyKind.Number => new TableColumn(SweepColumns.Of(factor), ColumnType.Number, $"Factor {factor.Name}."),
        ScenarioKeyKind.Duration => new TableColumn(SweepColumns.Of(factor), ColumnType.Number, $"Factor {factor.Name}, s."),
        _ => new TableColumn(SweepColumns.Of(factor), ColumnType.Text, $"Factor {factor.Name}."),
    };

    private static IEnumerable<TableColumn> Figures(Measure<MassTestResult> measure)
    {
        string unit = UnitOf(measure);
        yield return new TableColumn(SweepColumns.Of(measure, "mean"), ColumnType.Number, $"{measure.English}: mean{unit}.");
        yield return new TableColumn(SweepColumns.Of(measure, "half_width"), ColumnType.Number, $"{measure.English}: half of the width of the mean's 95 % interval{unit}; empty on fewer than 5 values, or where most are equal and fewer than 5 differ.");
        yield return new TableColumn(SweepColumns.Of(measure, "low"), ColumnType.Number, $"{measure.English}: lower end of the mean's 95 % interval{unit}.");
        yield return new TableColumn(SweepColumns.Of(measure, "high"), ColumnType.Number, $"{measure.English}: upper end of the mean's 95 % interval{unit}.");
        yield return new TableColumn(SweepColumns.CountOf(measure), ColumnType.Whole, $"{measure.English}: replications in which it is a number.");
        yield return new TableColumn(SweepColumns.Of(measure, "min"), ColumnType.Number, $"{measure.English}: least of those that are numbers{unit}.");
        yield return new TableColumn(SweepColumns.Of(measure, "max"), ColumnType.Number, $"{measure.English}: greatest{unit}.");
    }

    private static string UnitOf(Measure<MassTestResult> measure) => measure.Unit switch
    {
        MeasureUnit.Share => ", 0 to 1",
        MeasureUnit.Seconds => ", s",
        MeasureUnit.Moment => ", s since the scenario's start",
        MeasureUnit.Hours => ", hours",
        MeasureUnit.SiteMinutes => ", minutes summed over sites",
        _ => "",
    };
}

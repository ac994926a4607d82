using Twin.Experiments.Sweeps.Output;
using Twin.Model.Results;

namespace Twin.Experiments.Sensitivity;

/// <summary>The table of the indices: a row for each response and factor, by rank.</summary>
public static class SensitivityTables
{
    private const string InUnit = ", in the response's unit";

    /// <summary>The columns of sensitivity.csv and sensitivity.parquet.</summary>
    /// <param name="design">The design.</param>
    public static IReadOnlyList<TableColumn> Columns(SensitivityDesign design)
    {
        ArgumentNullException.ThrowIfNull(design);
        return
        [
            new TableColumn("response", ColumnType.Text, "Key of the measure."),
            new TableColumn("unit", ColumnType.Text, "Its unit: s, share (0 to 1), hours, minutes (summed over sites), count."),
            new TableColumn("factor", ColumnType.Text, "The factor's path or name."),
            new TableColumn("grade", ColumnType.Text, "How far to trust the factor: S stated, P published, E estimate; empty for a choice."),
            new TableColumn("rank", ColumnType.Whole, "Rank among the factors of the response, from 1."),
            new TableColumn("open_with", ColumnType.Whole, "With how many other factors the rank is open: their intervals overlap."),
            new TableColumn("influential", ColumnType.Whole, "1: one of the three most influential; 0: not."),
            new TableColumn("flagged", ColumnType.Whole, "1: influential and of grade E, so the answer hangs on an estimate; 0: not."),
            .. design.Method == SensitivityMethod.Morris
                ? (TableColumn[])
                [
                    .. Index("mu_star", "Mean absolute effect over the factor's whole range" + InUnit),
                    .. Index("mu", "Mean effect over the factor's whole range" + InUnit),
                    .. Index("sigma", "Standard deviation of the effects" + InUnit),
                    new TableColumn("chance", ColumnType.Number, $"Standard deviation of an effect by chance alone{InUnit}; empty with one replication a point."),
                ]
                : [.. Index("st", "Total order, a share of the variance"), .. Index("s1", "First order, a share of the variance")],
            new TableColumn("blocks", ColumnType.Whole, design.Method == SensitivityMethod.Morris ? "Trajectories that count." : "Base points that count."),
            new TableColumn("chance_share", ColumnType.Number, "Of the response: how much of the variance between points is chance, 0 to 1; empty with one replication a point."),
        ];
    }

    /// <summary>The rows.</summary>
    internal static IEnumerable<IReadOnlyList<object?>> Rows(SensitivitySummary summary) =>
        summary.Responses.SelectMany(response => response.Factors.Select(factor => (IReadOnlyList<object?>)
        [
            response.Response.Key, UnitOf(response.Response.Unit), factor.Factor.Name, factor.Factor.Grade, (long)factor.Rank, (long)factor.OpenWith.Count,
            factor.IsInfluential ? 1L : 0L, factor.IsFlagged ? 1L : 0L,
            .. factor.Morris is { } morris
                ? (object?[])[.. Cells(morris.MuStar), .. Cells(morris.Mu), .. Cells(morris.Sigma), morris.Chance]
                : [.. Cells(factor.Sobol!.Total), .. Cells(factor.Sobol.First)],
            (long)response.Blocks, response.ChanceShare,
        ]));

    /// <summary>A unit's name in the table.</summary>
    internal static string UnitOf(MeasureUnit unit) => unit switch
    {
        MeasureUnit.Share => "share",
        MeasureUnit.Seconds or MeasureUnit.Moment => "s",
        MeasureUnit.Hours => "hours",
        MeasureUnit.SiteMinutes => "minutes",
        _ => "count",
    };

    private static IEnumerable<TableColumn> Index(string name, string text) =>
    [
        new TableColumn(name, ColumnType.Number, $"{text}."),
        new TableColumn($"{name}_low", ColumnType.Number, $"{text}: lower end of the 95 % interval; empty on fewer than 5 blocks."),
        new TableColumn($"{name}_high", ColumnType.Number, $"{text}: upper end of the 95 % interval; empty on fewer than 5 blocks."),
    ];

    private static object?[] Cells(SensitivityIndex index) => [index.Estimate, index.Low, index.High];
}

namespace Twin.Experiments.Sweeps.Output;

/// <summary>A column of a table that is written as CSV and as Parquet.</summary>
/// <param name="Name">Lower case and underscores, the unit last.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Text">What it means, in one sentence with the unit.</param>
public sealed record TableColumn(string Name, ColumnType Type, string Text);

/// <summary>What a column holds.</summary>
public enum ColumnType
{
    /// <summary>Whole numbers, 64 bits.</summary>
    Whole,

    /// <summary>Whole numbers, 64 bits without sign.</summary>
    Seed,

    /// <summary>Numbers.</summary>
    Number,

    /// <summary>Text.</summary>
    Text,
}

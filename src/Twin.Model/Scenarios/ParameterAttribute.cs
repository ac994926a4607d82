namespace Twin.Model.Scenarios;

/// <summary>Describes one key of a scenario file: read by the reader, the JSON Schema, the report's assumptions and the documents.</summary>
/// <param name="text">What it means, in one English sentence.</param>
/// <param name="chinese">The same in Chinese. A key without it does not compile.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ParameterAttribute(string text, string chinese) : Attribute
{
    /// <summary>What it means, in one English sentence: for the schema, the documents and errors.</summary>
    public string Text { get; } = text;

    /// <summary>What it means, in one Chinese sentence: for reports in Chinese.</summary>
    public string Chinese { get; } = chinese;

    /// <summary>How far to trust the default: S stated by the article, P published, E estimate, empty for a choice.</summary>
    public string Grade { get; init; } = "";

    /// <summary>Least allowed number (share, count, or seconds of a duration); a duration without one is at least 0.</summary>
    public double Minimum { get; init; } = double.NegativeInfinity;

    /// <summary>Greatest allowed number (share, count, or seconds of a duration).</summary>
    public double Maximum { get; init; } = double.PositiveInfinity;

    /// <summary>Whether the number itself must be above the minimum.</summary>
    public bool ExclusiveMinimum { get; init; }

    /// <summary>Whether the key must be given (in the file or one that it extends).</summary>
    public bool Required { get; init; }

    /// <summary>Whether a distribution may have negative values: a lateness, where one before time is meant.</summary>
    public bool MayBeNegative { get; init; }

    /// <summary>Regular expression that a text, or each text of a list, must match; without anchors; empty for none.</summary>
    public string Pattern { get; init; } = "";

    /// <summary>The pattern in words, with an example.</summary>
    public string PatternText { get; init; } = "";
}

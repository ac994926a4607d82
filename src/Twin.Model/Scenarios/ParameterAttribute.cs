namespace Twin.Model.Scenarios;

/// <summary>Describes one key of a scenario file: read by the reader, the JSON Schema, the report's assumptions and the documents.</summary>
/// <param name="text">What it means, in one sentence.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ParameterAttribute(string text) : Attribute
{
    /// <summary>What it means, in one sentence.</summary>
    public string Text { get; } = text;

    /// <summary>How far to trust the default: S stated by the article, P published, E estimate, empty for a choice.</summary>
    public string Grade { get; init; } = "";

    /// <summary>Least allowed number (share, count, or seconds of a duration).</summary>
    public double Minimum { get; init; } = double.NegativeInfinity;

    /// <summary>Greatest allowed number (share, count, or seconds of a duration).</summary>
    public double Maximum { get; init; } = double.PositiveInfinity;

    /// <summary>Whether the number itself must be above the minimum.</summary>
    public bool ExclusiveMinimum { get; init; }

    /// <summary>Whether the key must be given (in the file or one that it extends).</summary>
    public bool Required { get; init; }
}

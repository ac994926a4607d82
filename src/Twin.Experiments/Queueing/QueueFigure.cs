namespace Twin.Experiments.Queueing;

/// <summary>A figure of a station or of the journeys: described once, for JSON, CSV and the console.</summary>
/// <typeparam name="T">What has the figure.</typeparam>
/// <param name="Key">Path in the JSON object, such as <c>wait.mean</c>; also the CSV column.</param>
/// <param name="English">Short name in English.</param>
/// <param name="Chinese">Short name in Chinese.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Of">Reads it.</param>
internal sealed record QueueFigure<T>(string Key, string English, string Chinese, QueueUnit Unit, Func<T, double> Of);

/// <summary>Units of figures.</summary>
internal enum QueueUnit
{
    /// <summary>Whole people or visits.</summary>
    Count,

    /// <summary>A time average of a number, or a mean number.</summary>
    Number,

    /// <summary>A share of 1.</summary>
    Share,

    /// <summary>Seconds.</summary>
    Seconds,
}

using System.Globalization;

namespace Twin.Experiments;

/// <summary>Turns moments of a run into local clock times, with the offset of the scenario's start.</summary>
/// <param name="start">The scenario's start.</param>
public sealed class ScenarioClock(DateTimeOffset start)
{
    /// <summary>The scenario's start.</summary>
    public DateTimeOffset Start => start;

    /// <summary>Hours and minutes, such as 07:30; on a later day with the days that have passed, such as 00:10 (+1 d).</summary>
    /// <param name="milliseconds">Ms since the start.</param>
    public string Minute(long milliseconds) => At(milliseconds, "HH:mm");

    /// <summary>Hours, minutes and seconds, such as 07:30:05.</summary>
    /// <param name="milliseconds">Ms since the start; seconds are cut, not rounded.</param>
    public string Second(long milliseconds) => At(milliseconds, "HH:mm:ss");

    /// <summary>ISO 8601 with seconds and offset.</summary>
    /// <param name="milliseconds">Ms since the start.</param>
    public string Iso(long milliseconds) => start.AddMilliseconds(milliseconds).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private string At(long milliseconds, string format)
    {
        DateTimeOffset moment = start.AddMilliseconds(milliseconds);
        int days = (moment.Date - start.Date).Days;
        string text = moment.ToString(format, CultureInfo.InvariantCulture);
        return days == 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text} (+{days} d)");
    }
}

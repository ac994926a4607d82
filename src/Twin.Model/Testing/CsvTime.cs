using System.Globalization;
using Twin.Model.Scenarios.Notation;

namespace Twin.Model.Testing;

/// <summary>Moments and durations in CSV files.</summary>
internal static class CsvTime
{
    /// <summary>Reads a moment: seconds or a duration since the start, a clock time or a timestamp.</summary>
    /// <param name="text">The field.</param>
    /// <param name="start">The scenario's start.</param>
    /// <returns>Milliseconds since the start; negative if it is none, or before the start.</returns>
    public static long Read(string text, DateTimeOffset start)
    {
        if (TrySeconds(text, out long milliseconds))
        {
            return milliseconds;
        }

        string offset = start.ToString("zzz", CultureInfo.InvariantCulture);
        return MomentText.TryParseClock(text, start, out DateTimeOffset at) || MomentText.TryParseClock(text + offset, start, out at)
            || MomentText.TryParseTimestamp(text, out at)
            ? (long)(at - start).TotalMilliseconds
            : -1;
    }

    /// <summary>Reads seconds or a duration, to the ms.</summary>
    /// <param name="text">The field.</param>
    /// <param name="milliseconds">The duration; −1 if it is no whole number of ms.</param>
    public static bool TrySeconds(string text, out long milliseconds)
    {
        bool plain = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal exact);
        exact = plain ? Math.Min(exact, 1e12m) * 1000 : 0;
        bool read = plain || DurationText.TryParse(text, out exact);
        milliseconds = read && exact == decimal.Truncate(exact) ? (long)exact : -1;
        return read;
    }
}

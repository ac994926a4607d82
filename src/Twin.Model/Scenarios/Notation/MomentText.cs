using System.Globalization;
using System.Text.RegularExpressions;

namespace Twin.Model.Scenarios.Notation;

/// <summary>Moments as a file writes them: a clock time or a timestamp, each with an offset.</summary>
internal static partial class MomentText
{
    /// <summary>A timestamp as a regular expression, as the JSON Schema has it.</summary>
    public const string TimestampPattern = @"^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,3})?)? ?(Z|[+-][0-9]{2}:[0-9]{2})$";

    /// <summary>A clock time as a regular expression, as the JSON Schema has it.</summary>
    public const string ClockPattern = @"^[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,3})?)?(Z|[+-][0-9]{2}:[0-9]{2})$";

    /// <summary>A timestamp in words.</summary>
    public const string TimestampNotation = "a date and time with an offset such as 2022-04-10T02:00:00+08:00";

    /// <summary>A moment in words.</summary>
    public const string Notation =
        "a clock time with an offset such as 07:00+08:00, a date and time with an offset such as 2022-04-10T07:00+08:00, or a duration after the start such as 5h";

    private static readonly string[] TimestampFormats =
        [.. from fraction in (string[])["", "':'ss", "':'ss'.'f", "':'ss'.'ff", "':'ss'.'fff"] select "yyyy'-'MM'-'dd'T'HH':'mm" + fraction + "zzz"];

    private static readonly string[] ClockFormats = ["HH':'mm", "HH':'mm':'ss", "HH':'mm':'ss'.'f", "HH':'mm':'ss'.'ff", "HH':'mm':'ss'.'fff"];

    /// <summary>Reads a timestamp.</summary>
    /// <param name="text">The text.</param>
    /// <param name="timestamp">The timestamp.</param>
    public static bool TryParseTimestamp(string text, out DateTimeOffset timestamp)
    {
        timestamp = default;
        if (!Timestamp().IsMatch(text))
        {
            return false;
        }

        string written = text[..10] + "T" + text[11..].Replace(" ", "", StringComparison.Ordinal).Replace("Z", "+00:00", StringComparison.Ordinal);
        return DateTimeOffset.TryParseExact(written, TimestampFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out timestamp)
            && timestamp.Year is > 1 and < 9000;
    }

    /// <summary>Reads a clock time as the first such time at or after the start.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The scenario's start.</param>
    /// <param name="timestamp">The time.</param>
    public static bool TryParseClock(string text, DateTimeOffset start, out DateTimeOffset timestamp)
    {
        timestamp = default;
        if (!Clock().IsMatch(text))
        {
            return false;
        }

        int end = text.IndexOfAny(['Z', '+', '-']);
        if (!TimeOnly.TryParseExact(text.AsSpan(0, end), ClockFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly clock)
            || !TryParseOffset(text[end..], out TimeSpan offset))
        {
            return false;
        }

        DateTimeOffset local = start.ToOffset(offset);
        DateTimeOffset sameDay = new(local.Date + clock.ToTimeSpan(), offset);
        timestamp = sameDay < start ? sameDay.AddDays(1) : sameDay;
        return true;
    }

    /// <summary>A timestamp as a file writes it.</summary>
    /// <param name="timestamp">The timestamp.</param>
    public static string Format(DateTimeOffset timestamp) => timestamp.ToString(
        timestamp.Millisecond == 0 ? "yyyy'-'MM'-'dd'T'HH':'mm':'sszzz" : "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'fffzzz", CultureInfo.InvariantCulture);

    /// <summary>What somebody may have meant who left the offset out; null if nothing is near.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The scenario's start: its offset is the likely one.</param>
    public static string? Suggest(string text, DateTimeOffset start)
    {
        string offset = start.ToString("zzz", CultureInfo.InvariantCulture);
        string padded = text.Length > 1 && text[1] == ':' ? "0" + text : text;
        string[] candidates = [padded, padded + offset, padded + ":00" + offset];
        return candidates.FirstOrDefault(near => near != text && (TryParseClock(near, start, out _) || TryParseTimestamp(near, out _)))
            ?? DurationText.Suggest(text);
    }

    private static bool TryParseOffset(string text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        return text == "Z" || (TimeSpan.TryParseExact(text.AsSpan(1), "hh':'mm", CultureInfo.InvariantCulture,
            text[0] == '-' ? TimeSpanStyles.AssumeNegative : TimeSpanStyles.None, out offset) && offset.Duration() <= TimeSpan.FromHours(14));
    }

    [GeneratedRegex(TimestampPattern + @"(?!\n)", RegexOptions.CultureInvariant)]
    private static partial Regex Timestamp();

    [GeneratedRegex(ClockPattern + @"(?!\n)", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();
}

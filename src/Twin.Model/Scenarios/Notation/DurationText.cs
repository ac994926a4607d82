using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Twin.Model.Scenarios.Notation;

/// <summary>Durations as a file writes them: <c>45s</c>, <c>15min</c>, <c>1h30min</c>, <c>250ms</c>, <c>2d</c>, <c>-3min</c>.</summary>
public static partial class DurationText
{
    /// <summary>The notation as a regular expression, as the JSON Schema has it; it is JavaScript's dialect too.</summary>
    public const string Pattern =
        @"^-?(?=[0-9])([0-9]+(\.[0-9]+)?d)?([0-9]+(\.[0-9]+)?h)?([0-9]+(\.[0-9]+)?min)?([0-9]+(\.[0-9]+)?s)?([0-9]+(\.[0-9]+)?ms)?$";

    /// <summary>The notation in words.</summary>
    public const string Notation = "a duration such as 45s, 15min, 5h, 1h30min, 250ms or 2d";

    /// <summary>Longest duration: a century, seconds.</summary>
    public const double GreatestSeconds = 36_525.0 * 24 * 3600;

    private static readonly (string Unit, decimal Milliseconds)[] Units =
        [("d", 86_400_000), ("h", 3_600_000), ("min", 60_000), ("s", 1000), ("ms", 1)];

    /// <summary>Reads a duration exactly.</summary>
    /// <param name="text">The text.</param>
    /// <param name="milliseconds">Milliseconds, perhaps with a fraction.</param>
    /// <returns>Whether the text is a duration of at most a century.</returns>
    public static bool TryParse(string text, out decimal milliseconds)
    {
        milliseconds = 0;
        if (text.Length > 100 || !WholePattern().IsMatch(text))
        {
            return false;
        }

        foreach (Match part in PartPattern().Matches(text))
        {
            decimal unit = Units.First(candidate => candidate.Unit == part.Groups[2].Value).Milliseconds;
            if (!decimal.TryParse(part.Groups[1].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
                || number > (decimal)GreatestSeconds * 1000 / unit)
            {
                return false;
            }

            milliseconds += number * unit;
        }

        milliseconds = text[0] == '-' ? -milliseconds : milliseconds;
        return Math.Abs(milliseconds) <= (decimal)GreatestSeconds * 1000;
    }

    /// <summary>A duration as a file writes it.</summary>
    /// <param name="milliseconds">Milliseconds.</param>
    public static string Format(long milliseconds)
    {
        if (milliseconds == 0)
        {
            return "0s";
        }

        StringBuilder text = new(milliseconds < 0 ? "-" : "");
        ulong left = (ulong)Int128.Abs(milliseconds);
        foreach ((string unit, decimal length) in Units)
        {
            (ulong count, left) = Math.DivRem(left, (ulong)length);
            if (count > 0)
            {
                text.Append(count.ToString(CultureInfo.InvariantCulture)).Append(unit);
            }
        }

        return text.ToString();
    }

    /// <summary>Seconds as a file writes them: in whole milliseconds if they are, otherwise with every digit; what arithmetic adds to a whole nanosecond (23.119999999999997s) is no part of it.</summary>
    /// <param name="seconds">Seconds.</param>
    public static string FormatSeconds(double seconds)
    {
        double near = Math.Round(seconds, 9, MidpointRounding.ToEven);
        double rounded = Math.Abs(near - seconds) <= 4 * (Math.BitIncrement(Math.Abs(seconds)) - Math.Abs(seconds)) ? near : seconds;
        long whole = (long)Math.Round(rounded * 1000, MidpointRounding.ToEven);
        return whole / 1000.0 == rounded ? Format(whole) : NumberText.Format(rounded) + "s";
    }

    /// <summary>What somebody may have meant who wrote a duration in another way; null if nothing is near.</summary>
    /// <param name="text">The text.</param>
    public static string? Suggest(string text)
    {
        if (NumberText.TryParse(text, out double number))
        {
            return number == 0 ? "0s" : $"{text}s or {text}min";
        }

        string near = WordPattern().Replace(text.Length > 100 ? "" : text.ToLowerInvariant(), match => UnitOf(match.Value));
        near = near.Replace(" ", "", StringComparison.Ordinal).Replace(",", ".", StringComparison.Ordinal);
        return near != text && TryParse(near, out _) ? near : null;
    }

    private static string UnitOf(string word) => word switch
    {
        "days" or "day" => "d",
        "hours" or "hour" or "hrs" or "hr" => "h",
        "minutes" or "minute" or "mins" or "m" => "min",
        "seconds" or "second" or "secs" or "sec" => "s",
        "milliseconds" or "millisecond" or "msec" => "ms",
        _ => word,
    };

    [GeneratedRegex(Pattern + @"(?!\n)", RegexOptions.CultureInvariant)]
    private static partial Regex WholePattern();

    [GeneratedRegex(@"([0-9.]+)([a-z]+)", RegexOptions.CultureInvariant)]
    private static partial Regex PartPattern();

    [GeneratedRegex("[a-z]+", RegexOptions.CultureInvariant)]
    private static partial Regex WordPattern();
}

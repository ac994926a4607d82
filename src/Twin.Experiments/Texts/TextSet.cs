using System.Collections.Frozen;
using System.Globalization;
using Twin.Model.Results;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Texts;

/// <summary>The texts of one language, and how that language writes numbers and times.</summary>
public sealed class TextSet
{
    private readonly FrozenDictionary<string, string> _texts;

    internal TextSet(string language, FrozenDictionary<string, string> texts)
    {
        Language = language;
        _texts = texts;
    }

    /// <summary>en or zh.</summary>
    public string Language { get; }

    /// <summary>The value of a page's lang attribute.</summary>
    public string HtmlLanguage => Language == "zh" ? "zh-CN" : "en";

    /// <summary>What stands between two sentences.</summary>
    public string Gap => Language == "zh" ? "" : " ";

    /// <summary>A text.</summary>
    /// <param name="key">Its key.</param>
    /// <exception cref="KeyNotFoundException">The catalogue has no such text in this language.</exception>
    public string this[string key] => _texts.TryGetValue(key, out string? text)
        ? text
        : throw new KeyNotFoundException($"The catalogue of texts has no '{key}' in '{Language}'.");

    /// <summary>A text with its places {0}, {1}, … filled, and its plurals chosen (<see cref="PluralText"/>).</summary>
    /// <param name="key">Its key.</param>
    /// <param name="values">What is filled in.</param>
    public string Format(string key, params object[] values) => string.Format(CultureInfo.InvariantCulture, PluralText.Choose(this[key], values), values);

    /// <summary>The name of a measure.</summary>
    /// <typeparam name="TResult">The activity's result.</typeparam>
    /// <param name="measure">The measure.</param>
    public string NameOf<TResult>(Measure<TResult> measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return Language == "zh" ? measure.Chinese : measure.English;
    }

    /// <summary>What a parameter of a scenario means.</summary>
    /// <param name="assumption">The parameter with its value.</param>
    public string MeaningOf(Assumption assumption)
    {
        ArgumentNullException.ThrowIfNull(assumption);
        return Language == "zh" ? assumption.Parameter.Chinese : assumption.Parameter.Text;
    }

    /// <summary>A count, with a comma every three digits.</summary>
    /// <param name="value">The count.</param>
    public static string Count(double value) => (Math.Round(value) + 0.0).ToString("#,##0", CultureInfo.InvariantCulture);

    /// <summary>A number with so many decimals.</summary>
    /// <param name="value">The number.</param>
    /// <param name="decimals">Decimals.</param>
    public static string Number(double value, int decimals) => value.ToString("#,##0." + new string('0', decimals), CultureInfo.InvariantCulture).TrimEnd('.');

    /// <summary>An amount with so many decimals; above 0 it never reads 0, but "less than" the least that they show.</summary>
    /// <param name="value">The amount, at least 0.</param>
    /// <param name="decimals">Decimals.</param>
    public string Amount(double value, int decimals)
    {
        double least = Math.Pow(10, -decimals);
        return value > 0 && Math.Round(value, decimals) < least ? Format("number.lessThan", Number(least, decimals)) : Number(value, decimals);
    }

    /// <summary>A share in percent with one decimal; below 1 it never reads 100.0 %, above 0 it never reads 0.0 %.</summary>
    /// <param name="share">0 to 1.</param>
    public string Percent(double share)
    {
        double percent = Math.Round(share * 100, 1, MidpointRounding.ToEven);
        percent = share is < 1 and > 0 ? Math.Clamp(percent, 0.1, 99.9) : percent;
        return percent.ToString("0.0", CultureInfo.InvariantCulture) + (Language == "zh" ? "%" : " %");
    }

    /// <summary>A confidence in percent, with as many decimals as it has: 95 %, 99.5 %.</summary>
    /// <param name="confidence">Above 0, below 1.</param>
    public string Level(double confidence) =>
        Math.Round(confidence * 100, 6).ToString("0.######", CultureInfo.InvariantCulture) + (Language == "zh" ? "%" : " %");

    /// <summary>A length of time in words: hours and minutes, minutes and seconds, or seconds.</summary>
    /// <param name="seconds">Seconds, at least 0.</param>
    public string Duration(double seconds)
    {
        long whole = (long)Math.Round(seconds);
        return whole switch
        {
            < 60 => Format("duration.seconds", whole),
            < 3600 when whole % 60 == 0 => Format("duration.minutes", whole / 60),
            < 3600 => Format("duration.minutesSeconds", whole / 60, whole % 60),
            _ when whole / 60 % 60 == 0 => Format("duration.hours", whole / 3600),
            _ => Format("duration.hoursMinutes", whole / 3600, whole / 60 % 60),
        };
    }

    /// <summary>A wait that may be without end, as at a site that tested nobody.</summary>
    /// <param name="seconds">Seconds, at least 0; infinite for a wait without end.</param>
    public string Wait(double seconds) => double.IsFinite(seconds) ? Duration(seconds) : this["wait.endless"];

    /// <summary>A measure's value with its unit: a dash where there is none, "after …" where it lies beyond the end of the run.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="value">The value.</param>
    /// <param name="clock">Turns a moment into a clock time.</param>
    public string Value(MeasureUnit unit, MeasureValue value, ScenarioClock clock) =>
        value.After is { } bound ? Format("value.after", Value(unit, bound, clock)) : Value(unit, value.Number, clock);

    /// <summary>A measure's value with its unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="value">The value; null is a dash.</param>
    /// <param name="clock">Turns a moment into a clock time.</param>
    public string Value(MeasureUnit unit, double? value, ScenarioClock clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return value is not { } number ? this["none"] : unit switch
        {
            MeasureUnit.Share => Percent(number),
            MeasureUnit.Seconds => Duration(number),
            MeasureUnit.Moment => clock.Second((long)Math.Round(number * 1000)),
            MeasureUnit.Hours => Format("duration.plainHours", Count(number)),
            MeasureUnit.SiteMinutes => Format("duration.plainMinutes", Count(number)),
            _ => Count(number),
        };
    }
}

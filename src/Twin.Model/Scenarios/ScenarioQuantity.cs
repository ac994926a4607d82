using System.Globalization;
using Twin.Model.Scenarios.Notation;

namespace Twin.Model.Scenarios;

/// <summary>Numbers and durations as a scenario writes them, exactly: a duration counts in milliseconds.</summary>
public static class ScenarioQuantity
{
    /// <summary>Reads a value.</summary>
    /// <param name="kind">Whole, number or duration.</param>
    /// <param name="value">The value as a file writes it.</param>
    /// <returns>The number, of a duration its milliseconds; null if the text is none.</returns>
    public static decimal? Parse(ScenarioKeyKind kind, ScenarioValue value)
    {
        string text = value.ToString();
        return kind switch
        {
            ScenarioKeyKind.Whole => NumberText.IsWhole(text) && decimal.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimal whole) ? whole : null,
            ScenarioKeyKind.Number => NumberText.IsNumber(text) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null,
            ScenarioKeyKind.Duration => DurationText.TryParse(text, out decimal milliseconds) && decimal.IsInteger(milliseconds) ? milliseconds : null,
            _ => null,
        };
    }

    /// <summary>Writes a value.</summary>
    /// <param name="kind">Whole, number or duration.</param>
    /// <param name="value">The number, of a duration its milliseconds; wholes and milliseconds are rounded half to even.</param>
    public static ScenarioValue Format(ScenarioKeyKind kind, decimal value) => new(kind switch
    {
        ScenarioKeyKind.Duration => DurationText.Format((long)decimal.Round(value, MidpointRounding.ToEven)),
        ScenarioKeyKind.Whole => decimal.Round(value, MidpointRounding.ToEven).ToString("0", CultureInfo.InvariantCulture),
        ScenarioKeyKind.Number => value.ToString("0.############################", CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of quantity."),
    });
}

using System.Globalization;
using Twin.Experiments.Texts;
using Twin.Model.Results;

namespace Twin.Experiments.Sweeps.Output;

/// <summary>A difference of a figure in words, such as half an interval: of a moment a length of time, of a share percentage points.</summary>
/// <param name="texts">The language.</param>
internal sealed class AmountText(TextSet texts)
{
    /// <summary>An amount.</summary>
    /// <param name="unit">The figure's unit.</param>
    /// <param name="amount">At least 0.</param>
    public string Of(MeasureUnit unit, double amount) => unit switch
    {
        MeasureUnit.Share => texts.Format("sweep.percentPoints", Small(amount * 100)),
        MeasureUnit.Seconds or MeasureUnit.Moment when amount < 60 => texts.Format("duration.seconds", Small(amount)),
        MeasureUnit.Seconds or MeasureUnit.Moment => texts.Duration(amount),
        _ => Small(amount),
    };

    /// <summary>A change with its sign.</summary>
    /// <param name="unit">The figure's unit.</param>
    /// <param name="change">The change.</param>
    public string Signed(MeasureUnit unit, double change) => Of(unit, Math.Abs(change)) is var amount && change == 0 ? amount : $"{(change < 0 ? '-' : '+')}{amount}";

    /// <summary>A number with two decimals if it is small, one if it is not, and none if it is large.</summary>
    /// <param name="amount">At least 0.</param>
    internal static string Small(double amount) => amount switch
    {
        0 => "0",
        < 0.995 => amount.ToString("0.##", CultureInfo.InvariantCulture) is "0" ? "0.01" : amount.ToString("0.##", CultureInfo.InvariantCulture),
        < 99.5 => amount.ToString("0.#", CultureInfo.InvariantCulture),
        _ => TextSet.Count(amount),
    };
}

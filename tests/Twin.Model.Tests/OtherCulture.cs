using System.Globalization;

namespace Twin.Model.Tests;

/// <summary>Another culture for as long as it is in use: decimal comma, apostrophes between thousands, another minus, dates with dots.</summary>
/// <remarks>Made by hand, since named cultures all look alike where globalization is invariant.</remarks>
internal sealed class OtherCulture : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    /// <summary>Takes effect for this thread.</summary>
    public OtherCulture()
    {
        CultureInfo culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = "'";
        culture.NumberFormat.NegativeSign = "~";
        culture.DateTimeFormat.TimeSeparator = ".";
        culture.DateTimeFormat.DateSeparator = ".";
        CultureInfo.CurrentCulture = culture;
    }

    /// <inheritdoc/>
    public void Dispose() => CultureInfo.CurrentCulture = _before;
}

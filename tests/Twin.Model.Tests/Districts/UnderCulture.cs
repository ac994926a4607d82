using System.Globalization;

namespace Twin.Model.Tests.Districts;

/// <summary>Runs something under another culture.</summary>
internal static class UnderCulture
{
    public static T Run<T>(string culture, Func<T> what)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = (CultureInfo)CultureInfo.GetCultureInfo(culture).Clone();
        CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture.NumberFormat.NegativeSign = "−";
        try
        {
            return what();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}

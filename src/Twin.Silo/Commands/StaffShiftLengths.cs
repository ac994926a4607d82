using System.CommandLine;
using System.Globalization;

namespace Twin.Silo.Commands;

/// <summary>The option that gives shifts by their lengths.</summary>
internal static class StaffShiftLengths
{
    /// <summary>Everybody stays until the site is done.</summary>
    public const string None = "none";

    private const double Least = 0.25;
    private const int Most = 4;
    private const string Name = "--shift-lengths";

    /// <summary>The option.</summary>
    public static Option<IReadOnlyList<double>?> Option() => new(Name)
    {
        Description = "Hours from the opening after which part of a site's staff may go home, such as 4,4.5; none: all stay. "
            + "Default: to the last entry, if that is 3 h or more.",
        HelpName = "HOURS",
        CustomParser = result =>
        {
            string found = result.Tokens[0].Value;
            if (found == None)
            {
                return [];
            }

            List<double> lengths = [];
            foreach (string part in found.Split(','))
            {
                if (double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double length) && length >= Least && !lengths.Contains(length))
                {
                    lengths.Add(length);
                }
            }

            if (lengths.Count != found.Split(',').Length || lengths.Count > Most)
            {
                string allowed = string.Create(CultureInfo.InvariantCulture, $"{None}, or up to {Most} different numbers of hours from {Least}, such as 4,4.5");
                result.AddError(InputException.Describe(Name, OptionValue.Quoted(found), allowed));
            }

            return lengths;
        },
    };
}

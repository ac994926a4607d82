using System.Globalization;
using System.Text;

namespace Twin.Model.Testing;

/// <summary>Writes a roster as <see cref="RosterReader"/> reads it.</summary>
public static class RosterText
{
    /// <summary>The file's text: site, samplers, desks, a line for each site.</summary>
    /// <param name="roster">A roster without shifts.</param>
    /// <exception cref="ArgumentException">It has shifts.</exception>
    public static string Of(StaffRoster roster)
    {
        ArgumentNullException.ThrowIfNull(roster);
        StringBuilder text = new("site,samplers,desks\n");
        foreach (RosterRow row in roster.Rows)
        {
            if (row.From is not null || row.To is not null)
            {
                throw new ArgumentException($"{SiteLayout.CodeOf(row.Site)} has shifts; times need the scenario's start to be written.", nameof(roster));
            }

            text.Append(CultureInfo.InvariantCulture, $"{SiteLayout.CodeOf(row.Site)},{row.Samplers},{row.Desks}\n");
        }

        return text.ToString();
    }
}

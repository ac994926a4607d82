using System.Globalization;
using System.Text;
using Twin.Model.Scenarios.Notation;

namespace Twin.Model.Testing;

/// <summary>Writes a roster as <see cref="RosterReader"/> reads it.</summary>
public static class RosterText
{
    /// <summary>The file's text: site, samplers, desks, a line for each row; with shifts also from and to.</summary>
    /// <param name="roster">A roster.</param>
    /// <param name="start">The scenario's start, with the offset in which times are written.</param>
    public static string Of(StaffRoster roster, DateTimeOffset start)
    {
        ArgumentNullException.ThrowIfNull(roster);
        bool shifts = roster.Rows.Any(row => row.From is not null || row.To is not null);
        StringBuilder text = new(shifts ? "site,from,to,samplers,desks\n" : "site,samplers,desks\n");
        foreach (RosterRow row in roster.Rows)
        {
            string times = shifts ? $"{Time(row.From, start)},{Time(row.To, start)}," : "";
            text.Append(CultureInfo.InvariantCulture, $"{SiteLayout.CodeOf(row.Site)},{times}{row.Samplers},{row.Desks}\n");
        }

        return text.ToString();
    }

    /// <summary>A clock time if it is read as the same moment, or else a timestamp; nothing for none.</summary>
    private static string Time(long? sinceStart, DateTimeOffset start)
    {
        if (sinceStart is not { } milliseconds)
        {
            return "";
        }

        DateTimeOffset moment = start.AddMilliseconds(milliseconds);
        string clock = moment.ToString("HH':'mm", CultureInfo.InvariantCulture);
        bool same = MomentText.TryParseClock(clock + start.ToString("zzz", CultureInfo.InvariantCulture), start, out DateTimeOffset read) && read == moment;
        return same ? clock : MomentText.Format(moment);
    }
}

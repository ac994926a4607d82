using System.Globalization;
using Twin.Model.Events;
using Twin.Model.Live;

namespace Twin.Grains.Live;

/// <summary>A run's log: what just happened, read from what entities show, and from what is done to the run.</summary>
/// <param name="layout">Places of what is shown.</param>
/// <param name="codeOf">Codes of entities.</param>
/// <param name="time">Wall time.</param>
internal sealed class RunLog(LiveLayout layout, Func<EntityId, string> codeOf, TimeProvider time)
{
    /// <summary>That hundreds of sites become ready, open and close as planned is no news; that one is closed by order or opened from reserve is.</summary>
    private const int FirstUnusualState = 4;

    private readonly List<LogEntry> _entries = [];
    private readonly Dictionary<int, int> _before = [];

    /// <summary>The entries so far.</summary>
    public IReadOnlyList<LogEntry> Entries => _entries;

    /// <summary>Adds an entry.</summary>
    /// <param name="simTime">The simulated moment, ms.</param>
    /// <param name="kind">run, jam, outage, site, escalation or input.</param>
    /// <param name="isAttention">Whether it asks for attention.</param>
    /// <param name="code">What it is about; empty for the district.</param>
    /// <param name="text">Key of its text.</param>
    /// <param name="values">What goes into the text's places.</param>
    public LogEntry Add(long simTime, string kind, bool isAttention, string code, string text, params string[] values)
    {
        LogEntry entry = new(
            _entries.Count + 1, simTime, time.GetUtcNow().ToUnixTimeMilliseconds(), kind, isAttention ? "attention" : "info", code, text, values);
        _entries.Add(entry);
        return entry;
    }

    /// <summary>Adds an entry for each change that people want to hear of: a site's tier, state or outage, orders that were escalated down to communities.</summary>
    /// <param name="simTime">The simulated moment, ms.</param>
    /// <param name="table">What is shown, with its changes.</param>
    public void Watch(long simTime, LiveTable table)
    {
        foreach (int cell in table.Changed.Order())
        {
            int number = layout.MeasureOf(cell);
            LiveMeasure measure = layout.Measures[number];
            bool isWatched = measure.Red is not null || (measure.Key == "escalations" && measure.Level <= EntityKind.Community) || (measure.Level == EntityKind.Site && measure.Unit == LiveUnit.State);
            if (!isWatched)
            {
                continue;
            }

            int now = measure.Red is null ? table[cell] : TierOf(measure, table[cell]);
            int before = _before.GetValueOrDefault(cell);
            if (now == before)
            {
                continue;
            }

            _before[cell] = now;
            if (measure.Key != "state" || Math.Max(now, before) >= FirstUnusualState)
            {
                Tell(simTime, measure, codeOf(EntityId.Of(measure.Level, cell - layout.First(number))), before, now, table[cell]);
            }
        }
    }

    private static int TierOf(LiveMeasure measure, int value) => value >= measure.Red ? 2 : value >= measure.Amber ? 1 : 0;

    private void Tell(long simTime, LiveMeasure measure, string code, int before, int now, int value)
    {
        string number = now.ToString(CultureInfo.InvariantCulture);
        if (measure.Red is not null)
        {
            string minutes = (value / 60).ToString(CultureInfo.InvariantCulture);
            Add(simTime, "jam", now > before, code, now == 2 ? "log.site.jam.red" : now == 1 ? "log.site.jam.amber" : "log.site.jam.over", code, minutes);
        }
        else if (measure.Key == "escalations")
        {
            Add(simTime, "escalation", true, code, "log.escalation", code, number);
        }
        else if (measure.Key == "outage")
        {
            Add(simTime, "outage", now == 1, code, now == 1 ? "log.outage.begin" : "log.outage.end", code);
        }
        else
        {
            Add(simTime, "site", measure.States.Count > now && now == 4, code, $"log.site.state{number}", code);
        }
    }
}

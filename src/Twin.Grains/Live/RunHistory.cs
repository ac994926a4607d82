using Twin.Model.Events;
using Twin.Model.Live;

namespace Twin.Grains.Live;

/// <summary>What a run showed at the end of each simulated minute, for who comes late.</summary>
/// <param name="layout">Places of what is shown.</param>
internal sealed class RunHistory(LiveLayout layout)
{
    private readonly int _tested = layout.First(layout.Find("tested", EntityKind.District));
    private readonly int _notified = layout.First(layout.Find("notified", EntityKind.District));
    private readonly int _waiting = layout.First(layout.Find("waiting", EntityKind.District));
    private readonly int _expectedWait = layout.Find("expectedWait", EntityKind.Site);
    private readonly List<int> _testedByMinute = [];
    private readonly List<int> _notifiedByMinute = [];
    private readonly List<int> _waitingByMinute = [];
    private readonly List<int[]> _waitsByMinute = [];

    /// <summary>Minutes so far.</summary>
    public int Minutes => _testedByMinute.Count;

    /// <summary>Fills the minutes up to a moment with what is shown now.</summary>
    /// <param name="simTime">The moment, ms.</param>
    /// <param name="table">What is shown.</param>
    public void Note(long simTime, LiveTable table)
    {
        int[]? waits = null;
        while (Minutes < simTime / 60_000)
        {
            _testedByMinute.Add(table[_tested]);
            _notifiedByMinute.Add(table[_notified]);
            _waitingByMinute.Add(table[_waiting]);
            _waitsByMinute.Add(waits ??= table.Of(_expectedWait).ToArray());
        }
    }

    /// <summary>The history, turned by site.</summary>
    public RunSeries Series() => new(
        Minutes, [.. _testedByMinute], [.. _notifiedByMinute], [.. _waitingByMinute],
        [.. Enumerable.Range(0, layout.Rows(_expectedWait)).Select(site => (IReadOnlyList<int>)[.. _waitsByMinute.Select(minute => minute[site])])]);
}

using System.Numerics;
using Twin.Grains.Running;
using Twin.Model.Events;
using Twin.Model.Notification;

namespace Twin.Grains.Recent;

/// <summary>The last events of a micro-grid: when so many of its residents were tested, and when its party group asked who was not.</summary>
/// <remarks>
/// A report of tested people is a household's, with its moment: a list of them would be that household's trail. So only some shares are
/// told, of fifty households or more; not the first person nor the last, who would stand alone.
/// </remarks>
/// <param name="grid">The micro-grid.</param>
/// <param name="run">The run.</param>
internal sealed class MicroGridEvents(MicroGrid grid, HostedRun run) : RecentEvents(run)
{
    private static readonly string[] Texts = ["event.grid.tested25", "event.grid.tested50", "event.grid.tested75", "event.grid.tested90"];
    private static readonly int[] Percents = [25, 50, 75, 90];

    private int _next;
    private int _reported;

    /// <inheritdoc/>
    protected override void Look(in Event e)
    {
        if (e.Kind == EventKind.AskMissing)
        {
            Note(e.Due, "event.grid.asked");
        }
        else if (e.Kind == EventKind.Tested)
        {
            _reported += BitOperations.PopCount((uint)e.B);
            NoteShares(e.Due);
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> Values(string text, long first, long second) => [];

    /// <summary>Who is reported twice is counted twice until a share seems to be reached; then the ledger says.</summary>
    private void NoteShares(long now)
    {
        if (!IsReached())
        {
            return;
        }

        _reported = grid.Tested;
        for (; IsReached(); _next++)
        {
            Note(now, Texts[_next]);
        }
    }

    private bool IsReached() => _next < Percents.Length && 100L * _reported >= (long)Percents[_next] * grid.Residents;
}

using Twin.Grains.Running;
using Twin.Model.Events;
using Twin.Model.Testing;

namespace Twin.Grains.Recent;

/// <summary>The last events of a site: its state, jams, outages, staff, and how many turned away at a full queue.</summary>
/// <remarks>Not who comes and goes: an arrival is a household's.</remarks>
/// <param name="site">The site.</param>
/// <param name="run">The run.</param>
/// <param name="plan">The run's plan.</param>
internal sealed class SiteEvents(Site site, HostedRun run, MassTestPlan plan) : RecentEvents(run)
{
    private static readonly string[] States = ["log.site.state0", "log.site.state1", "log.site.state2", "log.site.state3", "log.site.state4", "log.site.state5"];
    private static readonly string[] Jams = ["log.site.jam.over", "log.site.jam.amber", "log.site.jam.red"];

    private readonly int[] _cells = [.. Enum.GetValues<SiteShows>().Select(what => plan.LiveCells.Site(what, site.Id.Ordinal))];
    private readonly int _amberSeconds = (int)plan.AmberSeconds;
    private readonly int _redSeconds = (int)plan.RedSeconds;
    private long _operatedAt = -1;
    private int _state = plan.IsReserve(site.Id.Ordinal) ? 5 : 0;
    private int _tier;
    private int _outage;
    private int _desks;
    private int _samplers;
    private int _balked;

    /// <inheritdoc/>
    public override void Stepped(ShownChanges shown, long end)
    {
        long at = _operatedAt < 0 ? end : _operatedAt;
        _operatedAt = -1;
        if (Change(ref _state, Now(shown, SiteShows.State)))
        {
            Note(at, States[_state]);
        }

        if (Change(ref _outage, Now(shown, SiteShows.Outage)))
        {
            Note(at, _outage == 1 ? "log.outage.begin" : "log.outage.end");
        }

        if (Change(ref _desks, Now(shown, SiteShows.DesksOnDuty)) | Change(ref _samplers, Now(shown, SiteShows.SamplersOnDuty)))
        {
            Note(at, "event.site.staff", _desks, _samplers);
        }

        NoteCrowd(shown, end);
    }

    /// <inheritdoc/>
    protected override void Look(in Event e)
    {
        switch (e.Kind)
        {
            case EventKind.SetUp:
                Note(e.Due, "event.site.setUp", e.Source.Packed);
                break;
            case EventKind.ExtendWindow:
                Note(e.Due, "event.site.extended");
                _operatedAt = e.Due;
                break;
            case EventKind.SiteReady or EventKind.Open or EventKind.Close or EventKind.StaffChange or EventKind.AddStaff or EventKind.CloseSite
                or EventKind.OpenSite or EventKind.RegistrationSystem:
                _operatedAt = e.Due;
                break;
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> Values(string text, long first, long second) => text switch
    {
        "event.site.setUp" => [CodeOf(first)],
        "event.site.staff" => [Number(first), Number(second)],
        "event.site.turnedAway" or "event.site.extended" => [],
        "log.site.jam.amber" or "log.site.jam.red" or "log.site.jam.over" => [Run.Plan.CodeOf(site.Id), Number(first)],
        _ => [Run.Plan.CodeOf(site.Id)],
    };

    private void NoteCrowd(ShownChanges shown, long end)
    {
        int wait = Now(shown, SiteShows.ExpectedWait);
        if (Change(ref _tier, wait >= _redSeconds ? 2 : wait >= _amberSeconds ? 1 : 0))
        {
            Note(end, Jams[_tier], wait / 60);
        }

        int before = _balked;
        if (Change(ref _balked, Now(shown, SiteShows.Balked)))
        {
            Note(end, "event.site.turnedAway", count: _balked - before);
        }
    }

    private int Now(ShownChanges shown, SiteShows what) => shown.ValueOf(_cells[(int)what]);

    private static bool Change(ref int value, int now)
    {
        bool isChanged = value != now;
        value = now;
        return isChanged;
    }
}

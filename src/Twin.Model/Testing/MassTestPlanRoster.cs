using System.Globalization;
using Twin.Model.Events;
using Twin.Model.Scenarios;

namespace Twin.Model.Testing;

/// <content>Staff by roster: who is planned where, and the shifts in which they work.</content>
/// <remarks>The people of a roster's rows have the staff numbers of their site in the order of the rows. A shift is a time off duty before and after it.</remarks>
public sealed partial class MassTestPlan
{
    private readonly Dictionary<int, List<(long At, int Role, int Change)>> _shiftsOf = [];
    private readonly List<DutyRule> _rules = [];

    /// <summary>Changes of duty at a site, by breaks and by shifts.</summary>
    /// <param name="site">The site.</param>
    public IEnumerable<(long At, int Role, int Change)> DutyChanges(int site) =>
        _shiftsOf.TryGetValue(site, out List<(long At, int Role, int Change)>? shifts) ? Breaks.Concat(shifts) : Breaks;

    /// <summary>Whom a change of duty is about.</summary>
    /// <param name="number">The number of the break or shift: half the change.</param>
    public DutyRule RuleOf(int number) => _rules[number];

    private int[][] PlanStaff()
    {
        foreach (BreakParameters rest in _parameters.Staff.Breaks)
        {
            _rules.Add(new DutyRule((int)rest.Role, rest.First - 1, rest.Every, int.MaxValue));
        }

        if (_parameters.Staff.Planned is not { } roster)
        {
            Refuse(_parameters.Staff.Roster.Length > 0, "testing.staff.roster", $"'{_parameters.Staff.Roster}', which was not read", "a roster that whoever reads the scenario reads with it");
            return [Apportion(StaffRole.Desks), Apportion(StaffRole.Samplers)];
        }

        CheckSites(roster);
        int[][] planned = [new int[Layout.Count], new int[Layout.Count]];
        foreach (RosterRow row in roster.Rows)
        {
            foreach (StaffRole role in new[] { StaffRole.Desks, StaffRole.Samplers })
            {
                ref int place = ref planned[(int)role][row.Site];
                AddShift(row, role, place);
                place += row.Count(role);
            }
        }

        return planned;
    }

    private void CheckSites(StaffRoster roster)
    {
        bool[] named = new bool[Layout.Count];
        foreach (RosterRow row in roster.Rows)
        {
            string where = roster.File.Length == 0 ? "testing.staff.roster" : string.Create(CultureInfo.InvariantCulture, $"{roster.File}:{row.Line}:1: site");
            Refuse(row.Site < 0 || row.Site >= Layout.Count, where, SiteLayout.CodeOf(row.Site), $"S-001 to {SiteLayout.CodeOf(Layout.Count - 1)}, the sites of this scenario at its scale");
            named[row.Site] = true;
        }

        int missing = Array.IndexOf(named, false);
        Refuse(missing >= 0, roster.File.Length == 0 ? "testing.staff.roster" : $"{roster.File}: site",
            $"no row for {(missing < 0 ? "" : SiteLayout.CodeOf(missing))}", $"a row for each site ({Layout.Count.ToString(CultureInfo.InvariantCulture)} in all), with 0 and 0 for one without staff");
    }

    private void AddShift(RosterRow row, StaffRole role, int first)
    {
        int count = row.Count(role);
        bool late = row.From > Open;
        bool early = row.To < Close;
        if (count == 0 || (!late && !early))
        {
            return;
        }

        if (!_shiftsOf.TryGetValue(row.Site, out List<(long At, int Role, int Change)>? changes))
        {
            _shiftsOf[row.Site] = changes = [];
        }

        DutyRule rule = new((int)role, first, 1, first + count);
        if (late)
        {
            changes.Add((Open, (int)role, 2 * _rules.Count));
            changes.Add((row.From!.Value, (int)role, (2 * _rules.Count) + 1));
            _rules.Add(rule);
        }

        if (early)
        {
            changes.Add((row.To!.Value, (int)role, 2 * _rules.Count));
            _rules.Add(rule);
        }
    }

    /// <summary>Whether a member of the planned staff is on duty when the site opens as planned, as far as shifts go.</summary>
    private bool WorksAtOpening(int site, int role, int number) => !_shiftsOf.TryGetValue(site, out List<(long At, int Role, int Change)>? shifts)
        || !shifts.Exists(change => (change.Change & 1) == 0 && change.At <= Open && _rules[change.Change >> 1].Covers(role, number));
}

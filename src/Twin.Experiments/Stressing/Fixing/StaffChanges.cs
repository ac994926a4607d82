using Twin.Experiments.Staffing;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Stressing.Fixing;

/// <summary>Changes to the staff of single sites, as a roster has them.</summary>
internal sealed class StaffChanges
{
    private const int Most = 4;

    private readonly Scenario _scenario;
    private readonly RosterRow[] _rows;

    /// <summary>Reads the planned staff.</summary>
    /// <param name="plan">A day of the scenario: every day plans the same staff.</param>
    public StaffChanges(MassTestPlan plan)
    {
        _scenario = plan.Scenario;
        _rows = _scenario.Testing.Staff.Planned is { } roster
            ? [.. roster.Rows]
            : [.. Enumerable.Range(0, plan.Layout.Count).Select(site => new RosterRow(site, null, null, Planned(plan, site, StaffRole.Samplers), Planned(plan, site, StaffRole.Desks), 0))];
    }

    /// <summary>People planned at a site.</summary>
    /// <param name="site">The site.</param>
    /// <param name="role">Their role.</param>
    public int Count(int site, StaffRole role) => _rows.Where(row => row.Site == site).Sum(row => row.Count(role));

    /// <summary>The changes that are tried at a site, the cheapest first; of equal cost the one of fewer people, then of fewer samplers.</summary>
    /// <param name="donors">Sites that could give staff, the likeliest first; one that has them gives them.</param>
    /// <param name="costs">Costs of an hour.</param>
    public IReadOnlyList<StaffChange> For(IReadOnlyList<int> donors, StaffCosts costs)
    {
        List<StaffChange> changes = [];
        foreach ((int samplers, int desks) in new[] { (0, 1), (1, 0), (1, 1) })
        {
            int from = donors.FirstOrDefault(site => Gives(site, samplers, desks), -1);
            if (from >= 0)
            {
                changes.Add(new StaffChange(samplers, desks, from));
            }
        }

        IEnumerable<StaffChange> more = Enumerable.Range(0, Most + 1).SelectMany(samplers => Enumerable.Range(0, Most + 1).Select(desks => new StaffChange(samplers, desks, -1)));
        changes.AddRange(more.Where(change => change.Samplers + change.Desks > 0).OrderBy(change => change.Cost(costs, 1)).ThenBy(change => change.Samplers + change.Desks));
        return changes;
    }

    /// <summary>A scenario with some changes made; who comes on top has the site's last staff numbers, so that all the others stay who they are.</summary>
    /// <param name="stressed">The scenario, under stress.</param>
    /// <param name="changes">The changes, each at a site.</param>
    public Scenario Into(Scenario stressed, IEnumerable<(int Site, StaffChange Change)> changes)
    {
        List<RosterRow> rows = [.. _rows];
        foreach ((int site, StaffChange change) in changes)
        {
            if (change.From >= 0)
            {
                Take(rows, change.From, change.Samplers, change.Desks);
            }

            int last = rows.FindIndex(row => row.Site == site && row.From is null && row.To is null);
            if (last >= 0 && rows.Count(row => row.Site == site) == 1)
            {
                rows[last] = rows[last] with { Samplers = rows[last].Samplers + change.Samplers, Desks = rows[last].Desks + change.Desks };
            }
            else
            {
                rows.Add(new RosterRow(site, null, null, change.Samplers, change.Desks, 0));
            }
        }

        StaffParameters staff = stressed.Testing.Staff with { Roster = "", Planned = new StaffRoster { Rows = rows }, BesideGuideline = false };
        return stressed with { Testing = stressed.Testing with { Staff = staff } };
    }

    private static int Planned(MassTestPlan plan, int site, StaffRole role) => plan.PlannedStaff(site, (int)role);

    /// <summary>Whether a site can give people and has some left, out of one row of its roster.</summary>
    private bool Gives(int site, int samplers, int desks) => Array.Exists(_rows, row => row.Site == site && Has(row, samplers, desks))
        && Count(site, StaffRole.Samplers) > samplers && Count(site, StaffRole.Desks) > desks;

    private static bool Has(RosterRow row, int samplers, int desks) => row.Samplers >= samplers && row.Desks >= desks;

    private static void Take(List<RosterRow> rows, int site, int samplers, int desks)
    {
        int at = rows.FindIndex(row => row.Site == site && Has(row, samplers, desks));
        if (at < 0)
        {
            throw new InvalidOperationException($"Site {SiteLayout.CodeOf(site)} has not {samplers} samplers and {desks} desks to give.");
        }

        rows[at] = rows[at] with { Samplers = rows[at].Samplers - samplers, Desks = rows[at].Desks - desks };
    }
}

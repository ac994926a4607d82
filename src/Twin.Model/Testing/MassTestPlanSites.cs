using Twin.Model.Distributions;
using Twin.Model.Events;
using Twin.Model.Randomness;
using Twin.Model.Scenarios;

namespace Twin.Model.Testing;

/// <content>Staff, readiness, disruptions and interventions at the sites.</content>
public sealed partial class MassTestPlan
{
    private readonly int[][] _planned;
    private readonly bool[] _reserve;

    /// <summary>Staff changes by breaks: moment (ms), role, twice the break's number plus 1 at its end.</summary>
    public IReadOnlyList<(long At, int Role, int Change)> Breaks { get; }

    /// <summary>Expected wait from which a site is amber, s.</summary>
    public long AmberSeconds => _parameters.Sites.Amber.Milliseconds / 1000;

    /// <summary>Expected wait from which a site is red, s.</summary>
    public long RedSeconds => _parameters.Sites.Red.Milliseconds / 1000;

    /// <summary>Mean registration time with the district's share of assisted people, s.</summary>
    public double MeanRegistrationSeconds { get => field == 0 ? field = MixedRegistration() : field; }

    /// <summary>Mean registration time on paper, s.</summary>
    public double MeanPaperSeconds => _parameters.Service.Paper.Mean;

    /// <summary>Mean time of a sampler per person with the district's ages, s: swab, changeover, and a share of the tube change.</summary>
    public double MeanCycleSeconds { get => field == 0 ? field = MixedCycle() : field; }

    /// <summary>Whether a site stays closed until an intervention opens it.</summary>
    /// <param name="site">The site.</param>
    public bool IsReserve(int site) => _reserve[site];

    /// <summary>Planned staff of a site.</summary>
    /// <param name="site">The site.</param>
    /// <param name="role">A <see cref="StaffRole"/>.</param>
    public int PlannedStaff(int site, int role) => _planned[role][site];

    /// <summary>Planned staff of a site who are not absent and whose shift does not begin later than the site.</summary>
    /// <param name="site">The site.</param>
    /// <param name="role">A <see cref="StaffRole"/>.</param>
    public int PresentStaff(EntityId site, int role)
    {
        int present = 0;
        for (int number = 0; number < _planned[role][site.Ordinal]; number++)
        {
            present += IsAbsent(site, role, number) || !WorksAtOpening(site.Ordinal, role, number) ? 0 : 1;
        }

        return present;
    }

    /// <summary>Whether a member of staff is absent.</summary>
    /// <param name="site">The site.</param>
    /// <param name="role">A <see cref="StaffRole"/>.</param>
    /// <param name="number">Staff number, from 0.</param>
    public bool IsAbsent(EntityId site, int role, int number) =>
        _draws.Chance(Draws.Threshold(_parameters.Staff.Absence), site, number, role, Purpose.StaffAbsence);

    /// <summary>From the set-up order to a ready site, ms.</summary>
    /// <param name="site">The site.</param>
    public long ReadinessTime(EntityId site) => _parameters.Sites.Readiness.Sample(_draws.Uniform(site, 0, 0, Purpose.Readiness));

    private double MixedRegistration()
    {
        double assisted = District.ResidentFlags.Count(flags => (flags & Districts.ResidentFlags.NoPhone) != 0) / (double)Math.Max(1, District.Residents);
        return (assisted * _parameters.Service.Assisted.Mean) + ((1 - assisted) * _parameters.Service.Registration.Mean);
    }

    private double MixedCycle()
    {
        double residents = Math.Max(1, District.Residents);
        double aged = District.ResidentAge.Count(age => age >= 65) / residents;
        double children = District.ResidentAge.Count(age => age < 15) / residents;
        ServiceParameters service = _parameters.Service;
        double swab = service.Swab.Mean * (1 + (aged * (service.SwabAged - 1)) + (children * (service.SwabChild - 1)));
        return swab + service.Changeover.Mean + (service.TubeChange.Milliseconds / 1000.0 / service.Pool);
    }

    /// <summary>Staff of a role at each site: alike, or the district's total by home residents, largest remainders first.</summary>
    private int[] Apportion(StaffRole role)
    {
        StaffParameters staff = _parameters.Staff;
        bool desks = role == StaffRole.Desks;
        int[] shares = new int[Layout.Count];
        if ((desks ? staff.DesksPerSite : staff.SamplersPerSite) is { } alike)
        {
            Array.Fill(shares, alike);
            return shares;
        }

        double people = Arrivals?.Count ?? Scenario.District.Residents;
        double full = (desks ? staff.Desks : staff.Samplers) ?? people / (desks ? staff.ResidentsPerDesk : staff.ResidentsPerSampler);
        int total = Math.Max(1, (int)Math.Round(full * (Arrivals is null ? Scenario.Scale : 1), MidpointRounding.ToEven));
        double all = Layout.HomeResidents.Sum();
        double[] exact = [.. Layout.HomeResidents.Select(residents => all == 0 ? total / (double)shares.Length : total * residents / all)];
        for (int site = 0; site < shares.Length; site++)
        {
            shares[site] = (int)exact[site];
        }

        int left = total - shares.Sum();
        foreach (int site in Enumerable.Range(0, shares.Length).OrderByDescending(i => exact[i] - shares[i]).ThenBy(i => i).Take(left))
        {
            shares[site]++;
        }

        return shares;
    }

    private List<(long At, int Role, int Change)> CompileBreaks()
    {
        List<(long, int, int)> changes = [];
        for (int number = 0; number < _parameters.Staff.Breaks.Count; number++)
        {
            BreakParameters rule = _parameters.Staff.Breaks[number];
            changes.Add((rule.From.SinceStart, (int)rule.Role, 2 * number));
            changes.Add((rule.To.SinceStart, (int)rule.Role, (2 * number) + 1));
        }

        return changes;
    }

    private IEnumerable<(EntityKind Kind, int Ordinal, long Due, EventKind What, int A, int B, long C)> Happenings()
    {
        foreach (Disruption disruption in Scenario.Disruptions.Where(d => d.Enabled))
        {
            foreach (var happening in Happenings(disruption))
            {
                yield return happening;
            }
        }

        foreach (Intervention intervention in Scenario.Interventions.Where(i => i.Enabled))
        {
            foreach (var happening in Happenings(intervention))
            {
                yield return happening;
            }
        }

        foreach (Moment reminder in Reminders)
        {
            for (int group = 0; group < District.MicroGrids; group++)
            {
                yield return (EntityKind.PartyGroup, group, reminder.SinceStart, EventKind.ReminderRound, 0, 0, 0);
            }
        }
    }

    private IEnumerable<(EntityKind Kind, int Ordinal, long Due, EventKind What, int A, int B, long C)> Happenings(Disruption what)
    {
        long at = what.At.SinceStart;
        foreach (int site in SitesOf(what.Sites))
        {
            if (what.Type == DisruptionType.SiteClosed)
            {
                yield return (EntityKind.Site, site, at, EventKind.CloseSite, 0, 0, 0);
                continue;
            }

            yield return (EntityKind.Site, site, at, EventKind.RegistrationSystem, 1, 0, 0);
            yield return (EntityKind.Site, site, at + what.Length.Milliseconds, EventKind.RegistrationSystem, 0, 0, 0);
        }
    }

    private IEnumerable<(EntityKind Kind, int Ordinal, long Due, EventKind What, int A, int B, long C)> Happenings(Intervention what)
    {
        long at = what.At.SinceStart;
        foreach (int site in SitesOf(what.Sites))
        {
            if (what.Type == InterventionType.OpenSite)
            {
                yield return (EntityKind.Site, site, at, EventKind.OpenSite, 0, 0, 0);
            }
            else if (what.Type == InterventionType.ExtendWindow)
            {
                yield return (EntityKind.Site, site, at, EventKind.ExtendWindow, 0, 0, what.To!.Value.SinceStart);
            }
            else
            {
                foreach ((int role, int count) in new[] { ((int)StaffRole.Desks, what.Desks), ((int)StaffRole.Samplers, what.Samplers) })
                {
                    if (count > 0)
                    {
                        yield return StaffHappening(what, site, at, role, count);
                    }
                }
            }
        }
    }

    private (EntityKind Kind, int Ordinal, long Due, EventKind What, int A, int B, long C) StaffHappening(
        Intervention what, int site, long at, int role, int count)
    {
        if (what.Type != InterventionType.MoveStaff)
        {
            return (EntityKind.Site, site, at, EventKind.AddStaff, role, what.Type == InterventionType.AddStaff ? count : -count, 0);
        }

        int from = SitesOf([what.From]).First();
        (double x, double y) = (Layout.X[from] - (double)Layout.X[site], Layout.Y[from] - (double)Layout.Y[site]);
        long walk = (long)Math.Round(Math.Sqrt((x * x) + (y * y)) * 10 * _parameters.Walk.Detour / _parameters.Walk.Speed, MidpointRounding.ToEven);
        return (EntityKind.Site, from, at, EventKind.AddStaff, role, -count, (walk << 32) | (uint)(site + 1));
    }

    /// <summary>Ordinals of sites by code; all for none.</summary>
    /// <exception cref="ScenarioInputException">There is no such site.</exception>
    private IEnumerable<int> SitesOf(IReadOnlyList<string> codes)
    {
        if (codes.Count == 0)
        {
            return Enumerable.Range(0, Layout.Count);
        }

        return codes.Select(code => SiteOf(code) is var site and >= 0
            ? site
            : throw new ScenarioInputException($"site {code}: there is no such site; allowed: S-001 to {SiteLayout.CodeOf(Layout.Count - 1)}"));
    }
}

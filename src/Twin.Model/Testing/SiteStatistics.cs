using Twin.Model.Results;

namespace Twin.Model.Testing;

/// <summary>What a site counts: visits, waits, queue lengths by minute.</summary>
/// <param name="plan">The run's plan.</param>
/// <param name="site">The site's ordinal.</param>
public sealed class SiteStatistics(MassTestPlan plan, int site)
{
    private readonly List<int> _registrationWaits = [];
    private readonly List<int> _swabWaits = [];
    private readonly List<int> _sentHomeWaits = [];
    private readonly List<long> _ends = [];
    private readonly int[] _queue = new int[plan.Metrics.Minutes];
    private readonly int[] _expected = new int[plan.Metrics.Minutes];
    private readonly long[] _turnedAway = new long[5];
    private int _minute;
    private int _queueMax;

    /// <summary>Arrivals at the door.</summary>
    public long Arrivals { get; set; }

    /// <summary>When it was ready, ms; −1 before.</summary>
    public long Ready { get; set; } = -1;

    /// <summary>When it opened, ms; −1 before.</summary>
    public long Opened { get; set; } = -1;

    /// <summary>Times that somebody balked.</summary>
    public long Balked => _turnedAway[(int)VisitOutcome.Balked];

    /// <summary>Fills the minutes since the last event with the state that lasted until now.</summary>
    /// <param name="now">The moment, ms.</param>
    /// <param name="registration">People at the door and in the registration queue.</param>
    /// <param name="swab">People in the swab queue.</param>
    /// <param name="staff">The staff.</param>
    /// <param name="paper">Whether registration is on paper.</param>
    public void Pass(long now, int registration, int swab, SiteStaff staff, bool paper)
    {
        if (now < _minute * 60_000L)
        {
            return;
        }

        int last = Math.Min((int)(now / 60_000), _queue.Length - 1);
        int expected = registration + swab == 0 ? 0 : ExpectedWait(registration, swab, staff, paper);
        for (; _minute <= last; _minute++)
        {
            _queue[_minute] = registration + swab;
            _expected[_minute] = expected;
        }
    }

    /// <summary>Asks the cache for what the next event will need.</summary>
    public void Prefetch()
    {
        Events.Cache.Prefetch(_registrationWaits);
        Events.Cache.Prefetch(_swabWaits);
        Events.Cache.Prefetch(_ends);
    }

    /// <summary>Notes the number who wait.</summary>
    /// <param name="waiting">At the door and in both queues.</param>
    public void Queue(int waiting) => _queueMax = Math.Max(_queueMax, waiting);

    /// <summary>Notes a swab.</summary>
    /// <param name="visit">The visit.</param>
    public void Test(in Visit visit)
    {
        _registrationWaits.Add((int)(visit.RegistrationStart - visit.Joined));
        _swabWaits.Add((int)(visit.SwabStart - visit.SwabJoined));
        _ends.Add(visit.SwabEnd);
    }

    /// <summary>Notes somebody who waited and leaves untested.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="now">The moment, ms.</param>
    public void Leave(in Visit visit, long now)
    {
        _turnedAway[(int)visit.Outcome]++;
        if (visit.Outcome != VisitOutcome.SentHome)
        {
            return;
        }

        long first = visit.Joined < 0 ? 0 : (visit.RegistrationStart < 0 ? now : visit.RegistrationStart) - visit.Joined;
        long second = visit.SwabJoined < 0 ? 0 : now - visit.SwabJoined;
        _sentHomeWaits.Add((int)(first + second));
    }

    /// <summary>Notes people who did not join.</summary>
    /// <param name="outcome">Why.</param>
    /// <param name="people">How many.</param>
    public void TurnAway(VisitOutcome outcome, int people) => _turnedAway[(int)outcome] += people;

    /// <summary>Adds everything to the run's metrics.</summary>
    /// <param name="metrics">Where to.</param>
    /// <param name="staff">The staff.</param>
    public void Observe(MetricSink metrics, SiteStaff staff)
    {
        MassTestMetrics table = plan.Metrics;
        void Add(SiteCell cell, long value) => metrics.Add(table.OfSite(site, cell), value);
        Add(SiteCell.Arrivals, Arrivals);
        Add(SiteCell.Tested, _ends.Count);
        Add(SiteCell.Balked, Balked);
        Add(SiteCell.SentHome, _turnedAway[(int)VisitOutcome.SentHome]);
        Add(SiteCell.Late, _turnedAway[(int)VisitOutcome.Late]);
        Add(SiteCell.Redirected, _turnedAway[(int)VisitOutcome.Redirected]);
        Add(SiteCell.Ready, Ready + 1);
        Add(SiteCell.Opened, Opened + 1);
        Add(SiteCell.QueueMax, _queueMax);
        Add(SiteCell.Desks, plan.PlannedStaff(site, (int)StaffRole.Desks));
        Add(SiteCell.Samplers, plan.PlannedStaff(site, (int)StaffRole.Samplers));
        Add(SiteCell.DesksAbsent, staff.Absent[(int)StaffRole.Desks]);
        Add(SiteCell.SamplersAbsent, staff.Absent[(int)StaffRole.Samplers]);
        Add(SiteCell.DeskBusy, staff.Desks.BusyMilliseconds);
        Add(SiteCell.DeskDuty, staff.Desks.DutyMilliseconds);
        Add(SiteCell.SamplerBusy, staff.Samplers.BusyMilliseconds);
        Add(SiteCell.SamplerDuty, staff.Samplers.DutyMilliseconds);
        Add(SiteCell.Tubes, staff.Tubes);
        ObserveWaits(metrics, table);
        ObserveSeries(metrics, table);
    }

    private void ObserveWaits(MetricSink metrics, MassTestMetrics table)
    {
        int[] total = new int[_ends.Count];
        for (int i = 0; i < total.Length; i++)
        {
            total[i] = _registrationWaits[i] + _swabWaits[i];
        }

        Array.Sort(total);
        Histogram(metrics, table.RegistrationWait, _registrationWaits, SiteCell.RegistrationWaitSum, SiteCell.RegistrationWaitMax);
        Histogram(metrics, table.SwabWait, _swabWaits, SiteCell.SwabWaitSum, SiteCell.SwabWaitMax);
        Histogram(metrics, table.TotalWait, total, null, SiteCell.TotalWaitMax);
        Histogram(metrics, table.SentHomeWait, _sentHomeWaits, SiteCell.SentHomeWaitSum, SiteCell.SentHomeWaitMax);
        metrics.Add(table.OfSite(site, SiteCell.WaitP50), Quantile(total, 50));
        metrics.Add(table.OfSite(site, SiteCell.WaitP90), Quantile(total, 90));
        metrics.Add(table.OfSite(site, SiteCell.WaitP95), Quantile(total, 95));
        if (table.HasTargetWaits && total.Length > 0)
        {
            metrics.Add(table.TargetWait + site, (total[plan.Targets.RankOf(total.Length)] + 999) / 1000);
        }
    }

    private void Histogram(MetricSink metrics, int first, IReadOnlyList<int> waits, SiteCell? sum, SiteCell maximum)
    {
        long total = 0;
        int greatest = 0;
        for (int i = 0; i < waits.Count; i++)
        {
            metrics.Add(first + ((waits[i] + 999) / 1000), 1);
            total += waits[i];
            greatest = Math.Max(greatest, waits[i]);
        }

        if (sum is { } cell)
        {
            metrics.Add(plan.Metrics.OfSite(site, cell), total);
        }

        metrics.Add(plan.Metrics.OfSite(site, maximum), greatest);
    }

    /// <summary>The least whole second with at least ⌈percent × n / 100⌉ waits at most it.</summary>
    private static int Quantile(int[] sorted, int percent) =>
        sorted.Length == 0 ? 0 : (sorted[(int)((((long)percent * sorted.Length) + 99) / 100) - 1] + 999) / 1000;

    private void ObserveSeries(MetricSink metrics, MassTestMetrics table)
    {
        long line = plan.Targets.Line;
        long atLine = 0;
        long last = -1;
        int tested = table.Series(site, 0);
        foreach (long end in _ends)
        {
            metrics.Add(tested + (int)(end / 60_000), 1);
            metrics.Add(table.TestedBySecond + (int)((end + 999) / 1000), 1);
            atLine += end <= line ? 1 : 0;
            last = Math.Max(last, end);
        }

        metrics.Add(table.OfSite(site, SiteCell.TestedAtTarget), atLine);
        metrics.Add(table.OfSite(site, SiteCell.LastTest), last + 1);
        (int queue, int expected) = (table.Series(site, 1), table.Series(site, 2));
        long amber = 0;
        long red = 0;
        for (int minute = 0; minute < _minute; minute++)
        {
            if (_queue[minute] == 0)
            {
                continue;
            }

            metrics.Add(queue + minute, _queue[minute]);
            metrics.Add(expected + minute, _expected[minute]);
            red += _expected[minute] >= plan.RedSeconds ? 1 : 0;
            amber += _expected[minute] >= plan.AmberSeconds && _expected[minute] < plan.RedSeconds ? 1 : 0;
        }

        metrics.Add(table.OfSite(site, SiteCell.AmberMinutes), amber);
        metrics.Add(table.OfSite(site, SiteCell.RedMinutes), red);
    }

    /// <summary>Expected wait of who comes now, whole seconds: the slower of both stations clears all who are ahead (fluid limit).</summary>
    /// <param name="registration">People at the door and in the registration queue.</param>
    /// <param name="swab">People in the swab queue.</param>
    /// <param name="staff">The staff.</param>
    /// <param name="paper">Whether registration is on paper.</param>
    public int ExpectedWait(int registration, int swab, SiteStaff staff, bool paper)
    {
        double desks = staff.WorkingDesks;
        double samplers = staff.WorkingSamplers;
        double first = registration == 0 ? 0 : registration * (paper ? plan.MeanPaperSeconds : plan.MeanRegistrationSeconds) / desks;
        double second = (registration + swab) * plan.MeanCycleSeconds / samplers;
        return (int)Math.Min(Math.Max(first, second), plan.Metrics.Seconds);
    }
}

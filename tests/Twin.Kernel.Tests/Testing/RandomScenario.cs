using CsCheck;
using Twin.Model.Distributions;
using Twin.Model.Notification;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Kernel.Tests.Testing;

/// <summary>Random scenarios of the small district: every rule, disruption and intervention on or off, in any mixture.</summary>
internal static class RandomScenario
{
    /// <summary>Sites of every scenario.</summary>
    public const int Sites = 4;

    private static readonly Gen<string[]> Codes = Gen.Int[0, 15].Select(mask => Enumerable.Range(0, Sites).Where(site => (mask >> site & 1) != 0).Select(SiteLayout.CodeOf).ToArray());

    private static readonly Gen<WindowParameters> Window = Gen.Select(Gen.Long[0, 6], Gen.Long[1, 6], Gen.Long[0, 50], Gen.Bool, Gen.Bool, (open, length, lastEntry, sends, queue) => new WindowParameters
    {
        Open = Hours(open),
        Close = Hours(open + length),
        LastEntry = Duration.Minutes(lastEntry),
        AtClose = sends ? AtClose.SendHome : AtClose.ServeQueue,
        Early = queue ? EarlyWait.Queue : EarlyWait.Door,
    });

    private static readonly Gen<NoticeParameters> Notice = Gen.Select(Gen.Bool, Gen.Double[0, 1], Gen.Double[0, 1], Gen.Int[0, 4], Gen.Int[0, 3], Gen.Double[1, 900], (on, read, answered, helpers, tries, acknowledge) =>
        new NoticeParameters { Enabled = on, MessageRead = read, CallAnswered = answered, Helpers = helpers, CallTries = tries, Acknowledge = new LogNormal(acknowledge, acknowledge) });

    private static readonly Gen<StaffParameters> Staff = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 14], Gen.Double[0, 0.5], Gen.Int[0, 3], (desks, samplers, absence, breaks) => new StaffParameters
    {
        DesksPerSite = desks,
        SamplersPerSite = samplers,
        Absence = absence,
        Breaks = [.. Enumerable.Range(0, breaks).Select(number => new BreakParameters { Role = (StaffRole)(number % 2), From = Hours(1 + number), To = Hours(3 + number), First = 1 + number, Every = 2 })],
    });

    private static readonly Gen<TurnoutParameters> Turnout = Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0, 1], (together, home, elsewhere, reminder) => new TurnoutParameters
    {
        Together = together,
        Home = home,
        Elsewhere = elsewhere * (1 - home),
        AfterReminder = reminder * (1 - home) * (1 - elsewhere),
    });

    private static readonly Gen<SlotParameters> Slots = Gen.Select(Gen.Bool, Gen.Int[0, 2], Gen.Int[0, 1], Gen.Int[0, 1], Gen.Double[0, 1], Gen.Int[5, 200], (on, by, assign, aim, compliance, minutes) => new SlotParameters
    {
        Enabled = on,
        By = (SlotUnit)by,
        Assign = (SlotAssignment)assign,
        Aim = (SlotAim)aim,
        Compliance = compliance,
        Length = Duration.Minutes(minutes),
        DrawnBy = (SlotDraw)((minutes + by) % 2),
    });

    private static readonly Gen<BalkParameters> Balk = Gen.Select(Gen.Int[0, 60], Gen.Double[0, 1], Gen.Double[0, 1], Gen.Int[1, 5], (space, back, next, tries) => new BalkParameters
    {
        QueueSpace = space == 0 ? null : space,
        ComeBack = back,
        NextSite = next * (1 - back),
        Tries = tries,
    });

    private static readonly Gen<Disruption[]> Disruptions = Gen.Select(Gen.Int[0, 1], Gen.Long[0, 700], Gen.Int[1, 400], Codes, (type, at, length, sites) =>
        new Disruption { Type = (DisruptionType)type, At = Minutes(at), Length = Duration.Minutes(length), Sites = type == 0 && sites.Length == 0 ? [SiteLayout.CodeOf(0)] : sites }).Array[0, 3];

    private static readonly Gen<Intervention[]> Interventions = Gen.Select(Gen.Int[0, 4], Gen.Long[0, 700], Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, Sites - 1], Codes, Gen.Long[0, 200], (type, at, desks, samplers, from, sites, longer) =>
        new Intervention
        {
            Type = (InterventionType)type,
            At = Minutes(at),
            Desks = desks,
            Samplers = samplers,
            From = SiteLayout.CodeOf(from),
            Sites = (InterventionType)type == InterventionType.MoveStaff ? [SiteLayout.CodeOf((from + 1) % Sites)] : sites,
            To = Minutes(at + longer),
        }).Array[0, 4];

    /// <summary>A scenario and a seed.</summary>
    public static Gen<(Scenario Scenario, ulong Seed)> Any { get; } = Gen.Select(
        Gen.Select(Window, Notice, Staff, Turnout),
        Gen.Select(Slots, Balk, Disruptions, Interventions),
        Gen.Select(Gen.ULong, Gen.Int[0, 15], Gen.Bool, Gen.Long[720, 1500]),
        (first, second, third) => (SmallDistrict.Scenario with
        {
            Horizon = Duration.Minutes(third.Item4 + 1),
            Disruptions = second.Item3,
            Interventions = second.Item4,
            Testing = new MassTestingParameters
            {
                Window = first.Item1,
                Notice = first.Item2,
                Staff = first.Item3,
                Turnout = first.Item4,
                Slots = second.Item1,
                Balk = second.Item2,
                Sites = new SiteParameters { Reserve = [.. Enumerable.Range(0, Sites).Where(site => third.Item2 == site + 1).Select(SiteLayout.CodeOf)] },
                Reminders = new ReminderParameters { Enabled = third.Item3 },
            },
        }, third.Item1));

    private static Moment Hours(long hours) => Minutes(60 * hours);

    private static Moment Minutes(long minutes) => new(minutes * 60_000);
}

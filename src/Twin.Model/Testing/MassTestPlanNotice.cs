using Twin.Model.Districts;
using Twin.Model.Events;
using Twin.Model.Notification;
using Twin.Model.Randomness;
using Twin.Model.Scenarios;
using Twin.Model.Time;

namespace Twin.Model.Testing;

/// <content>The chain of the notice, and how it reaches households.</content>
public sealed partial class MassTestPlan
{
    private const int UnlimitedHelperNumber = 1000;

    /// <summary>Whether there is a notice; an arrivals file has none.</summary>
    public bool NoticeIsOn => Notice.Enabled && Arrivals is null;

    /// <summary>When the district gives the notice, ms.</summary>
    public long NoticeAt => Notice.At.SinceStart;

    /// <summary>Passing an order on, ms.</summary>
    public long PassOn => Notice.PassOn.Milliseconds;

    /// <summary>An order not acknowledged goes to the deputy after this long, ms.</summary>
    public long ToDeputy => Notice.ToDeputy.Milliseconds;

    /// <summary>The level above takes over after this long, ms.</summary>
    public long ToLevelAbove => Notice.ToLevelAbove.Milliseconds;

    /// <summary>In what time a group message is read, ms.</summary>
    public long MessageTime => Notice.MessageTime.Milliseconds;

    /// <summary>Length of a call, ms.</summary>
    public long CallTime => Notice.Call.Milliseconds;

    /// <summary>Calls to a household before a knock.</summary>
    public int CallTries => Notice.CallTries;

    /// <summary>Whether helpers knock at the doors of those who do not read a reminder.</summary>
    public bool KnocksAfterReminder => _parameters.Reminders.Knock;

    /// <summary>When party groups remind.</summary>
    public IReadOnlyList<Moment> Reminders => !_parameters.Reminders.Enabled || Arrivals is not null
        ? []
        : _parameters.Reminders.At.Count > 0 ? _parameters.Reminders.At : [new Moment(Open + (3 * 3_600_000L))];

    /// <summary>Whether households report to their micro-grid's ledger; an arrivals file's people do not.</summary>
    public bool KeepsLedger => Arrivals is null;

    private NoticeParameters Notice => _parameters.Notice;

    /// <summary>How long a leader (0) or deputy (1) takes to acknowledge, ms.</summary>
    /// <param name="organisation">The organisation.</param>
    /// <param name="who">0 or 1.</param>
    public long AcknowledgementTime(EntityId organisation, int who) =>
        Notice.Acknowledge.Sample(_draws.Uniform(organisation, who, 0, Purpose.Acknowledgement));

    /// <summary>Whether a household reads the group message in time, and after how long.</summary>
    /// <param name="household">The household.</param>
    /// <param name="delay">From sending to reading, ms; at least the lookahead.</param>
    public bool ReadsMessage(EntityId household, out long delay) => Reads(household, 0, Notice.MessageRead, out delay);

    /// <summary>Whether a household reads a reminder, and after how long.</summary>
    /// <param name="household">The household.</param>
    /// <param name="round">The round, from 0.</param>
    /// <param name="delay">From sending to reading, ms; at least the lookahead.</param>
    public bool ReadsReminder(EntityId household, int round, out long delay) => Reads(household, round + 1, Notice.ReminderRead, out delay);

    /// <summary>Whether somebody of a household has a phone.</summary>
    /// <param name="household">The household.</param>
    public bool HasPhone(int household)
    {
        for (int resident = District.HouseholdFirstResident[household]; resident < District.HouseholdFirstResident[household + 1]; resident++)
        {
            if ((District.ResidentFlags[resident] & ResidentFlags.NoPhone) == 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a household answers the call of a round.</summary>
    /// <param name="household">The household.</param>
    /// <param name="round">The round, from 0.</param>
    public bool AnswersCall(EntityId household, int round) =>
        _draws.Chance(Draws.Threshold(Notice.CallAnswered), household, 0, round, Purpose.CallAnswered);

    /// <summary>Time for a household's door, ms.</summary>
    /// <param name="household">The household.</param>
    /// <param name="n">0 for the notice, then 1 + the reminder's round.</param>
    public long KnockTime(EntityId household, int n) =>
        Math.Max(SimTime.LookaheadMilliseconds, Notice.Knock.Sample(_draws.Uniform(household, 0, n, Purpose.KnockTime)));

    /// <summary>Helpers of a party group who show up; its leader, number 0, always does.</summary>
    /// <param name="group">The party group.</param>
    public int PresentHelpers(EntityId group)
    {
        int present = Math.Min(1, Notice.Helpers);
        for (int number = 1; number < Math.Min(Notice.Helpers, UnlimitedHelperNumber); number++)
        {
            present += _draws.Chance(Draws.Threshold(Notice.HelperNoShow), group, number, 0, Purpose.HelperAbsence) ? 0 : 1;
        }

        return present;
    }

    /// <summary>Sites that a community sets up.</summary>
    /// <param name="community">The community.</param>
    public IEnumerable<int> SitesIn(int community) => Enumerable.Range(0, Layout.Count).Where(site => Layout.Community[site] == community);

    /// <summary>Who gives an organisation its orders, and its place among that one's subordinates; outside for the district.</summary>
    /// <param name="id">The organisation.</param>
    public (EntityId Superior, int Place) SuperiorOf(EntityId id)
    {
        (EntityKind kind, int ordinal) = id.Kind switch
        {
            EntityKind.Street => (EntityKind.District, 0),
            EntityKind.Community => (EntityKind.Street, District.CommunityStreet[id.Ordinal]),
            EntityKind.Alliance => (EntityKind.Street, District.AllianceStreet[id.Ordinal]),
            EntityKind.Compound => (EntityKind.Community, District.CompoundCommunity[id.Ordinal]),
            EntityKind.Council => (EntityKind.Community, District.CouncilCommunity[id.Ordinal]),
            EntityKind.BaseGrid when District.BaseGridCompound[id.Ordinal] >= 0 => (EntityKind.Compound, District.BaseGridCompound[id.Ordinal]),
            EntityKind.BaseGrid => (EntityKind.Community, District.BaseGridCommunity[id.Ordinal]),
            EntityKind.PartyGroup => (EntityKind.BaseGrid, District.MicroGridBaseGrid[id.Ordinal]),
            _ => (EntityKind.Outside, 0),
        };
        if (kind == EntityKind.Outside)
        {
            return (EntityId.Outside, 0);
        }

        EntityId superior = EntityId.Of(kind, ordinal);
        IReadOnlyList<EntityId> below = Subordinates(superior);
        for (int place = 0; place < below.Count; place++)
        {
            if (below[place] == id)
            {
                return (superior, place);
            }
        }

        throw new InvalidOperationException($"{id} is not among the subordinates of {superior}.");
    }

    /// <summary>To whom an organisation passes an order on: the chain below it, then councils or alliances.</summary>
    /// <param name="id">The organisation.</param>
    public IReadOnlyList<EntityId> Subordinates(EntityId id)
    {
        int i = id.Ordinal;
        return id.Kind switch
        {
            EntityKind.District => Range(EntityKind.Street, 0, District.Streets),
            EntityKind.Street =>
            [
                .. Range(EntityKind.Community, District.StreetFirstCommunity[i], District.StreetFirstCommunity[i + 1]),
                .. Where(EntityKind.Alliance, District.AllianceStreet, i),
            ],
            EntityKind.Community when District.CommunityIsVillage[i] =>
            [
                .. Range(EntityKind.BaseGrid, District.CommunityFirstBaseGrid[i], District.CommunityFirstBaseGrid[i + 1]),
                .. Where(EntityKind.Council, District.CouncilCommunity, i),
            ],
            EntityKind.Community =>
            [
                .. Range(EntityKind.Compound, District.CommunityFirstCompound[i], District.CommunityFirstCompound[i + 1]),
                .. Where(EntityKind.Council, District.CouncilCommunity, i),
            ],
            EntityKind.Compound => Range(EntityKind.BaseGrid, District.CompoundFirstBaseGrid[i], District.CompoundLastBaseGrid[i] + 1),
            EntityKind.BaseGrid => Range(EntityKind.PartyGroup, District.BaseGridFirstMicroGrid[i], District.BaseGridFirstMicroGrid[i + 1]),
            _ => [],
        };
    }

    private static EntityId[] Range(EntityKind kind, int first, int end) => [.. Enumerable.Range(first, end - first).Select(i => EntityId.Of(kind, i))];

    private static IEnumerable<EntityId> Where(EntityKind kind, int[] parent, int ordinal) =>
        Enumerable.Range(0, parent.Length).Where(i => parent[i] == ordinal).Select(i => EntityId.Of(kind, i));

    private bool Reads(EntityId household, int n, double share, out long delay)
    {
        delay = 0;
        if (!HasPhone(household.Ordinal) || !_draws.Chance(Draws.Threshold(share), household, 0, n, Purpose.MessageRead))
        {
            return false;
        }

        double u = _draws.Uniform(household, 0, n, Purpose.MessageReadAt);
        delay = Math.Max(SimTime.LookaheadMilliseconds, (long)Math.Round(u * MessageTime, MidpointRounding.ToEven));
        return true;
    }
}

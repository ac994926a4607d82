using System.Numerics;
using Twin.Model.Distributions;
using Twin.Model.Districts;
using Twin.Model.Events;
using Twin.Model.Randomness;

namespace Twin.Model.Testing;

/// <content>Who comes, where and when; how they walk; how long they are served.</content>
public sealed partial class MassTestPlan
{
    private readonly Draws _draws;
    private readonly MassTestingParameters _parameters;
    private readonly uint[] _able;
    private readonly SlotPlan _slots;
    private long? _expected;

    /// <summary>When sites open at the earliest, ms.</summary>
    public long Open => _parameters.Window.Open.SinceStart;

    /// <summary>When sites close as planned, ms.</summary>
    public long Close => _parameters.Window.Close.SinceStart;

    /// <summary>People at the registration queue and door from which on a person balks.</summary>
    public int QueueSpace => _parameters.Balk.QueueSpace ?? int.MaxValue;

    /// <summary>Visits in all.</summary>
    public int Tries => _parameters.Balk.Tries;

    /// <summary>People per tube.</summary>
    public int Pool => _parameters.Service.Pool;

    /// <summary>Tube change, ms.</summary>
    public long TubeChange => _parameters.Service.TubeChange.Milliseconds;

    /// <summary>Whether those who wait at closing are sent home.</summary>
    public bool SendsHome => _parameters.Window.AtClose == AtClose.SendHome;

    /// <summary>Whether the wait of early comers counts from the opening.</summary>
    public bool WaitsFromOpening => _parameters.Window.Early == EarlyWait.Door;

    /// <summary>Draws by key.</summary>
    public Draws Draws => _draws;

    /// <summary>Asks the cache for what a household needs that hears the notice.</summary>
    /// <param name="household">The household.</param>
    public void Prefetch(int household)
    {
        Cache.PrefetchPlace(in _able[household]);
        Cache.PrefetchPlace(in District.HouseholdMicroGrid[household]);
        Cache.PrefetchPlace(in District.HouseholdFirstResident[household]);
        Cache.PrefetchPlace(in District.HouseholdX[household]);
        Cache.PrefetchPlace(in District.HouseholdY[household]);
    }

    /// <summary>Members who can leave home, as a mask.</summary>
    /// <param name="household">The household.</param>
    public uint AbleMembers(int household) => _able[household];

    /// <summary>Place of a household in its micro-grid, from 0.</summary>
    /// <param name="household">The household.</param>
    public int PlaceInGrid(int household) => household - District.MicroGridFirstHousehold[District.HouseholdMicroGrid[household]];

    /// <summary>Whether the members of a household come together.</summary>
    /// <param name="household">The household.</param>
    public bool ComesTogether(EntityId household) =>
        _draws.Chance(Draws.Threshold(_parameters.Turnout.Together), household, Household.Whole, 0, Purpose.Together);

    /// <summary>To which site a party comes: home, one of the nearest others, <see cref="AfterReminder"/> or <see cref="Never"/>.</summary>
    /// <param name="household">The household.</param>
    /// <param name="member">Member, or <see cref="Household.Whole"/>.</param>
    public int ChooseSite(EntityId household, int member)
    {
        TurnoutParameters turnout = _parameters.Turnout;
        uint bits = _draws.Bits(household, member, 0, Purpose.Turnout);
        if (bits < Draws.Threshold(turnout.Home))
        {
            return HomeSite(household.Ordinal);
        }

        if (bits < Draws.Threshold(turnout.Home + turnout.Elsewhere))
        {
            int[] others = _others[District.HouseholdMicroGrid[household.Ordinal]];
            return others.Length == 0
                ? HomeSite(household.Ordinal)
                : others[(int)(((ulong)_draws.Bits(household, member, 0, Purpose.OtherSite) * (ulong)others.Length) >> 32)];
        }

        return bits < Draws.Threshold(Math.Min(1, turnout.Home + turnout.Elsewhere + turnout.AfterReminder)) ? AfterReminder : Never;
    }

    /// <summary>People expected on site: those of an arrivals file, or who can leave home and come at once or after a reminder.</summary>
    public long ExpectedOnSite => _expected ??= CountExpected();

    /// <summary>When a party means to be at the door, ms.</summary>
    /// <param name="household">The household.</param>
    /// <param name="member">Member, or <see cref="Household.Whole"/>.</param>
    public long Aim(EntityId household, int member) => _slots.Aim(household, member);

    /// <summary>Dry walking time from home to a site, ms: distance × detour / speed of the slowest.</summary>
    /// <param name="household">The household.</param>
    /// <param name="members">Mask of members.</param>
    /// <param name="site">The site.</param>
    public long DryWalk(int household, uint members, int site) => Walk(
        household, members, District.HouseholdX[household] - (double)Layout.X[site], District.HouseholdY[household] - (double)Layout.Y[site], 1);

    /// <summary>Actual walking time from home to a site, ms.</summary>
    /// <param name="household">The household.</param>
    /// <param name="members">Mask of members.</param>
    /// <param name="site">The site.</param>
    public long Walk(int household, uint members, int site) => Walk(
        household, members, District.HouseholdX[household] - (double)Layout.X[site], District.HouseholdY[household] - (double)Layout.Y[site],
        _parameters.Walk.Slowdown);

    /// <summary>Actual walking time from one site to another, ms.</summary>
    /// <param name="household">The household.</param>
    /// <param name="members">Mask of members.</param>
    /// <param name="from">The site that they leave.</param>
    /// <param name="to">The site to which they go.</param>
    public long WalkBetween(int household, uint members, int from, int to) =>
        Walk(household, members, Layout.X[from] - (double)Layout.X[to], Layout.Y[from] - (double)Layout.Y[to], _parameters.Walk.Slowdown);

    /// <summary>What a person does who balked.</summary>
    /// <param name="household">The household.</param>
    /// <param name="member">Which member.</param>
    /// <param name="visit">Number of the visit.</param>
    public BalkChoice AfterBalking(EntityId household, int member, int visit)
    {
        uint bits = _draws.Bits(household, member, visit, Purpose.Balk);
        return bits < Draws.Threshold(_parameters.Balk.ComeBack) ? BalkChoice.ComeBack
            : bits < Draws.Threshold(Math.Min(1, _parameters.Balk.ComeBack + _parameters.Balk.NextSite)) ? BalkChoice.NextSite : BalkChoice.GiveUp;
    }

    /// <summary>How long a person who balked stays away, ms.</summary>
    /// <param name="household">The household.</param>
    /// <param name="member">Which member.</param>
    /// <param name="visit">Number of the visit.</param>
    public long BalkDelay(EntityId household, int member, int visit) =>
        _parameters.Balk.Delay.Sample(_draws.Uniform(household, member, visit, Purpose.ComeBack));

    /// <summary>Registration time, ms: ready code, assisted or paper, from one uniform.</summary>
    /// <param name="household">The household.</param>
    /// <param name="member">Which member.</param>
    /// <param name="visit">Number of the visit.</param>
    /// <param name="paper">Whether the registration system is down.</param>
    public long RegistrationTime(int household, int member, int visit, bool paper)
    {
        long given = Given(paper ? Arrivals?.Paper : Arrivals?.Registration, household);
        ServiceParameters service = _parameters.Service;
        bool assisted = (District.ResidentFlags[District.HouseholdFirstResident[household] + member] & ResidentFlags.NoPhone) != 0;
        return given >= 0 ? given : Sample(paper ? service.Paper : assisted ? service.Assisted : service.Registration, household, member, visit, Purpose.Registration);
    }

    /// <summary>Swab time, ms.</summary>
    /// <param name="household">The household.</param>
    /// <param name="member">Which member.</param>
    /// <param name="visit">Number of the visit.</param>
    public long SwabTime(int household, int member, int visit)
    {
        long given = Given(Arrivals?.Swab, household);
        if (given >= 0)
        {
            return given;
        }

        int age = District.ResidentAge[District.HouseholdFirstResident[household] + member];
        double factor = age >= 65 ? _parameters.Service.SwabAged : age < 15 ? _parameters.Service.SwabChild : 1;
        return Sample(_parameters.Service.Swab, household, member, visit, Purpose.Swab, factor);
    }

    /// <summary>Changeover after the swab, ms; 0 if it is switched off.</summary>
    /// <param name="household">The household.</param>
    /// <param name="member">Which member.</param>
    /// <param name="visit">Number of the visit.</param>
    public long ChangeoverTime(int household, int member, int visit)
    {
        long given = Given(Arrivals?.Changeover, household);
        return given >= 0 ? given
            : _parameters.Service.Changeover is Constant { Seconds: 0 } ? 0
            : Sample(_parameters.Service.Changeover, household, member, visit, Purpose.Changeover);
    }

    /// <summary>Walk from the desk to the swab queue, ms; 0 if there is none.</summary>
    /// <param name="household">The household.</param>
    /// <param name="member">Which member.</param>
    /// <param name="visit">Number of the visit.</param>
    public long InnerWalk(int household, int member, int visit) => _parameters.Service.InnerWalk is null or Constant { Seconds: 0 }
        ? 0
        : Sample(_parameters.Service.InnerWalk, household, member, visit, Purpose.InnerWalk);

    private long Sample(Distribution distribution, int household, int member, int visit, Purpose purpose, double factor = 1) => distribution is Constant
        ? distribution.Sample(0.5, factor)
        : distribution.Sample(_draws.Uniform(EntityId.Of(EntityKind.Household, household), member, visit, purpose), factor);

    private static long Given(long[]? times, int person) => times is { Length: > 0 } ? times[person] : -1;

    private long Walk(int household, uint members, double x, double y, double slowdown)
    {
        double speed = _parameters.Walk.Speed;
        int first = District.HouseholdFirstResident[household];
        for (; members != 0; members &= members - 1)
        {
            if (District.ResidentAge[first + BitOperations.TrailingZeroCount(members)] >= 65)
            {
                speed = Math.Min(speed, _parameters.Walk.SpeedAged);
            }
        }

        double milliseconds = Math.Sqrt((x * x) + (y * y)) * 10 * _parameters.Walk.Detour * slowdown / speed;
        return (long)Math.Round(milliseconds, MidpointRounding.ToEven);
    }

    private long CountExpected()
    {
        if (Arrivals is not null)
        {
            return Arrivals.Count;
        }

        long expected = 0;
        for (int ordinal = 0; ordinal < District.Households; ordinal++)
        {
            EntityId household = EntityId.Of(EntityKind.Household, ordinal);
            uint able = _able[ordinal];
            if (BitOperations.PopCount(able) > 1 && ComesTogether(household))
            {
                expected += ChooseSite(household, Household.Whole) == Never ? 0 : BitOperations.PopCount(able);
                continue;
            }

            for (; able != 0; able &= able - 1)
            {
                expected += ChooseSite(household, BitOperations.TrailingZeroCount(able)) == Never ? 0 : 1;
            }
        }

        return expected;
    }

    private static uint[] AbleMasks(District district)
    {
        uint[] able = new uint[district.Households];
        for (int household = 0; household < able.Length; household++)
        {
            int first = district.HouseholdFirstResident[household];
            for (int member = 0; member < district.SizeOf(household); member++)
            {
                able[household] |= (district.ResidentFlags[first + member] & ResidentFlags.Housebound) == 0 ? 1u << member : 0;
            }
        }

        return able;
    }
}

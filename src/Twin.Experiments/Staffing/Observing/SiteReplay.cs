using Twin.Model.Testing;

namespace Twin.Experiments.Staffing.Observing;

/// <summary>Replays a site's day with so many desks and samplers present: first come, first served at the desks, then at the samplers.</summary>
/// <remarks>
/// The rules are those of the model's site, so that the waits are the same to the millisecond while nobody finds the queue full
/// (a test compares them). Who does may come back once; breaks, closures and staff who come later are left out.
/// At the end of a shift some go home, those with the highest numbers, and who serves somebody finishes first. Up to then the day is
/// the same however many stay: it is replayed once, and only what follows for each number that may stay.
/// </remarks>
/// <param name="queueSpace">So many at the desks' queue and door turn the next away.</param>
/// <param name="pool">People in a tube.</param>
/// <param name="tubeChange">Tube change, ms.</param>
/// <param name="waitsFromOpening">Whether the wait of who comes early counts from the opening.</param>
internal sealed class SiteReplay(int queueSpace, int pool, long tubeChange, bool waitsFromOpening)
{
    /// <summary>No shift ends before the site is done.</summary>
    public const long NoEnd = long.MaxValue;

    /// <summary>Prepares to replay the days of a plan.</summary>
    /// <param name="plan">The plan.</param>
    public SiteReplay(MassTestPlan plan)
        : this(plan.QueueSpace, plan.Pool, plan.TubeChange, plan.WaitsFromOpening) => Targets = plan.Targets;

    /// <summary>What the day is judged against.</summary>
    public TestTargets Targets { get; } = TestTargets.Usual;

    private readonly DeskQueue _desks = new(queueSpace, waitsFromOpening);
    private long[] _free = new long[64];
    private int[] _inTube = new int[64];

    /// <summary>Replays the desks up to the end of a shift; what follows is replayed when it is asked for.</summary>
    /// <param name="trace">The day.</param>
    /// <param name="desks">Desks present; at least 1.</param>
    /// <param name="end">When some go home, ms.</param>
    public void Register(SiteTrace trace, int desks, long end = NoEnd) => _desks.Begin(trace, desks, end);

    /// <summary>People who found the queue full and did not come back, and those whom nobody registers.</summary>
    /// <param name="staying">Desks that stay.</param>
    public int Lost(int staying) => _desks.After(staying).Lost;

    /// <summary>People registered.</summary>
    /// <param name="staying">Desks that stay.</param>
    public int Registered(int staying) => _desks.Common.Length + _desks.After(staying).People.Length;

    /// <summary>Replays the samplers after the desks, nobody going home before the site is done.</summary>
    /// <param name="samplers">Samplers present; at least 1.</param>
    /// <param name="target">Wait that counts as too long from above it, ms.</param>
    /// <param name="deadline">Swabs that end later are late, ms.</param>
    /// <returns>People with too long a wait, people tested late, and people tested.</returns>
    public SwabCount Swab(int samplers, long target, long deadline)
    {
        SwabsBegun begun = new();
        Begin(begun, samplers, target, deadline);
        return Finish(begun, samplers, _desks.Desks, target, deadline);
    }

    /// <summary>Replays the samplers up to the end of the shift that the desks were replayed with.</summary>
    /// <param name="begun">Takes where they are then.</param>
    /// <param name="samplers">Samplers present; at least 1.</param>
    /// <param name="target">Wait that counts as too long from above it, ms.</param>
    /// <param name="deadline">Swabs that end later are late, ms.</param>
    public void Begin(SwabsBegun begun, int samplers, long target, long deadline)
    {
        if (_free.Length < samplers)
        {
            (_free, _inTube) = (new long[samplers], new int[samplers]);
        }

        Array.Clear(_free, 0, samplers);
        Array.Clear(_inTube, 0, samplers);
        begun.Count = default;
        ReadOnlySpan<Registered> people = _desks.Common;

        // Who is registered after the end joins later than the end: nobody of them is swabbed before it.
        begun.Next = Serve(people, samplers, target, deadline, _desks.End, ref begun.Count);
        begun.Keep(_free.AsSpan(0, samplers), _inTube.AsSpan(0, samplers));
    }

    /// <summary>Replays what follows the end of the shift.</summary>
    /// <param name="begun">Where the samplers are then.</param>
    /// <param name="staying">Samplers who stay; 0 to those present.</param>
    /// <param name="desksStaying">Desks that stay; 0 to those present.</param>
    /// <param name="target">Wait that counts as too long from above it, ms.</param>
    /// <param name="deadline">Swabs that end later are late, ms.</param>
    /// <returns>People with too long a wait, people tested late, and people tested; whom nobody tests are in none of them.</returns>
    public SwabCount Finish(SwabsBegun begun, int staying, int desksStaying, long target, long deadline)
    {
        SwabCount count = begun.Count;
        if (staying > 0)
        {
            Array.Copy(begun.Free, _free, staying);
            Array.Copy(begun.InTube, _inTube, staying);
            Serve(_desks.Common[begun.Next..], staying, target, deadline, NoEnd, ref count);
            Serve(_desks.After(desksStaying).People, staying, target, deadline, NoEnd, ref count);
        }

        return count;
    }

    /// <summary>Swabs people in their order until one would begin at the end of the shift or later.</summary>
    /// <returns>How many were swabbed.</returns>
    private int Serve(ReadOnlySpan<Registered> people, int samplers, long target, long deadline, long end, ref SwabCount count)
    {
        for (int i = 0; i < people.Length; i++)
        {
            ref readonly Registered person = ref people[i];
            int sampler = DeskQueue.Earliest(_free, samplers, person.Join);
            long start = Math.Max(person.Join, _free[sampler]);
            if (start >= end)
            {
                return i;
            }

            long swabbed = start + person.Swab;
            bool full = ++_inTube[sampler] == pool;
            _inTube[sampler] = full ? 0 : _inTube[sampler];
            _free[sampler] = swabbed + person.Changeover + (full ? tubeChange : 0);
            count.TooLong += person.Wait + start - person.Join > target ? 1 : 0;
            count.Late += swabbed > deadline ? 1 : 0;
            count.Tested++;
        }

        return people.Length;
    }
}

/// <summary>Who was swabbed.</summary>
internal struct SwabCount
{
    /// <summary>People with too long a wait.</summary>
    public int TooLong;

    /// <summary>People tested late.</summary>
    public int Late;

    /// <summary>People tested.</summary>
    public int Tested;
}

/// <summary>Where the samplers are at the end of a shift.</summary>
internal sealed class SwabsBegun
{
    /// <summary>Who was swabbed before it.</summary>
    public SwabCount Count;

    /// <summary>The first of those registered who was not swabbed before it.</summary>
    public int Next { get; set; }

    /// <summary>When each sampler is free, ms.</summary>
    public long[] Free { get; private set; } = [];

    /// <summary>People in each sampler's tube.</summary>
    public int[] InTube { get; private set; } = [];

    /// <summary>Keeps where each sampler is.</summary>
    /// <param name="free">When each is free, ms.</param>
    /// <param name="inTube">People in each one's tube.</param>
    public void Keep(ReadOnlySpan<long> free, ReadOnlySpan<int> inTube)
    {
        if (Free.Length < free.Length)
        {
            (Free, InTube) = (new long[free.Length], new int[free.Length]);
        }

        free.CopyTo(Free);
        inTube.CopyTo(InTube);
    }
}

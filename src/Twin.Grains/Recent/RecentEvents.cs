using System.Globalization;
using Twin.Grains.Running;
using Twin.Model.Events;
using Twin.Model.Notification;
using Twin.Model.Testing;

namespace Twin.Grains.Recent;

/// <summary>The last events of one entity that somebody may want to hear of. It only looks: no result depends on it.</summary>
/// <remarks>
/// Kept only in runs that are shown, and not for households: a person's or a household's trail is nobody's to see. For the same reason
/// the others tell nothing from which one household could be found. What happens often is told as one event with a count.
/// </remarks>
/// <param name="run">The run.</param>
internal abstract class RecentEvents(HostedRun run) : IEventObserver
{
    /// <summary>How many are kept.</summary>
    public const int Most = 16;

    /// <summary>Two alike within this time are told as one.</summary>
    private const long JoinMilliseconds = 10 * 60_000;

    private Noted[] _noted = [];
    private int _count;

    /// <summary>The run.</summary>
    protected HostedRun Run { get; } = run;

    /// <summary>Keeps an entity's events.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="run">Its run.</param>
    /// <returns>Null where none are kept.</returns>
    public static RecentEvents? Of(Entity entity, HostedRun run) => !run.Options.IsShown || run.Plan is not MassTestPlan plan
        ? null
        : entity switch
        {
            PartyGroup group => new PartyGroupEvents(group, run, plan),
            Organisation organisation => new OrganisationEvents(organisation, run, plan),
            MicroGrid grid => new MicroGridEvents(grid, run),
            Site site => new SiteEvents(site, run, plan),
            _ => null,
        };

    /// <inheritdoc/>
    public void Handled(in Event e)
    {
        Look(in e);
        Run.Observer?.Handled(in e);
    }

    /// <summary>The entity was stepped through a window.</summary>
    /// <param name="shown">What it shows now.</param>
    /// <param name="end">The window's end, ms.</param>
    public virtual void Stepped(ShownChanges shown, long end)
    {
    }

    /// <summary>The events, the newest first.</summary>
    public IReadOnlyList<GrainEvent> Read()
    {
        GrainEvent[] events = new GrainEvent[_count];
        for (int i = 0; i < _count; i++)
        {
            ref readonly Noted noted = ref _noted[_count - 1 - i];
            events[i] = new GrainEvent(noted.At, noted.Since, noted.Count, noted.Text, [.. Values(noted.Text, noted.First, noted.Second)]);
        }

        return events;
    }

    /// <summary>The entity has handled an event.</summary>
    /// <param name="e">The event.</param>
    protected abstract void Look(in Event e);

    /// <summary>What goes into a text's places: made when somebody asks.</summary>
    /// <param name="text">Key of the text.</param>
    /// <param name="first">First number noted.</param>
    /// <param name="second">Second number noted.</param>
    protected abstract IEnumerable<string> Values(string text, long first, long second);

    /// <summary>A number as a text.</summary>
    /// <param name="value">The number.</param>
    protected static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The code of an entity by its packed name; empty for the outside.</summary>
    /// <param name="packed">The packed name.</param>
    protected string CodeOf(long packed) => packed == EntityId.Outside.Packed ? "" : Run.Plan.CodeOf(new EntityId((uint)packed));

    /// <summary>Notes an event; one that is like another, not long before, is told with it.</summary>
    /// <param name="at">When, ms.</param>
    /// <param name="text">Key of its text.</param>
    /// <param name="first">First number.</param>
    /// <param name="second">Second number.</param>
    /// <param name="count">How many happened.</param>
    protected void Note(long at, string text, long first = 0, long second = 0, int count = 1)
    {
        long since = at;
        int free = _count;
        for (int i = _count - 1; i >= 0 && at - _noted[i].At <= JoinMilliseconds; i--)
        {
            if (ReferenceEquals(_noted[i].Text, text))
            {
                (since, count, free) = (_noted[i].Since, _noted[i].Count + count, i);
                break;
            }
        }

        if (free == _count && _count < Most)
        {
            Grow();
            _count++;
        }
        else
        {
            free = free == _count ? 0 : free;
            _noted.AsSpan(free + 1, _count - free - 1).CopyTo(_noted.AsSpan(free));
        }

        _noted[_count - 1] = new Noted(at, since, count, text, first, second);
    }

    private void Grow()
    {
        if (_count == _noted.Length)
        {
            Array.Resize(ref _noted, Math.Max(4, Math.Min(Most, 2 * _count)));
        }
    }

    private readonly record struct Noted(long At, long Since, int Count, string Text, long First, long Second);
}

using Twin.Model.Time;

namespace Twin.Model.Events;

/// <summary>Steps one entity after the other through a window. The only stepping code: both engines use it.</summary>
/// <remarks>
/// One per thread; it keeps its buffers, so a step allocates nothing once they have grown. Within a window an entity's inbox and the
/// events it sends to itself are merged in the one order of <see cref="Event.Compare"/>.
/// </remarks>
public sealed class StepContext
{
    private Event[] _own = new Event[16];
    private int _ownCount;
    private Event[] _sent = new Event[64];
    private int _sentCount;
    private Entity? _entity;
    private long _end;
    private Event _following;
    private bool _follows;

    /// <summary>The simulated moment of the event at hand.</summary>
    public long Now { get; private set; }

    /// <summary>Sees every event after it was handled; null for none.</summary>
    public IEventObserver? Observer { get; set; }

    /// <summary>Takes what is sent at once; null to keep it in <see cref="Sent"/>.</summary>
    public EventCalendar? Calendar { get; set; }

    /// <summary>What was sent since <see cref="Clear"/>, for this entity beyond its window and for others.</summary>
    public ReadOnlySpan<Event> Sent => _sent.AsSpan(0, _sentCount);

    /// <summary>Whether the entity handles another event at this same moment, and which: what ends a moment may wait for it.</summary>
    /// <param name="next">The event that comes next, if it is due now.</param>
    public bool Follows(out Event next)
    {
        next = _following;
        return _follows;
    }

    /// <summary>Forgets what was sent; the engine has taken it.</summary>
    public void Clear() => _sentCount = 0;

    /// <summary>Runs an entity through [start, end): all events of its inbox and those it sends itself into the window.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="start">The window's start, ms.</param>
    /// <param name="end">The window's end, ms; at most a lookahead after the start.</param>
    /// <param name="inbox">The entity's events due in the window, in any order; sorted in place.</param>
    /// <returns>The number of events handled.</returns>
    /// <exception cref="SimulationException">The entity failed, or an event lies outside the window.</exception>
    public int Advance(Entity entity, long start, long end, Span<Event> inbox)
    {
        _entity = entity;
        _end = end;
        _ownCount = 0;
        Sort(inbox);
        if (inbox.Length > 0 && (inbox[0].Due < start || inbox[^1].Due >= end))
        {
            Event stray = inbox[0].Due < start ? inbox[0] : inbox[^1];
            throw new SimulationException(entity.Id, stray, $"an event due outside its window [{start}, {end}) ms");
        }

        int handled = 0;
        int next = 0;
        while (true)
        {
            bool fromOwn = _ownCount > 0 && (next == inbox.Length || Event.Compare(in _own[_ownCount - 1], in inbox[next]) < 0);
            if (!fromOwn && next == inbox.Length)
            {
                return handled;
            }

            Event e = fromOwn ? _own[--_ownCount] : inbox[next++];
            Now = e.Due;
            Peek(inbox, next);
            try
            {
                entity.Take(in e, this);
            }
            catch (Exception cause) when (cause is not SimulationException)
            {
                throw new SimulationException(entity.Id, e, cause.Message, cause);
            }

            Observer?.Handled(in e);
            handled++;
        }
    }

    /// <summary>Sends an event to another entity.</summary>
    /// <param name="target">Another entity.</param>
    /// <param name="due">When, ms; at least the lookahead after <see cref="Now"/>.</param>
    /// <param name="kind">What happens.</param>
    /// <param name="a">First word.</param>
    /// <param name="b">Second word.</param>
    /// <param name="c">Third word.</param>
    /// <exception cref="InvalidOperationException">It is due too early, or for the sender.</exception>
    public void Send(EntityId target, long due, EventKind kind, int a = 0, int b = 0, long c = 0)
    {
        if (due < Now + SimTime.LookaheadMilliseconds || target == _entity!.Id)
        {
            throw new InvalidOperationException(
                $"{_entity!.Id} sends {kind} to {target} at {Now} ms, due at {due} ms: to another entity it is due at least {SimTime.LookaheadMilliseconds} ms later.");
        }

        Append(new Event { Due = due, Target = target, Source = _entity.Id, Counter = _entity.NextCounter(), Kind = kind, A = a, B = b, C = c });
    }

    /// <summary>Sends an event to the entity itself: a timer. Nothing is cancelled; a stale one is a no-op.</summary>
    /// <param name="due">When, ms; at least 1 ms after <see cref="Now"/>.</param>
    /// <param name="kind">What happens.</param>
    /// <param name="a">First word.</param>
    /// <param name="b">Second word.</param>
    /// <param name="c">Third word.</param>
    /// <exception cref="InvalidOperationException">It is not due later.</exception>
    public void SendSelf(long due, EventKind kind, int a = 0, int b = 0, long c = 0)
    {
        Entity entity = _entity!;
        if (due <= Now)
        {
            throw new InvalidOperationException($"{entity.Id} sets a timer {kind} at {Now} ms for {due} ms: at least 1 ms later is allowed.");
        }

        Event e = new() { Due = due, Target = entity.Id, Source = entity.Id, Counter = entity.NextCounter(), Kind = kind, A = a, B = b, C = c };
        if (due >= _end)
        {
            Append(e);
            return;
        }

        if (_ownCount == _own.Length)
        {
            Array.Resize(ref _own, 2 * _ownCount);
        }

        int at = _ownCount++;
        while (at > 0 && Event.Compare(in _own[at - 1], in e) < 0)
        {
            _own[at] = _own[at - 1];
            at--;
        }

        _own[at] = e;
    }

    /// <summary>Notes the next event if it is due now; an entity sends itself nothing for the moment at hand, so this stays true.</summary>
    private void Peek(Span<Event> inbox, int next)
    {
        bool own = _ownCount > 0 && _own[_ownCount - 1].Due == Now;
        bool other = next < inbox.Length && inbox[next].Due == Now;
        _follows = own || other;
        if (_follows)
        {
            _following = own && (!other || Event.Compare(in _own[_ownCount - 1], in inbox[next]) < 0) ? _own[_ownCount - 1] : inbox[next];
        }
    }

    private static void Sort(Span<Event> inbox)
    {
        if (inbox.Length > 32)
        {
            inbox.Sort(static (x, y) => Event.Compare(in x, in y));
            return;
        }

        for (int i = 1; i < inbox.Length; i++)
        {
            if (Event.Compare(in inbox[i - 1], in inbox[i]) <= 0)
            {
                continue;
            }

            Event e = inbox[i];
            int at = i;
            while (at > 0 && Event.Compare(in inbox[at - 1], in e) > 0)
            {
                inbox[at] = inbox[at - 1];
                at--;
            }

            inbox[at] = e;
        }
    }

    private void Append(in Event e)
    {
        if (Calendar is { } calendar)
        {
            calendar.Add(in e);
            return;
        }

        if (_sentCount == _sent.Length)
        {
            Array.Resize(ref _sent, 2 * _sentCount);
        }

        _sent[_sentCount++] = e;
    }
}

using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Twin.Model.Events;
using Twin.Silo.Commands;

namespace Twin.Silo.Runs;

/// <summary>Keeps each handled event of some entities, whatever thread handles them.</summary>
public sealed class EventTrace : IEventObserver
{
    private const string Header = "time,milliseconds,entity,event,source,counter,a,b,c";

    private readonly SimulationPlan _plan;
    private readonly DateTimeOffset _start;
    private readonly FrozenDictionary<uint, List<Event>> _handled;

    /// <summary>Traces some entities of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="start">Simulated time 0.</param>
    /// <param name="codes">Codes of the entities.</param>
    /// <exception cref="InputException">The plan has no entity with such a code.</exception>
    public EventTrace(SimulationPlan plan, DateTimeOffset start, IReadOnlyList<string> codes)
    {
        _plan = plan;
        _start = start;
        Dictionary<string, EntityId?> asked = codes.Distinct(StringComparer.Ordinal).ToDictionary(code => code, _ => (EntityId?)null, StringComparer.Ordinal);
        foreach (EntityId id in new EntityIndex(plan.Population).All())
        {
            string code = plan.CodeOf(id);
            if (asked.ContainsKey(code))
            {
                asked[code] = id;
            }
        }

        string[] unknown = [.. asked.Where(pair => pair.Value is null).Select(pair =>
            InputException.Describe("--entity", OptionValue.Quoted(pair.Key), $"a code of this scenario, such as {Examples(plan)}"))];
        _handled = unknown.Length == 0
            ? asked.Values.ToFrozenDictionary(id => id!.Value.Packed, _ => new List<Event>())
            : throw new InputException(unknown);
    }

    /// <inheritdoc/>
    public void Handled(in Event e)
    {
        if (_handled.TryGetValue(e.Target.Packed, out List<Event>? events))
        {
            lock (events)
            {
                events.Add(e);
            }
        }
    }

    /// <summary>The trace as CSV, header first, by time, then entity, each entity's events in the order in which it handled them.</summary>
    public IEnumerable<string> Csv() => Ordered().Select(e => string.Create(
        CultureInfo.InvariantCulture,
        $"{Clock(e.Due)},{e.Due},{_plan.CodeOf(e.Target)},{e.Kind},{SourceOf(e)},{e.Counter},{e.A},{e.B},{e.C}")).Prepend(Header);

    /// <summary>The trace as a JSON object a line, in the same order and with the same names as the CSV's columns.</summary>
    public IEnumerable<string> JsonLines() => Ordered().Select(e => JsonSerializer.Serialize(new
    {
        time = Clock(e.Due),
        milliseconds = e.Due,
        entity = _plan.CodeOf(e.Target),
        @event = e.Kind.ToString(),
        source = SourceOf(e),
        counter = e.Counter,
        a = e.A,
        b = e.B,
        c = e.C,
    }));

    private IEnumerable<Event> Ordered() =>
        _handled.OrderBy(pair => pair.Key).SelectMany(pair => pair.Value).OrderBy(e => e.Due);

    private string SourceOf(in Event e) => e.Source.Kind == EntityKind.Outside ? "outside" : _plan.CodeOf(e.Source);

    private string Clock(long due) => _start.AddMilliseconds(due).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    private static string Examples(SimulationPlan plan) =>
        string.Join(", ", plan.Population.Where(kind => kind.Count > 0).Select(kind => plan.CodeOf(EntityId.Of(kind.Kind, kind.Count - 1))));
}

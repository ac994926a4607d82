using System.Collections.Concurrent;
using Twin.Grains.Live;
using Twin.Model.Live;
using Twin.Viewer.Runs;

namespace Twin.Viewer.Tests.Fakes;

/// <summary>A run whose numbers a test sets; it publishes as a real one does.</summary>
internal sealed class FakeRun : IRunGrain
{
    private readonly Lock _gate = new();
    private readonly FakeStreams _streams;
    private readonly ConcurrentDictionary<string, long> _seq = new(StringComparer.Ordinal);
    private readonly List<LogEntry> _log = [];
    private readonly List<JournalEntry> _inputs = [];
    private readonly RunDescription _description;
    private LiveTable _table;
    private RunState _state;

    public FakeRun(int id, FakeStreams streams, RunDescription? description = null)
    {
        _description = description ?? FakeDistrict.Description;
        _table = new LiveTable(LiveDescription.Layout(_description));
        _streams = streams;
        _state = new RunState
        {
            Id = id,
            Scenario = "small",
            Title = "Small",
            TitleZh = "小",
            Seed = 7,
            Scale = 1,
            State = "running",
            Start = "2022-05-10T02:00:00+08:00",
            SimTime = 0,
            Horizon = 43_200_000,
            Open = 18_000_000,
            Close = 36_000_000,
            Speed = 60,
            Residents = 600,
            Households = 12,
            Expected = 600,
            Epoch = "e1",
            Targets = new LiveTargets(36_000_000, 1, 1_800, 0.9),
        };
    }

    public bool IsGone { get; set; }

    /// <summary>Thrown by every method while it is set.</summary>
    public Exception? Trouble { get; set; }

    public int LogsAsked { get; private set; }

    public string? Results { get; set; }

    public LiveLayout Layout => _table.Layout;

    public RunState Now { get => _state; set => _state = value; }

    /// <summary>Sets a number, and publishes nothing.</summary>
    public void Set(string key, string level, int row, int value)
    {
        lock (_gate)
        {
            _table.Set(Layout.First(Layout.Find(key, LiveDescription.Kind(level))) + row, value);
        }
    }

    /// <summary>Publishes a topic's delta; a lost one counts but reaches nobody.</summary>
    public FrameMessage Publish(string topic, bool isLost = false)
    {
        FrameMessage delta;
        lock (_gate)
        {
            delta = Frame(topic, isKeyframe: false, _seq.AddOrUpdate(topic, 1, (_, seq) => seq + 1));
            _table.ClearChanges();
        }

        if (!isLost)
        {
            _streams.Publish(_state.Id, topic, delta);
        }

        return delta;
    }

    public void NewEpoch(string epoch)
    {
        lock (_gate)
        {
            _state = _state with { Epoch = epoch };
            _seq.Clear();
            _table = new LiveTable(Layout);
        }
    }

    public LogEntry Write(string text, bool isLost = false)
    {
        LogEntry entry;
        lock (_gate)
        {
            entry = new LogEntry(_log.Count + 1, 1_000 * _log.Count, 0, "run", "info", "", text, ["a"]);
            _log.Add(entry);
        }

        if (!isLost)
        {
            _streams.Publish(_state.Id, LiveStreams.Log, entry);
        }

        return entry;
    }

    public Task<RunState> State() => Do(() => _state);

    public Task<RunDescription> Describe() => Do(() => _description);

    Task<byte[]> IRunGrain.Layout() => Do(() => FakeDistrict.Layout);

    public Task<byte[]> HouseholdPlaces() => Do(() => new byte[12 * 8]);

    public Task<FrameMessage> Keyframe(string topic) => Do(() =>
    {
        lock (_gate)
        {
            return Frame(topic, isKeyframe: true, _seq.GetValueOrDefault(topic));
        }
    });

    public Task<IReadOnlyList<LogEntry>> Log(long after, int most) => Do<IReadOnlyList<LogEntry>>(() =>
    {
        lock (_gate)
        {
            LogsAsked++;
            return [.. _log.Where(entry => entry.Seq > after).Take(most)];
        }
    });

    public Task<RunSeries> Series() => Do(() => new RunSeries(2, [0, 5], [1, 2], [3, 4], [[1, 2], [3, 4], [5, 6]]));

    public Task<RunState> Control(RunControl control) => Do(() => control.Action switch
    {
        "pause" => _state = _state with { State = "paused" },
        "resume" => _state = _state with { State = "running" },
        "speed" when control.Speed is null or (>= 1 and <= 10_000) => _state = _state with { Speed = control.Speed },
        "speed" => throw new LiveInputException(400, new LiveInputError("speed", $"{control.Speed}", "1 to 10000")),
        "stop" when _state.State == "ended" => throw new LiveInputException(409, new LiveInputError("action", "stop", "nothing: the run has ended")),
        _ => throw new LiveInputException(400, new LiveInputError("action", control.Action, "pause, resume, step, runTo, speed or stop")),
    });

    public Task<JournalEntry> Input(LiveInput input) => Do(() =>
    {
        if (input.Type != "closeSite")
        {
            throw new LiveInputException(400, new LiveInputError("type", input.Type, "closeSite"));
        }

        JournalEntry entry = new(_inputs.Count + 1, _state.SimTime, input);
        _inputs.Add(entry);
        return entry;
    });

    public Task<InputPreview> Preview(LiveInput input) => Do(() => new InputPreview(input.Sites, 12, 345, [new SiteNeighbour("S-002", 200, 7)]));

    public Task<IReadOnlyList<JournalEntry>> Inputs() => Do<IReadOnlyList<JournalEntry>>(() => [.. _inputs]);

    public Task<string?> Summary() => Do(() => Results);

    public Task<EntityPlace> Find(string kind, string code) => Do(() => FakePlaces.Find(_state.Id, kind, code));

    public Task Remove() => Do(() => IsGone = true);

    private FrameMessage Frame(string topic, bool isKeyframe, long seq) => new(
        _state.Epoch, topic, seq, 1_000 * seq, 0, isKeyframe,
        isKeyframe ? FrameBlob.Keyframe(_table, topic) : FrameBlob.Delta(_table, topic, [.. _table.Changed.Order()]));

    /// <summary>A grain's answer comes later, on another thread, and fails as one does.</summary>
    private async Task<T> Do<T>(Func<T> answer)
    {
        await Task.Yield();
        return Trouble is { } trouble ? throw trouble
            : IsGone ? throw new LiveInputException(404, new LiveInputError("run", $"{_state.Id}", "1"))
            : answer();
    }
}

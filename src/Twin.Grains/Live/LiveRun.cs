using System.Globalization;
using System.Threading.Channels;
using Orleans.Streams;
using Twin.Grains.Running;
using Twin.Model.Events;
using Twin.Model.Live;
using Twin.Model.Results;
using Twin.Model.Scenarios;

namespace Twin.Grains.Live;

/// <summary>A run that people watch: steps its windows at a pace, takes commands between windows, and publishes what its entities show.</summary>
/// <remarks>One loop owns everything; whoever asks from outside posts a command, which the loop carries out between two windows.</remarks>
public sealed partial class LiveRun
{
    private const long FrameMilliseconds = 100;
    private const long StateMilliseconds = 500;
    private const long IdleMilliseconds = 1_000;
    private const long JumpFrom = 10 * 60_000;
    private const long JumpTo = 60_000;
    private const double BehindFromSeconds = 1;

    private readonly PreparedRun _prepared;
    private readonly GrainRuns _runs;
    private readonly Conductor _conductor;
    private readonly HostedRun _hosted;
    private readonly LiveTable _table;
    private readonly RunLog _log;
    private readonly RunHistory _history;
    private readonly FramePublisher _publisher;
    private readonly PacedClock _clock;
    private readonly TimeProvider _time;
    private readonly Channel<Action> _commands = Channel.CreateUnbounded<Action>(new UnboundedChannelOptions { SingleReader = true });
    private readonly List<JournalEntry> _inputs = [];
    private readonly List<TimedInput> _timedInputs = [];
    private readonly RecentSpeed _speed;
    private readonly RecentLateness _lateness = new();
    private readonly uint _plannedOutsideEvents;
    private readonly bool _startsPaused;
    private uint _inputEvents;
    private int _published;
    private long _lastWindowEnd;
    private long _windowEndedAt;
    private long _simTime;
    private long _frameAt;
    private long _stateAt;
    private bool _stepOnce;
    private bool _isBehind;
    private bool _isStateChanged = true;
    private bool _isRemoved;
    private bool _isReleased;
    private long? _runTo;
    private string? _summary;
    private RunState _state;

    /// <summary>Opens a run; <see cref="RunAsync"/> brings it to life.</summary>
    /// <param name="prepared">The run, made ready.</param>
    /// <param name="request">What was asked.</param>
    /// <param name="runs">Hosts it.</param>
    /// <param name="streams">Where its frames go.</param>
    /// <param name="time">Wall time.</param>
    public LiveRun(PreparedRun prepared, RunRequest request, GrainRuns runs, IStreamProvider streams, TimeProvider time)
    {
        _prepared = prepared;
        _runs = runs;
        _time = time;
        (Number, _hosted, _conductor) = runs.Open(() => prepared.Plan, new GrainRunOptions { IsShown = true });
        LiveLayout layout = prepared.Plan.Live;
        _table = new LiveTable(layout);
        _log = new RunLog(layout, prepared.Plan.CodeOf, time);
        _history = new RunHistory(layout);
        _clock = new PacedClock(time);
        _speed = new RecentSpeed(time);
        _plannedOutsideEvents = (uint)prepared.Plan.FirstEvents().Count();
        string epoch = $"{Number.ToString(CultureInfo.InvariantCulture)}-{time.GetUtcNow().ToUnixTimeMilliseconds().ToString("x", CultureInfo.InvariantCulture)}";
        _publisher = new FramePublisher(streams, Number, epoch, layout, time);
        _state = FirstState(prepared, request, epoch) with { Id = Number };
        _clock.Set(0, request.Speed);
        _startsPaused = request.Paused;
    }

    /// <summary>Number of the run.</summary>
    public int Number { get; }

    /// <summary>Where it stands.</summary>
    public RunState State => Volatile.Read(ref _state);

    /// <summary>The plan.</summary>
    public Model.Testing.MassTestPlan Plan => _prepared.Plan;

    /// <summary>Runs until it is removed; an ended run goes on answering.</summary>
    public async Task RunAsync()
    {
        try
        {
            await PrepareAsync();
            while (!_isRemoved)
            {
                DrainCommands();
                await (State.State switch
                {
                    "running" => AdvanceAsync(),
                    "paused" when _stepOnce || _runTo is not null => AdvanceAsync(),
                    "stopped" when !_isReleased => StopAsync(),
                    _ => IdleAsync(),
                });
            }
        }
        catch (SimulationException failure)
        {
            await FailAsync($"{_prepared.Plan.CodeOf(failure.Entity)}: {failure.Reason} ({_prepared.Plan.Describe(failure.Cause)})");
        }
        catch (Exception failure)
        {
            // The loop's edge: nobody else would hear of it, and the run would seem to go on for ever.
            await FailAsync($"{failure.GetType().Name}: {failure.Message}");
        }

        await CloseAsync();
    }

    /// <summary>Has something done between two windows.</summary>
    /// <param name="what">What.</param>
    /// <typeparam name="T">What it answers.</typeparam>
    public Task<T> Ask<T>(Func<T> what)
    {
        TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        bool isTaken = _commands.Writer.TryWrite(() =>
        {
            try
            {
                answer.SetResult(what());
            }
            catch (LiveInputException wrong)
            {
                answer.SetException(wrong);
            }
        });
        return isTaken ? answer.Task : throw new LiveInputException(404, new LiveInputError("id", $"run {Number}, which is over", "a run in the list of runs"));
    }

    /// <summary>Has the collector move the fresh grains out of the young generations now, where nobody waits.</summary>
    /// <remarks>They go one generation a collection. Left to itself it moves some 200 MB in the middle of the paced run, whose windows are then 0.3 s late.</remarks>
    private static void SettleMemory()
    {
        for (int generation = 0; generation < GC.MaxGeneration; generation++)
        {
            GC.Collect(1, GCCollectionMode.Forced, blocking: true);
        }
    }

    private async Task PrepareAsync()
    {
        _log.Add(0, "run", false, "", "log.run.started", _prepared.Scenario.Name, _prepared.Scenario.Seed.ToString(CultureInfo.InvariantCulture));
        await _conductor.Prepare(new PreparationProgress(this));
        await _conductor.Begin();
        SettleMemory();
        _simTime = Math.Min(_conductor.Earliest, Plan.Horizon) / 60_000 * 60_000;
        _lastWindowEnd = _simTime;
        _clock.Set(_simTime, _clock.Speed);
        Change(state => state with { State = _startsPaused ? "paused" : "running", Prepared = 1 });
        await FrameAsync();
    }

    private async Task AdvanceAsync()
    {
        long earliest = _conductor.Earliest;
        if (earliest >= Plan.Horizon)
        {
            await FinishAsync();
            return;
        }

        if (_runTo is { } until && earliest >= until)
        {
            _runTo = null;
            Pause(until);
            await FrameAsync();
            return;
        }

        bool isPaced = !_stepOnce && _runTo is null;
        long now = isPaced ? _clock.Now : long.MaxValue;
        long end = Math.Min(Math.Min(Plan.Horizon, _runTo ?? long.MaxValue), EventCalendar.WindowEnd(earliest, _stepOnce ? EventWidth(null) : EventWidth(_clock.Speed)));
        if (end > now)
        {
            await WaitAsync(earliest, end, now);
            return;
        }

        await _conductor.StepWindow(end);
        _windowEndedAt = Milliseconds;
        _lastWindowEnd = end;
        NoteBehind(now, end);
        if (_stepOnce)
        {
            _stepOnce = false;
            Pause(end);
            await FrameAsync();
            return;
        }

        bool isMinute = end / 60_000 > _simTime / 60_000;
        _simTime = Math.Max(_simTime, end);
        if (IsFrameDue)
        {
            await FrameAsync();
        }
        else if (isMinute)
        {
            await _conductor.TakeShown(_table);
            _history.Note(_simTime, _table);
        }
    }

    /// <summary>Windows are short at low speed, so that the picture moves smoothly: a twentieth of a second, at least 250 ms of simulated time.</summary>
    private static long EventWidth(double? speed) => speed is { } factor
        ? (long)Math.Clamp(factor * 50, 250, Model.Time.SimTime.LookaheadMilliseconds)
        : Model.Time.SimTime.LookaheadMilliseconds;

    /// <summary>Nothing is due yet: the clock goes on, and long empty time is jumped over.</summary>
    private async Task WaitAsync(long earliest, long end, long now)
    {
        if (earliest - now > JumpFrom && _clock.Until(earliest) > TimeSpan.FromSeconds(5))
        {
            _simTime = earliest - JumpTo;
            _clock.Set(_simTime, _clock.Speed);
            await FrameAsync();
            return;
        }

        _simTime = Math.Max(_simTime, Math.Min(now, earliest));
        SetBehind(0);
        if (IsFrameDue)
        {
            await FrameAsync();
        }

        TimeSpan frame = TimeSpan.FromMilliseconds(Math.Max(1, _frameAt + FrameMilliseconds - Milliseconds));
        TimeSpan due = _clock.Until(end);
        await WaitForCommandAsync(due < frame ? due : frame);
    }

    private async Task IdleAsync()
    {
        await PublishStateAsync();
        await PublishLogAsync();
        await WaitForCommandAsync(TimeSpan.FromMilliseconds(IdleMilliseconds));
        if (Milliseconds - _frameAt >= IdleMilliseconds && !_isRemoved)
        {
            await FrameAsync();
        }
    }

    private void DrainCommands()
    {
        while (_commands.Reader.TryRead(out Action? command))
        {
            command();
        }
    }

    private async Task WaitForCommandAsync(TimeSpan longest)
    {
        if (longest <= TimeSpan.Zero)
        {
            return;
        }

        using CancellationTokenSource timeout = new(longest, _time);
        try
        {
            await _commands.Reader.WaitToReadAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            // The time is up: the loop goes on.
        }
    }

    private sealed class PreparationProgress(LiveRun run) : IProgress<RunProgress>
    {
        /// <summary>Called in the run's loop, between two calls for more grains: who asks something need not wait for all of them.</summary>
        public void Report(RunProgress value)
        {
            run.Change(state => state with { Prepared = Math.Round((double)value.Events / Math.Max(1, run._hosted.Index.Count), 3) });
            run.DrainCommands();
        }
    }
}

using System.Globalization;
using Twin.Model.Events;

namespace Twin.Grains.Live;

/// <content>What a run tells those who watch: frames, log, state.</content>
public sealed partial class LiveRun
{
    private long Milliseconds => _time.GetUtcNow().ToUnixTimeMilliseconds();

    private bool IsFrameDue => Milliseconds - _frameAt >= FrameMilliseconds;

    private async Task FrameAsync()
    {
        _frameAt = Milliseconds;
        if (!_isReleased)
        {
            await _conductor.TakeShown(_table);
        }

        await PublishAsync();
    }

    private async Task PublishAsync()
    {
        _history.Note(_simTime, _table);
        _log.Watch(_simTime, _table);
        await _publisher.PublishAsync(_table, _simTime, _windowEndedAt);
        _table.ClearChanges();
        _speed.Note(_simTime);
        Change(state => state with
        {
            SimTime = _simTime,
            SpeedActual = State.State == "running" ? _speed.Value : 0,
            Events = _conductor.Events,
            Windows = _conductor.Windows,
            Tested = TestedNow(),
            LateP99Milliseconds = _lateness.P99,
        });
        await PublishLogAsync();
        await PublishStateAsync();
    }

    private int TestedNow() => _table[_table.Layout.First(_table.Layout.Find("tested", EntityKind.District))];

    private async Task PublishLogAsync()
    {
        for (; _published < _log.Entries.Count; _published++)
        {
            await _publisher.PublishAsync(_log.Entries[_published]);
        }
    }

    private async Task PublishStateAsync()
    {
        if (_isStateChanged && Milliseconds - _stateAt >= StateMilliseconds)
        {
            _isStateChanged = false;
            _stateAt = Milliseconds;
            await _publisher.PublishAsync(State);
        }
    }

    private void NoteBehind(long now, long end)
    {
        if (_clock.Speed is { } speed && now != long.MaxValue)
        {
            double late = Math.Max(0, (now - end) / speed / 1000);
            _lateness.Note(late * 1000);
            SetBehind(late);
        }
    }

    private void SetBehind(double seconds)
    {
        bool isBehind = seconds > BehindFromSeconds;
        if (isBehind && !_isBehind)
        {
            _log.Add(_simTime, "run", true, "", "log.run.behind", (_clock.Speed ?? 0).ToString("0", CultureInfo.InvariantCulture));
        }

        _isBehind = isBehind;
        double shown = isBehind ? Math.Round(seconds, 1) : 0;
        if (State.BehindSeconds != shown)
        {
            Change(state => state with { BehindSeconds = shown });
        }
    }

    private void Change(Func<RunState, RunState> how)
    {
        RunState next = how(_state);
        if (next != _state)
        {
            Volatile.Write(ref _state, next);
            _isStateChanged = true;
        }
    }

    private static RunState FirstState(PreparedRun prepared, RunRequest request, string epoch) => new()
    {
        Id = 0,
        Scenario = prepared.Scenario.Name,
        Title = prepared.Scenario.Title,
        TitleZh = prepared.Scenario.TitleZh,
        Seed = prepared.Scenario.Seed,
        Scale = prepared.Scenario.Scale,
        State = "preparing",
        Start = prepared.Scenario.Start.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        SimTime = 0,
        Horizon = prepared.Plan.Horizon,
        Open = prepared.Plan.Open,
        Close = prepared.Plan.Close,
        Speed = request.Speed,
        Residents = prepared.Plan.District.Residents,
        Households = prepared.Plan.District.Households,
        Expected = prepared.Plan.ExpectedOnSite,
        Epoch = epoch,
        Targets = new LiveTargets(prepared.Plan.Targets.Line, prepared.Plan.Targets.Share, prepared.Plan.Targets.WaitSeconds, prepared.Plan.Targets.WaitQuantile),
    };
}

using System.Globalization;
using Twin.Model.Results;

namespace Twin.Grains.Live;

/// <content>How a run ends: at its horizon, by a failure, stopped, or removed. An ended run's grains go on answering; a stopped or failed run's go.</content>
public sealed partial class LiveRun
{
    private async Task FinishAsync()
    {
        EngineOutcome outcome = await _conductor.Collect() with { Grains = await _runs.ActiveGrains(Number) };
        await _conductor.TakeShown(_table);
        Plan.ShowFinal(outcome.Metrics, _table);
        _summary = _prepared.Summarise(outcome, _timedInputs);
        _log.Add(_simTime, "run", false, "", "log.run.ended");

        // Whoever reads "ended" reads the last figures with it: no frame comes between.
        Change(state => state with
        {
            State = "ended",
            SimTime = _simTime,
            SpeedActual = 0,
            Events = _conductor.Events,
            Windows = _conductor.Windows,
            Tested = TestedNow(),
            Digest = outcome.Digest.ToString("x32", CultureInfo.InvariantCulture),
            ResultsDigest = outcome.Metrics.Digest(),
            BehindSeconds = 0,
        });
        _stateAt = 0;
        await PublishAsync();
    }

    private async Task FailAsync(string reason)
    {
        _log.Add(_simTime, "run", true, "", "log.run.failed", reason);
        Change(state => state with { State = "failed", Error = reason });
        _stateAt = 0;
        await PublishStateAsync();
        await PublishLogAsync();
        await ReleaseAsync();
        while (!_isRemoved)
        {
            DrainCommands();
            await IdleAsync();
        }
    }

    private async Task StopAsync()
    {
        await FrameAsync();
        await ReleaseAsync();
    }

    private async Task CloseAsync()
    {
        _commands.Writer.Complete();
        DrainCommands();
        await ReleaseAsync();
        _prepared.Journal.Dispose();
    }

    /// <summary>The grains go, and their memory; what was shown last, the log and the inputs stay.</summary>
    private async Task ReleaseAsync()
    {
        if (!_isReleased)
        {
            _isReleased = true;
            await _runs.CloseAsync(Number, _conductor, DrainCommands);
        }
    }
}

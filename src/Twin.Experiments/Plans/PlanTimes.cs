using Twin.Model.Scenarios;

namespace Twin.Experiments.Plans;

/// <summary>Checks the times of a plan's entries against its scenario's start and window.</summary>
/// <param name="file">The plan.</param>
/// <param name="scenario">Its scenario.</param>
/// <param name="faults">Takes what is wrong.</param>
internal sealed class PlanTimes(PlanFile file, Scenario scenario, KeyedFaults faults)
{
    private readonly ScenarioClock _clock = new(scenario.Start);
    private bool _startChecked;

    /// <summary>Checks an entry.</summary>
    /// <param name="at">Its path.</param>
    /// <param name="entry">The entry.</param>
    public void Check(string at, PlanEntry entry)
    {
        if ((entry.From is null && entry.To is null) || !HasStart())
        {
            return;
        }

        (long open, long close) = (scenario.Testing.Window.Open.SinceStart, scenario.Testing.Window.Close.SinceStart);
        if (entry.From is { } from && from.SinceStart >= close)
        {
            faults.Add($"{at}.from", _clock.Iso(from.SinceStart), $"a time before closing ({_clock.Iso(close)})");
        }

        if (entry.To is { } to && (to.SinceStart <= open || to.SinceStart >= scenario.Horizon.Milliseconds))
        {
            faults.Add($"{at}.to", _clock.Iso(to.SinceStart), $"a time after opening ({_clock.Iso(open)}) and before the run's end ({_clock.Iso(scenario.Horizon.Milliseconds)})");
        }
        else if (entry.To is { } end && entry.From is { } begin && end.SinceStart <= begin.SinceStart)
        {
            faults.Add($"{at}.to", _clock.Iso(end.SinceStart), $"a time after from ({_clock.Iso(begin.SinceStart)})");
        }
    }

    private bool HasStart()
    {
        if (!_startChecked && file.Start != scenario.Start)
        {
            faults.Add("start", file.Start is { } start ? new ScenarioClock(start).Iso(0) : "nothing", $"{_clock.Iso(0)}, the start of {file.ScenarioFile}: entries have times");
        }

        _startChecked = true;
        return file.Start == scenario.Start;
    }
}

using System.Globalization;
using Twin.Model.Events;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Grains.Live;

/// <content>What is asked of a run from outside; everything here runs in its loop, between two windows.</content>
public sealed partial class LiveRun
{
    private const double SpeedLeast = 1;
    private const double SpeedGreatest = 10_000;
    private const int NeighboursShown = 5;

    /// <summary>Everything that a topic shows.</summary>
    /// <param name="topic">The topic.</param>
    public FrameMessage Keyframe(string topic) => _publisher.Keyframe(_table, topic);

    /// <summary>Entries of the log.</summary>
    /// <param name="after">Number of the entry before the first one wanted.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<LogEntry> Log(long after, int most) => [.. _log.Entries.Skip((int)Math.Clamp(after, 0, int.MaxValue)).Take(most)];

    /// <summary>The history by minute.</summary>
    public RunSeries Series() => _history.Series();

    /// <summary>The inputs so far.</summary>
    public IReadOnlyList<JournalEntry> Inputs() => [.. _inputs];

    /// <summary>summary.json; null before the end.</summary>
    public string? Summary() => _summary;

    /// <summary>Whether a speed is allowed.</summary>
    /// <param name="speed">Simulated seconds per second; null for as fast as it goes.</param>
    /// <exception cref="LiveInputException">It is not.</exception>
    public static void CheckSpeed(double? speed)
    {
        if (speed is { } given && !(given >= SpeedLeast && given <= SpeedGreatest))
        {
            throw new LiveInputException(400, new LiveInputError("speed", given.ToString(CultureInfo.InvariantCulture), "1 to 10000, or null for as fast as it goes"));
        }
    }

    /// <summary>Ends the loop.</summary>
    public bool Remove() => _isRemoved = true;

    /// <summary>Pauses, resumes, steps, sets the speed, or stops.</summary>
    /// <param name="control">What is to be done.</param>
    /// <exception cref="LiveInputException">It is not possible.</exception>
    public RunState Control(RunControl control)
    {
        if (State.State is not ("running" or "paused"))
        {
            throw new LiveInputException(409, new LiveInputError("action", $"{control.Action} of a run that is {State.State}", "a run that is running or paused"));
        }

        switch (control.Action)
        {
            case "pause":
                _log.Add(_simTime, "run", false, "", "log.run.paused");
                Pause(_simTime);
                break;
            case "resume":
                _log.Add(_simTime, "run", false, "", "log.run.resumed");
                _clock.Set(_simTime, _clock.Speed);
                _runTo = null;
                Change(state => state with { State = "running" });
                break;
            case "step":
                Pause(_simTime);
                _stepOnce = true;
                break;
            case "runTo":
                RunTo(control.To);
                break;
            case "speed":
                CheckSpeed(control.Speed);
                _clock.Set(_simTime, control.Speed);
                Change(state => state with { Speed = control.Speed, BehindSeconds = 0 });
                break;
            case "stop":
                _log.Add(_simTime, "run", false, "", "log.run.stopped");
                Change(state => state with { State = "stopped", BehindSeconds = 0, SpeedActual = 0 });
                break;
            default:
                throw new LiveInputException(400, new LiveInputError("action", $"'{control.Action}'", "pause, resume, step, runTo, speed or stop"));
        }

        _stateAt = 0;
        return State;
    }

    /// <summary>Takes an input: due at once, written into the journal before it takes effect.</summary>
    /// <param name="given">What is done.</param>
    /// <exception cref="LiveInputException">It is wrong, or the run has ended.</exception>
    public JournalEntry Input(LiveInput given)
    {
        if (State.State is not ("running" or "paused"))
        {
            throw new LiveInputException(409, new LiveInputError("id", $"a run that is {State.State}", "a run that is running or paused"));
        }

        long at = Math.Max(_lastWindowEnd, _simTime);
        RunInput input = Checked(given, at);
        JournalEntry entry = new(_inputs.Count + 1, at, given);
        _prepared.Journal.Append(entry);
        _inputs.Add(entry);
        _timedInputs.Add(new TimedInput(at, input));
        IReadOnlyList<Event> events = Plan.EventsOf(input, at, _plannedOutsideEvents + _inputEvents);
        _inputEvents += (uint)events.Count;
        foreach (Event e in events)
        {
            _conductor.Inject(in e);
        }

        string sites = given.Sites.Count == 0 ? "all" : string.Join(", ", given.Sites);
        _log.Add(at, "input", false, given.Sites.Count == 1 ? given.Sites[0] : "", $"log.input.{given.Type}", sites, $"{given.Samplers}", $"{given.Desks}", given.From ?? "");
        Change(state => state with { Inputs = _inputs.Count });
        return entry;
    }

    /// <summary>What an input would affect.</summary>
    /// <param name="given">What would be done.</param>
    /// <exception cref="LiveInputException">It is wrong.</exception>
    public InputPreview Preview(LiveInput given)
    {
        RunInput input = Checked(given, Math.Max(_lastWindowEnd, _simTime));
        int waiting = _table.Layout.Find("waiting", EntityKind.Site);
        int state = _table.Layout.Find("state", EntityKind.Site);
        int[] sites = input.Sites.Count == 0 ? [.. Enumerable.Range(0, Plan.Layout.Count)] : [.. input.Sites.Select(Plan.SiteOf)];
        int[] near = [.. sites.Take(1).SelectMany(site => Plan.Layout.NearestTo[site]).Where(site => !sites.Contains(site) && _table.Of(state)[site] < 3).Take(NeighboursShown)];
        return new InputPreview(
            [.. sites.Select(SiteLayout.CodeOf)],
            sites.Sum(site => _table.Of(waiting)[site]),
            sites.Sum(site => Plan.Layout.HomeResidents[site]),
            [.. near.Select(site => new SiteNeighbour(SiteLayout.CodeOf(site), Distance(sites[0], site), _table.Of(waiting)[site]))]);
    }

    private int Distance(int from, int to) =>
        (int)Math.Round(Math.Sqrt(Math.Pow(Plan.Layout.X[from] - (double)Plan.Layout.X[to], 2) + Math.Pow(Plan.Layout.Y[from] - (double)Plan.Layout.Y[to], 2)) / 100);

    private RunInput Checked(LiveInput given, long at)
    {
        RunInput input = LiveInputs.Read(given);
        IReadOnlyList<InputError> errors = Plan.Check(input, at);
        return errors.Count == 0 ? input : throw new LiveInputException(422, [.. errors.Select(error => new LiveInputError(error.Path, error.Found, error.Allowed))]);
    }

    private void Pause(long simTime)
    {
        _simTime = simTime;
        _stepOnce = false;
        Change(state => state with { State = "paused", SimTime = simTime, SpeedActual = 0, BehindSeconds = 0 });
    }

    private void RunTo(long? to)
    {
        if (to is not { } until || until <= _simTime || until > Plan.Horizon)
        {
            string found = to is { } given ? given.ToString(CultureInfo.InvariantCulture) : "nothing";
            throw new LiveInputException(422, new LiveInputError("to", found, $"ms after now ({_simTime}) and up to {Plan.Horizon}"));
        }

        Pause(_simTime);
        _runTo = until;
    }
}

using MessagePack;
using Twin.Grains.Live;

namespace Twin.Viewer.Http;

/// <summary>Where a run stands, as viewers get it.</summary>
[MessagePackObject]
public record RunView
{
    /// <summary>Id of the run.</summary>
    [Key("id")]
    public int Id { get; init; }

    /// <summary>Name of the scenario.</summary>
    [Key("scenario")]
    public required string Scenario { get; init; }

    /// <summary>Title in English.</summary>
    [Key("title")]
    public required string Title { get; init; }

    /// <summary>Title in Chinese.</summary>
    [Key("titleZh")]
    public required string TitleZh { get; init; }

    /// <summary>Seed.</summary>
    [Key("seed")]
    public ulong Seed { get; init; }

    /// <summary>Share of the district.</summary>
    [Key("scale")]
    public double Scale { get; init; }

    /// <summary>preparing, running, paused, ended, failed or stopped.</summary>
    [Key("state")]
    [System.Text.Json.Serialization.JsonPropertyName("state")]
    public required string Status { get; init; }

    /// <summary>SIM: a simulated run.</summary>
    [Key("mode")]
    public string Mode { get; init; } = "SIM";

    /// <summary>Why it failed; null unless it did.</summary>
    [Key("error")]
    public string? Error { get; init; }

    /// <summary>Local time of the simulated moment 0, ISO 8601 with offset.</summary>
    [Key("start")]
    public required string Start { get; init; }

    /// <summary>The simulated moment that is shown, ms.</summary>
    [Key("simTime")]
    public long SimTime { get; init; }

    /// <summary>When the run ends at the latest, ms.</summary>
    [Key("horizon")]
    public long Horizon { get; init; }

    /// <summary>When sites open, ms.</summary>
    [Key("open")]
    public long Open { get; init; }

    /// <summary>When sites close as planned, ms.</summary>
    [Key("close")]
    public long Close { get; init; }

    /// <summary>The target time, ms.</summary>
    [Key("targetLine")]
    public long TargetLine { get; init; }

    /// <summary>Share of those expected on site who are to be tested by then.</summary>
    [Key("targetShare")]
    public double TargetShare { get; init; }

    /// <summary>Longest wait at a site for the share <see cref="TargetWaitQuantile"/> of its people, s.</summary>
    [Key("targetWaitSeconds")]
    public double TargetWaitSeconds { get; init; }

    /// <summary>That share.</summary>
    [Key("targetWaitQuantile")]
    public double TargetWaitQuantile { get; init; }

    /// <summary>Asked speed, simulated seconds per second; null for as fast as it goes.</summary>
    [Key("speed")]
    public double? Speed { get; init; }

    /// <summary>Speed over the last seconds.</summary>
    [Key("speedActual")]
    public double SpeedActual { get; init; }

    /// <summary>By how much it is behind its asked speed, seconds; 0 when it keeps up.</summary>
    [Key("behindSeconds")]
    public double BehindSeconds { get; init; }

    /// <summary>Of the last thousand windows at a pace, 99 % ended at most this long after their time, ms of wall time.</summary>
    [Key("lateP99Milliseconds")]
    public double LateP99Milliseconds { get; init; }

    /// <summary>Residents.</summary>
    [Key("residents")]
    public int Residents { get; init; }

    /// <summary>Households.</summary>
    [Key("households")]
    public int Households { get; init; }

    /// <summary>People expected on site.</summary>
    [Key("expected")]
    public long Expected { get; init; }

    /// <summary>People tested.</summary>
    [Key("tested")]
    public long Tested { get; init; }

    /// <summary>Events handled.</summary>
    [Key("events")]
    public long Events { get; init; }

    /// <summary>Windows stepped.</summary>
    [Key("windows")]
    public long Windows { get; init; }

    /// <summary>Share of the grains that are active, while it prepares; 1 after.</summary>
    [Key("prepared")]
    public double Prepared { get; init; }

    /// <summary>Trace digest, once it has ended.</summary>
    [Key("digest")]
    public string? Digest { get; init; }

    /// <summary>Results digest, once it has ended.</summary>
    [Key("resultsDigest")]
    public string? ResultsDigest { get; init; }

    /// <summary>Epoch of its frames.</summary>
    [Key("epoch")]
    public required string Epoch { get; init; }

    /// <summary>Inputs accepted so far.</summary>
    [Key("inputs")]
    public int Inputs { get; init; }

    /// <summary>A run's state as viewers get it.</summary>
    /// <param name="state">The state.</param>
    internal static RunView Of(RunState state) => new()
    {
        Id = state.Id,
        Scenario = state.Scenario,
        Title = state.Title,
        TitleZh = state.TitleZh,
        Seed = state.Seed,
        Scale = state.Scale,
        Status = state.State,
        Error = state.Error,
        Start = state.Start,
        SimTime = state.SimTime,
        Horizon = state.Horizon,
        Open = state.Open,
        Close = state.Close,
        TargetLine = state.Targets.Line,
        TargetShare = state.Targets.Share,
        TargetWaitSeconds = state.Targets.WaitSeconds,
        TargetWaitQuantile = state.Targets.WaitQuantile,
        Speed = state.Speed,
        SpeedActual = state.SpeedActual,
        BehindSeconds = state.BehindSeconds,
        LateP99Milliseconds = state.LateP99Milliseconds,
        Residents = state.Residents,
        Households = state.Households,
        Expected = state.Expected,
        Tested = state.Tested,
        Events = state.Events,
        Windows = state.Windows,
        Prepared = state.Prepared,
        Digest = state.Digest,
        ResultsDigest = state.ResultsDigest,
        Epoch = state.Epoch,
        Inputs = state.Inputs,
    };
}

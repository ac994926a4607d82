using System.Text.Json.Serialization;

namespace Twin.Grains.Live;

/// <summary>A run to be started.</summary>
/// <param name="Scenario">Name of a scenario that the server has, such as <c>mass-testing-490k</c>.</param>
/// <param name="Seed">Seed; null for the scenario's.</param>
/// <param name="Scale">Share of the district; null for the scenario's.</param>
/// <param name="Sets">Changes to keys of the scenario, <c>path=value</c> each.</param>
/// <param name="Speed">Simulated seconds per second, 1 to 10,000; null for as fast as it goes.</param>
/// <param name="Paused">Whether it waits once its grains are active.</param>
[Immutable]
[GenerateSerializer]
[Alias("twin.RunRequest")]
public sealed record RunRequest(
    [property: Id(0)] string Scenario,
    [property: Id(1)] ulong? Seed,
    [property: Id(2)] double? Scale,
    [property: Id(3)] IReadOnlyList<string> Sets,
    [property: Id(4)] double? Speed,
    [property: Id(5)] bool Paused);

/// <summary>A scenario that the server has.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">Title in English.</param>
/// <param name="TitleZh">Title in Chinese.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Scale">Its scale.</param>
[Immutable]
[GenerateSerializer]
[Alias("twin.ScenarioEntry")]
public sealed record ScenarioEntry(
    [property: Id(0)] string Name, [property: Id(1)] string Title, [property: Id(2)] string TitleZh, [property: Id(3)] ulong Seed, [property: Id(4)] double Scale);

/// <summary>Where a run stands.</summary>
[Immutable]
[GenerateSerializer]
[Alias("twin.RunState")]
public sealed record RunState
{
    /// <summary>Number of the run, from 1; its id in addresses.</summary>
    [Id(0)]
    public required int Id { get; init; }

    /// <summary>Name of the scenario.</summary>
    [Id(1)]
    public required string Scenario { get; init; }

    /// <summary>Title in English.</summary>
    [Id(2)]
    public required string Title { get; init; }

    /// <summary>Title in Chinese.</summary>
    [Id(3)]
    public required string TitleZh { get; init; }

    /// <summary>Seed.</summary>
    [Id(4)]
    public required ulong Seed { get; init; }

    /// <summary>Share of the district.</summary>
    [Id(5)]
    public required double Scale { get; init; }

    /// <summary>preparing, running, paused, ended, failed or stopped.</summary>
    [Id(6)]
    public required string State { get; init; }

    /// <summary>Why it failed; null unless it did.</summary>
    [Id(7)]
    public string? Error { get; init; }

    /// <summary>Local time of the simulated moment 0, ISO 8601 with offset.</summary>
    [Id(8)]
    public required string Start { get; init; }

    /// <summary>The simulated moment that is shown, ms.</summary>
    [Id(9)]
    public required long SimTime { get; init; }

    /// <summary>When the run ends at the latest, ms.</summary>
    [Id(10)]
    public required long Horizon { get; init; }

    /// <summary>When sites open, ms.</summary>
    [Id(11)]
    public required long Open { get; init; }

    /// <summary>When sites close as planned, ms.</summary>
    [Id(12)]
    public required long Close { get; init; }

    /// <summary>Asked speed, simulated seconds per second; null for as fast as it goes.</summary>
    [Id(13)]
    public double? Speed { get; init; }

    /// <summary>Speed over the last seconds.</summary>
    [Id(14)]
    public double SpeedActual { get; init; }

    /// <summary>By how much it is behind its asked speed, seconds of wall time; 0 when it keeps up.</summary>
    [Id(15)]
    public double BehindSeconds { get; init; }

    /// <summary>Residents.</summary>
    [Id(16)]
    public required int Residents { get; init; }

    /// <summary>Households.</summary>
    [Id(17)]
    public required int Households { get; init; }

    /// <summary>People expected on site.</summary>
    [Id(18)]
    public required long Expected { get; init; }

    /// <summary>People tested.</summary>
    [Id(19)]
    public long Tested { get; init; }

    /// <summary>Events handled.</summary>
    [Id(20)]
    public long Events { get; init; }

    /// <summary>Windows stepped.</summary>
    [Id(21)]
    public long Windows { get; init; }

    /// <summary>Share of the grains that are active, while it prepares; 1 after.</summary>
    [Id(22)]
    public double Prepared { get; init; }

    /// <summary>Trace digest, once it has ended.</summary>
    [Id(23)]
    public string? Digest { get; init; }

    /// <summary>Results digest, once it has ended.</summary>
    [Id(24)]
    public string? ResultsDigest { get; init; }

    /// <summary>Epoch of its frames.</summary>
    [Id(25)]
    public required string Epoch { get; init; }

    /// <summary>Inputs accepted so far.</summary>
    [Id(26)]
    public int Inputs { get; init; }

    /// <summary>Of the last thousand windows at a pace, 99 % ended at most this long after their time, ms of wall time.</summary>
    [Id(27)]
    public double LateP99Milliseconds { get; init; }

    /// <summary>What the test is judged against.</summary>
    [Id(28)]
    public required LiveTargets Targets { get; init; }
}

/// <summary>A run's targets as a viewer needs them.</summary>
/// <param name="Line">The target time, ms.</param>
/// <param name="Share">Share of those expected on site who are to be tested by then.</param>
/// <param name="WaitSeconds">Longest wait at a site for the share <paramref name="WaitQuantile"/> of its people, s.</param>
/// <param name="WaitQuantile">That share.</param>
[Immutable]
[GenerateSerializer]
[Alias("twin.LiveTargets")]
public sealed record LiveTargets(
    [property: Id(0)] long Line, [property: Id(1)] double Share, [property: Id(2)] double WaitSeconds, [property: Id(3)] double WaitQuantile);

/// <summary>What is to be done with a run.</summary>
/// <param name="Action">pause, resume, step (one window), runTo, speed or stop.</param>
/// <param name="To">For runTo: until when, ms.</param>
/// <param name="Speed">For speed: simulated seconds per second, 1 to 10,000; null for as fast as it goes.</param>
[Immutable]
[GenerateSerializer]
[Alias("twin.RunControl")]
public sealed record RunControl([property: Id(0)] string Action, [property: Id(1)] long? To, [property: Id(2)] double? Speed);

/// <summary>Something done to a run from outside while it goes on.</summary>
/// <param name="Type">closeSite, openSite, addStaff, removeStaff, moveStaff, registrationOutage or extendWindow.</param>
/// <param name="Sites">Codes of the sites; empty for all, where that is allowed.</param>
/// <param name="From">For moveStaff: code of the site that gives.</param>
/// <param name="Samplers">Samplers, per site.</param>
/// <param name="Desks">Desks, per site.</param>
/// <param name="LengthMinutes">For registrationOutage: how long, minutes.</param>
/// <param name="To">For extendWindow: the new close, ms.</param>
[Immutable]
[GenerateSerializer]
[Alias("twin.LiveInput")]
public sealed record LiveInput(
    [property: Id(0)] string Type,
    [property: Id(1)] IReadOnlyList<string> Sites,
    [property: Id(2)] string? From,
    [property: Id(3)] int Samplers,
    [property: Id(4)] int Desks,
    [property: Id(5)] double LengthMinutes,
    [property: Id(6)] long? To);

/// <summary>An input as it stands in the run's journal.</summary>
/// <param name="Seq">Its place, from 1.</param>
/// <param name="At">When it is due, ms.</param>
/// <param name="Input">What was done.</param>
[Immutable]
[GenerateSerializer]
[Alias("twin.JournalEntry")]
public sealed record JournalEntry([property: Id(0)] int Seq, [property: Id(1)] long At, [property: Id(2)] LiveInput Input);

/// <summary>What an input would affect now.</summary>
/// <param name="Sites">Codes of the sites.</param>
/// <param name="Waiting">People who wait there.</param>
/// <param name="HomeResidents">Residents whose home site they are.</param>
/// <param name="Neighbours">The nearest sites that stay open, nearest first.</param>
[Immutable]
[GenerateSerializer]
[Alias("twin.InputPreview")]
public sealed record InputPreview(
    [property: Id(0)] IReadOnlyList<string> Sites,
    [property: Id(1)] int Waiting,
    [property: Id(2)] long HomeResidents,
    [property: Id(3)] IReadOnlyList<SiteNeighbour> Neighbours);

/// <summary>A site near another.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Distance">Metres, as the crow flies.</param>
/// <param name="Queue">People who wait there.</param>
[Immutable]
[GenerateSerializer]
[Alias("twin.SiteNeighbour")]
public sealed record SiteNeighbour([property: Id(0)] string Code, [property: Id(1)] int Distance, [property: Id(2)] int Queue);

/// <summary>The run's history by minute, for who comes late.</summary>
/// <param name="Minutes">Minutes so far, from the simulated moment 0.</param>
/// <param name="Tested">People tested by the end of each minute.</param>
/// <param name="Notified">Households notified.</param>
/// <param name="Waiting">People who wait at sites.</param>
/// <param name="ExpectedWait">Expected wait of each site at each minute, s.</param>
[Immutable]
[GenerateSerializer]
[Alias("twin.RunSeries")]
public sealed record RunSeries(
    [property: Id(0)] int Minutes,
    [property: Id(1)] IReadOnlyList<int> Tested,
    [property: Id(2)] IReadOnlyList<int> Notified,
    [property: Id(3)] IReadOnlyList<int> Waiting,
    [property: Id(4)] IReadOnlyList<IReadOnlyList<int>> ExpectedWait);

/// <summary>A live measure, as docs/streaming.md describes it.</summary>
[Immutable]
[GenerateSerializer]
[Alias("twin.MeasureEntry")]
public sealed record MeasureEntry(
    [property: Id(0)] string Key,
    [property: Id(1)] string Level,
    [property: Id(2)] string Topic,
    [property: Id(3)] string En,
    [property: Id(4)] string Zh,
    [property: Id(5)] string Unit,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)][property: Id(6)] string? Of,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)][property: Id(7)] IReadOnlyList<StateEntry>? States,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)][property: Id(8)] int? Amber,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)][property: Id(9)] int? Red,
    [property: Id(10)] bool Attention);

/// <summary>A value of a state.</summary>
/// <param name="En">Name in English.</param>
/// <param name="Zh">Name in Chinese.</param>
[Immutable]
[GenerateSerializer]
[Alias("twin.StateEntry")]
public sealed record StateEntry([property: Id(0)] string En, [property: Id(1)] string Zh);

/// <summary>What does not change while a run goes on.</summary>
/// <param name="Measures">Its live measures; a measure's number is its place.</param>
/// <param name="Rows">Rows of each measure.</param>
/// <param name="Topics">Its topics.</param>
[Immutable]
[GenerateSerializer]
[Alias("twin.RunDescription")]
public sealed record RunDescription(
    [property: Id(0)] IReadOnlyList<MeasureEntry> Measures, [property: Id(1)] IReadOnlyList<int> Rows, [property: Id(2)] IReadOnlyList<string> Topics);

/// <summary>An entity's place in its run.</summary>
/// <param name="Kind">Its kind, camel case, such as microGrid.</param>
/// <param name="Code">Its code.</param>
/// <param name="Key">Integer key of its grain.</param>
[Immutable]
[GenerateSerializer]
[Alias("twin.EntityEntry")]
public sealed record EntityEntry([property: Id(0)] string Kind, [property: Id(1)] string Code, [property: Id(2)] long Key);

/// <summary>An entity and those about it.</summary>
/// <param name="Self">The entity.</param>
/// <param name="Parents">Those above it, the nearest first.</param>
/// <param name="Children">Those below it.</param>
/// <param name="Neighbours">Those beside it.</param>
[Immutable]
[GenerateSerializer]
[Alias("twin.EntityPlace")]
public sealed record EntityPlace(
    [property: Id(0)] EntityEntry Self,
    [property: Id(1)] IReadOnlyList<EntityEntry> Parents,
    [property: Id(2)] IReadOnlyList<EntityEntry> Children,
    [property: Id(3)] IReadOnlyList<EntityEntry> Neighbours);

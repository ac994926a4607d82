using Twin.Grains.Live;

namespace Twin.Viewer.Http;

/// <summary>The scenarios that the server has.</summary>
/// <param name="Scenarios">The scenarios, by name.</param>
public sealed record ScenarioList(IReadOnlyList<ScenarioEntry> Scenarios);

/// <summary>The runs.</summary>
/// <param name="Runs">The runs, the latest first.</param>
public sealed record RunList(IReadOnlyList<RunView> Runs);

/// <summary>A run and what does not change while it goes on.</summary>
public sealed record RunDetail : RunView
{
    /// <summary>Its live measures; a measure's number is its place.</summary>
    public required IReadOnlyList<MeasureEntry> Measures { get; init; }

    /// <summary>Its topics.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>Puts both together.</summary>
    /// <param name="state">Where the run stands.</param>
    /// <param name="description">What does not change.</param>
    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    internal RunDetail(RunState state, RunDescription description)
        : base(Of(state))
    {
        (Measures, Topics) = (description.Measures, description.Topics);
    }
}

/// <summary>A run's history by minute.</summary>
/// <param name="Minutes">Minutes so far, from the simulated moment 0.</param>
/// <param name="Tested">People tested by the end of each minute.</param>
/// <param name="Notified">Households notified.</param>
/// <param name="Waiting">People who wait at sites.</param>
/// <param name="Sites">What is known of each site.</param>
public sealed record SeriesAnswer(int Minutes, IReadOnlyList<int> Tested, IReadOnlyList<int> Notified, IReadOnlyList<int> Waiting, SiteSeries Sites);

/// <summary>The history of sites by minute.</summary>
/// <param name="ExpectedWait">Expected wait, s: a list of minutes for each site.</param>
public sealed record SiteSeries(IReadOnlyList<IReadOnlyList<int>> ExpectedWait);

/// <summary>The inputs of a run.</summary>
/// <param name="Inputs">The inputs, in the journal's order.</param>
public sealed record InputList(IReadOnlyList<JournalEntry> Inputs);

/// <summary>What an input would affect.</summary>
/// <param name="Affected">What it would affect.</param>
public sealed record PreviewAnswer(InputPreview Affected);

/// <summary>An entity as a link.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Code">Its code.</param>
/// <param name="Href">Where it is served.</param>
public sealed record EntityLink(string Kind, string Code, string Href);

/// <summary>A page of a list of entities.</summary>
/// <param name="Items">The entities.</param>
/// <param name="Next">Cursor of the next page; null on the last.</param>
public sealed record EntityList(IReadOnlyList<EntityLink> Items, string? Next);

/// <summary>An entity: its state out of its own grain, and its place.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="AsOf">The simulated moment up to which the state holds, ms.</param>
/// <param name="State">Its state, by kind.</param>
/// <param name="Events">What its grain handled last, the newest first; none of a household.</param>
/// <param name="Parents">Those above it, the nearest first.</param>
/// <param name="Children">Those below it.</param>
/// <param name="Neighbours">Those beside it.</param>
public sealed record EntityAnswer(
    string Code,
    string Kind,
    long AsOf,
    object State,
    IReadOnlyList<EntityEvent> Events,
    IReadOnlyList<EntityLink> Parents,
    IReadOnlyList<EntityLink> Children,
    IReadOnlyList<EntityLink> Neighbours);

/// <summary>Something that an entity's grain handled.</summary>
/// <param name="At">When, ms; of several alike the latest.</param>
/// <param name="Since">When the first of several alike happened, ms.</param>
/// <param name="Count">How many alike happened, each soon after the one before.</param>
/// <param name="Text">Key of its text in the catalogue.</param>
/// <param name="Values">What goes into the text's places.</param>
public sealed record EntityEvent(long At, long Since, int Count, string Text, IReadOnlyList<string> Values);

/// <summary>The households of a micro-grid.</summary>
/// <param name="Households">The households.</param>
public sealed record HouseholdList(IReadOnlyList<HouseholdItem> Households);

/// <summary>A household: nothing else is shown of one.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Size">Members.</param>
/// <param name="Tested">Members tested.</param>
public sealed record HouseholdItem(string Code, int Size, int Tested);

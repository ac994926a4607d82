using Twin.Experiments.Texts;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Reports;

/// <summary>A report: one self-contained page that answers a planner's question, the same for every kind of experiment.</summary>
/// <remarks>
/// The sections and their order are fixed: the answer, warnings, what to do, pictures, figures with their intervals, further parts, assumptions by
/// grade, limits, how to reproduce. A new kind of report fills this record and calls <see cref="Html"/>; it writes no markup of its own.
/// </remarks>
internal sealed record AnswerPage
{
    /// <summary>Most actions: they fit one printed page.</summary>
    public const int MostActions = 10;

    /// <summary>Title of the page.</summary>
    public required string Title { get; init; }

    /// <summary>What kind of experiment it is, in a word or two over the title.</summary>
    public required string Kind { get; init; }

    /// <summary>What was asked, in a sentence under the title.</summary>
    public required string Lead { get; init; }

    /// <summary>Whether the answer is good, bad, or open.</summary>
    public required AnswerTone Tone { get; init; }

    /// <summary>The answer in a sentence that can be said aloud.</summary>
    public required string Sentence { get; init; }

    /// <summary>How sure the answer is, a sentence each.</summary>
    public IReadOnlyList<string> Certainty { get; init; } = [];

    /// <summary>What else belongs to the answer, a sentence each; in smaller type.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>What to be careful with, a sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Keys that were left out of the scenario, of which a warning tells.</summary>
    public IReadOnlyList<LeftOutKey> LeftOut { get; init; } = [];

    /// <summary>What to do, the most urgent first; at most <see cref="MostActions"/>.</summary>
    public IReadOnlyList<PlannedAction> Actions { get; init; } = [];

    /// <summary>What the actions rest on; empty for nothing to say.</summary>
    public string ActionNote { get; init; } = "";

    /// <summary>Tables that belong to the actions, such as staff by site.</summary>
    public IReadOnlyList<HtmlTable> ActionTables { get; init; } = [];

    /// <summary>The pictures that decide.</summary>
    public IReadOnlyList<AnswerPicture> Pictures { get; init; } = [];

    /// <summary>How to read the pictures; empty for nothing to say.</summary>
    public string PictureNote { get; init; } = "";

    /// <summary>Single figures, by name; those with intervals are in <see cref="Figures"/>.</summary>
    public IReadOnlyList<(string Name, string Value)> KeyFigures { get; init; } = [];

    /// <summary>The tables of figures with their intervals.</summary>
    public IReadOnlyList<HtmlTable> Figures { get; init; } = [];

    /// <summary>How the intervals were found; empty for nothing to say.</summary>
    public string FiguresNote { get; init; } = "";

    /// <summary>Parts of this kind of report alone.</summary>
    public IReadOnlyList<AnswerPart> Parts { get; init; } = [];

    /// <summary>The assumptions; empty where there are none.</summary>
    public IReadOnlyList<Assumption> Assumptions { get; init; } = [];

    /// <summary>Tables that come before the assumptions, such as those that differ between variants.</summary>
    public IReadOnlyList<HtmlTable> AssumptionTables { get; init; } = [];

    /// <summary>What the answer cannot tell, a sentence each.</summary>
    public IReadOnlyList<string> Limits { get; init; } = [];

    /// <summary>The command that gives the same again.</summary>
    public required string Command { get; init; }

    /// <summary>What must come out the same; empty for nothing to say.</summary>
    public string CommandNote { get; init; } = "";

    /// <summary>What identifies the results: seed, digests, software.</summary>
    public required HtmlTable Identity { get; init; }

    /// <summary>Which software made the results.</summary>
    public required Software Software { get; init; }

    /// <summary>The page.</summary>
    /// <param name="texts">The language.</param>
    /// <exception cref="InvalidOperationException">There are more actions than fit a page.</exception>
    public string Html(TextSet texts) => Actions.Count <= MostActions
        ? new AnswerPageWriter(this, texts).Write()
        : throw new InvalidOperationException($"{Title}: {Actions.Count} actions do not fit a page, at most {MostActions} do.");
}

/// <summary>How an answer is meant: it colours the page's first lines, and is said in words as well.</summary>
internal enum AnswerTone
{
    /// <summary>What was asked for holds.</summary>
    Good,

    /// <summary>It does not.</summary>
    Bad,

    /// <summary>It is not settled, or nothing was asked that holds or does not.</summary>
    Open,
}

/// <summary>Something to do.</summary>
/// <param name="What">What, in a short sentence.</param>
/// <param name="Where">Where.</param>
/// <param name="Who">Who does it: a role or team, never a name.</param>
/// <param name="When">When.</param>
/// <param name="Why">Why, as far as the figures say; may be empty.</param>
internal sealed record PlannedAction(string What, string Where, string Who, string When, string Why = "");

/// <summary>A picture with its words and the numbers behind it.</summary>
/// <param name="Png">The picture.</param>
/// <param name="Alternative">What it shows, in words.</param>
/// <param name="Tables">The numbers behind it.</param>
internal sealed record AnswerPicture(byte[] Png, string Alternative, params IReadOnlyList<HtmlTable> Tables);

/// <summary>A part of a report that other kinds do not have.</summary>
/// <param name="Id">Its anchor on the page.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Paragraphs">Text, before the tables.</param>
/// <param name="Tables">Tables.</param>
/// <param name="Note">How to read them; empty for nothing to say.</param>
internal sealed record AnswerPart(string Id, string Heading, IReadOnlyList<string> Paragraphs, IReadOnlyList<HtmlTable> Tables, string Note = "");

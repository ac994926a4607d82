namespace Twin.Grains.Live;

/// <summary>The runs of a cluster. Key 0.</summary>
[Alias("twin.IRunsGrain")]
public interface IRunsGrain : IGrainWithIntegerKey
{
    /// <summary>The scenarios that the server has, by name.</summary>
    [Alias("Scenarios")]
    Task<IReadOnlyList<ScenarioEntry>> Scenarios();

    /// <summary>The runs, the latest first.</summary>
    [Alias("List")]
    Task<IReadOnlyList<RunState>> List();

    /// <summary>Starts a run; returns at once, while its grains are still to be activated.</summary>
    /// <param name="request">What to run.</param>
    /// <exception cref="LiveInputException">The request is wrong.</exception>
    [Alias("Start")]
    Task<RunState> Start(RunRequest request);
}

/// <summary>A run that is watched. Its key is its number; every method fails with <see cref="LiveInputException"/> (status 404) when there is no such run.</summary>
[Alias("twin.IRunGrain")]
public interface IRunGrain : IGrainWithIntegerKey
{
    /// <summary>Where it stands.</summary>
    [Alias("State")]
    Task<RunState> State();

    /// <summary>What does not change while it goes on.</summary>
    [Alias("Describe")]
    Task<RunDescription> Describe();

    /// <summary>The district and the sites, UTF-8 JSON as docs/api.md describes it; the same bytes each time.</summary>
    [Alias("Layout")]
    Task<byte[]> Layout();

    /// <summary>Where households are: little-endian 32-bit x, y in cm each.</summary>
    [Alias("HouseholdPlaces")]
    Task<byte[]> HouseholdPlaces();

    /// <summary>Everything that a topic shows, as of its latest frame.</summary>
    /// <param name="topic">The topic.</param>
    [Alias("Keyframe")]
    Task<FrameMessage> Keyframe(string topic);

    /// <summary>Entries of its log.</summary>
    /// <param name="after">Number of the entry before the first one wanted; 0 for all.</param>
    /// <param name="most">How many at most.</param>
    [Alias("Log")]
    Task<IReadOnlyList<LogEntry>> Log(long after, int most);

    /// <summary>Its history by minute.</summary>
    [Alias("Series")]
    Task<RunSeries> Series();

    /// <summary>Pauses, resumes, steps, sets the speed, or stops.</summary>
    /// <param name="control">What is to be done.</param>
    /// <exception cref="LiveInputException">It is not possible.</exception>
    [Alias("Control")]
    Task<RunState> Control(RunControl control);

    /// <summary>Takes an input, writes it into the journal, and puts it in due order.</summary>
    /// <param name="input">What is done.</param>
    /// <exception cref="LiveInputException">It is wrong, or the run has ended.</exception>
    [Alias("Input")]
    Task<JournalEntry> Input(LiveInput input);

    /// <summary>What an input would affect; nothing happens.</summary>
    /// <param name="input">What would be done.</param>
    /// <exception cref="LiveInputException">It is wrong.</exception>
    [Alias("Preview")]
    Task<InputPreview> Preview(LiveInput input);

    /// <summary>The inputs so far.</summary>
    [Alias("Inputs")]
    Task<IReadOnlyList<JournalEntry>> Inputs();

    /// <summary>summary.json as text, once it has ended; null before.</summary>
    [Alias("Summary")]
    Task<string?> Summary();

    /// <summary>An entity and those about it.</summary>
    /// <param name="kind">Its kind, camel case, such as microGrid.</param>
    /// <param name="code">Its code.</param>
    /// <exception cref="LiveInputException">There is no such entity (404), or the run's grains are gone (409).</exception>
    [Alias("Find")]
    Task<EntityPlace> Find(string kind, string code);

    /// <summary>Stops it and forgets it: its grains go, and their memory.</summary>
    [Alias("Remove")]
    [ResponseTimeout("00:05:00")]
    Task Remove();
}

/// <summary>Something wrong with what came from outside: where, what was found, what is allowed.</summary>
[GenerateSerializer]
[Alias("twin.LiveInputException")]
public sealed class LiveInputException : Exception
{
    /// <summary>An error.</summary>
    /// <param name="status">HTTP status that says it best: 400, 404, 409 or 422.</param>
    /// <param name="errors">What is wrong.</param>
    public LiveInputException(int status, params LiveInputError[] errors)
        : base(string.Join("; ", errors.Select(error => $"{error.Path}: {error.Found}; allowed: {error.Allowed}")))
    {
        Status = status;
        Errors = errors;
    }

    /// <summary>A run whose grains are gone, or not there yet, was asked for one.</summary>
    /// <param name="run">Where the run stands.</param>
    public static LiveInputException WithoutGrains(RunState run) => new(409, new LiveInputError(
        "state", $"run {run.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)}, which is {run.State}", "a run that is running, paused or ended: only then do its entities answer"));

    /// <summary>HTTP status that says it best.</summary>
    [Id(0)]
    public int Status { get; }

    /// <summary>What is wrong.</summary>
    [Id(1)]
    public IReadOnlyList<LiveInputError> Errors { get; }
}

/// <summary>One thing that is wrong.</summary>
/// <param name="Path">Where, such as scale.</param>
/// <param name="Found">What was found.</param>
/// <param name="Allowed">What is allowed.</param>
[Immutable]
[GenerateSerializer]
[Alias("twin.LiveInputError")]
public sealed record LiveInputError([property: Id(0)] string Path, [property: Id(1)] string Found, [property: Id(2)] string Allowed);

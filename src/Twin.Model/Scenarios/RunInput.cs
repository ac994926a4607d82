namespace Twin.Model.Scenarios;

/// <summary>Something done to a run from outside while it goes on: an intervention, or a disruption that nobody planned.</summary>
public sealed record RunInput
{
    /// <summary>What is done.</summary>
    public required RunInputType Type { get; init; }

    /// <summary>Codes of the sites; empty for all, where that is allowed.</summary>
    public IReadOnlyList<string> Sites { get; init; } = [];

    /// <summary>For a move: code of the site that gives.</summary>
    public string From { get; init; } = "";

    /// <summary>Samplers, per site.</summary>
    public int Samplers { get; init; }

    /// <summary>Desks, per site.</summary>
    public int Desks { get; init; }

    /// <summary>For an outage: how long.</summary>
    public Duration Length { get; init; }

    /// <summary>For a window that is extended: the new close.</summary>
    public Moment To { get; init; }
}

/// <summary>Kinds of input.</summary>
public enum RunInputType
{
    /// <summary>Sites close; their people are redirected.</summary>
    CloseSite,

    /// <summary>Sites open: in reserve, or closed by an input.</summary>
    OpenSite,

    /// <summary>Staff come to sites.</summary>
    AddStaff,

    /// <summary>Staff leave sites; who serves somebody finishes first.</summary>
    RemoveStaff,

    /// <summary>Staff go from one site to another, and work there after the walk.</summary>
    MoveStaff,

    /// <summary>The registration system fails for a while; paper forms are used.</summary>
    RegistrationOutage,

    /// <summary>Sites close at another time.</summary>
    ExtendWindow,
}

/// <summary>An input and when it is due: a line of a run's input journal.</summary>
/// <param name="At">When it is due, ms.</param>
/// <param name="Input">What is done.</param>
public sealed record TimedInput(long At, RunInput Input);

/// <summary>One thing that is wrong with an input.</summary>
/// <param name="Path">Where.</param>
/// <param name="Found">What was found.</param>
/// <param name="Allowed">What is allowed.</param>
public sealed record InputError(string Path, string Found, string Allowed);

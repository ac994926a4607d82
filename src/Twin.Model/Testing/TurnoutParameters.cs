using Twin.Model.Scenarios;

namespace Twin.Model.Testing;

/// <summary>Who comes.</summary>
public sealed record TurnoutParameters
{
    /// <summary>Probability that members come together.</summary>
    [Parameter("Probability that the members of a household come together; otherwise each comes alone.", Grade = "E", Minimum = 0, Maximum = 1)]
    public double Together { get; init; } = 0.8;

    /// <summary>Share at the home site.</summary>
    [Parameter("Share who come to the home site.", Grade = "E", Minimum = 0, Maximum = 1)]
    public double Home { get; init; } = 0.70;

    /// <summary>Share elsewhere.</summary>
    [Parameter("Share who come to one of the nearest other sites, equally likely.", Grade = "E", Minimum = 0, Maximum = 1)]
    public double Elsewhere { get; init; } = 0.28;

    /// <summary>Number of nearest other sites.</summary>
    [Parameter("Among how many nearest other sites.", Grade = "E", Minimum = 1, Maximum = 20)]
    public int NearestOthers { get; init; } = 5;

    /// <summary>Share after a reminder.</summary>
    [Parameter("Share who come only after a reminder or a knock; the rest never comes.", Grade = "E", Minimum = 0, Maximum = 1)]
    public double AfterReminder { get; init; } = 0.02;
}

/// <summary>Walking.</summary>
public sealed record WalkParameters
{
    /// <summary>Adults' speed.</summary>
    [Parameter("Walking speed of adults and children, m/s.", Grade = "P", Minimum = 0.1, Maximum = 5)]
    public double Speed { get; init; } = 1.1;

    /// <summary>Speed of people aged 65 or more.</summary>
    [Parameter("Walking speed of people aged 65 or more, m/s; a group walks as its slowest.", Grade = "P", Minimum = 0.1, Maximum = 5)]
    public double SpeedAged { get; init; } = 0.8;

    /// <summary>Detour.</summary>
    [Parameter("Length of the way over the straight line.", Grade = "E", Minimum = 1, Maximum = 5)]
    public double Detour { get; init; } = 1.3;

    /// <summary>Slowdown of the actual walk.</summary>
    [Parameter("Actual walking time over the dry one that people reckon with (rain, crowding).", Grade = "E", Minimum = 1, Maximum = 10)]
    public double Slowdown { get; init; } = 1;
}

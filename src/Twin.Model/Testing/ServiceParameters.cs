using Twin.Model.Distributions;
using Twin.Model.Scenarios;

namespace Twin.Model.Testing;

/// <summary>Service times.</summary>
public sealed record ServiceParameters
{
    /// <summary>Registration with a code ready.</summary>
    [Parameter("Registration of a person with a code ready.", Grade = "E")]
    public Distribution Registration { get; init; } = new LogNormal(14, 7);

    /// <summary>Assisted registration.</summary>
    [Parameter("Registration with assistance (no phone).", Grade = "E")]
    public Distribution Assisted { get; init; } = new LogNormal(50, 20);

    /// <summary>Paper registration.</summary>
    [Parameter("Registration on paper, while the registration system is down.", Grade = "E")]
    public Distribution Paper { get; init; } = new LogNormal(60, 20);

    /// <summary>Swab.</summary>
    [Parameter("Swab time of an adult.", Grade = "E")]
    public Distribution Swab { get; init; } = new LogNormal(20, 8);

    /// <summary>Factor for the aged.</summary>
    [Parameter("Factor on the swab time of people aged 65 or more.", Grade = "E", Minimum = 0.1, Maximum = 10)]
    public double SwabAged { get; init; } = 1.4;

    /// <summary>Factor for children.</summary>
    [Parameter("Factor on the swab time of children (0–14).", Grade = "E", Minimum = 0.1, Maximum = 10)]
    public double SwabChild { get; init; } = 1.6;

    /// <summary>Changeover.</summary>
    [Parameter("Changeover after a swab (hand and surface disinfection).", Grade = "E")]
    public Distribution Changeover { get; init; } = new LogNormal(25, 8);

    /// <summary>Pool.</summary>
    [Parameter("People per tube.", Grade = "P", Minimum = 1, Maximum = 100)]
    public int Pool { get; init; } = 10;

    /// <summary>Tube change.</summary>
    [Parameter("Tube change after every pool-th person of a sampler.", Grade = "E", Minimum = 0)]
    public Duration TubeChange { get; init; } = Duration.Seconds(25);

    /// <summary>Walk from desk to swab queue.</summary>
    [Parameter("Walk from the desk to the swab queue; left out: none.", Grade = "E")]
    public Distribution? InnerWalk { get; init; }
}

/// <summary>Balking.</summary>
public sealed record BalkParameters
{
    /// <summary>Queue space.</summary>
    [Parameter("A person balks when so many are in the registration queue and at the door; none: never.", Grade = "E", Minimum = 1, Maximum = 1_000_000)]
    public int? QueueSpace { get; init; } = 200;

    /// <summary>Share who come back.</summary>
    [Parameter("Share of those who balk who come back to the same site later.", Grade = "E", Minimum = 0, Maximum = 1)]
    public double ComeBack { get; init; } = 0.70;

    /// <summary>Share who try the next site.</summary>
    [Parameter("Share of those who balk who try the next nearest site; the rest gives up.", Grade = "E", Minimum = 0, Maximum = 1)]
    public double NextSite { get; init; } = 0.20;

    /// <summary>Delay.</summary>
    [Parameter("How long who comes back stays away, from leaving to arriving again; at least two lookaheads (20 s).", Grade = "E")]
    public Distribution Delay { get; init; } = new UniformDuration(1800, 3600);

    /// <summary>Visits in all.</summary>
    [Parameter("Visits in all; who balks at the last gives up.", Grade = "E", Minimum = 1, Maximum = 100)]
    public int Tries { get; init; } = 3;
}

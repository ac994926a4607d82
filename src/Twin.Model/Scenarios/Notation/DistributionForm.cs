using Twin.Model.Distributions;

namespace Twin.Model.Scenarios.Notation;

/// <summary>An argument of a distribution in a file.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Kind">Duration, number or count.</param>
/// <param name="Minimum">Least allowed, in seconds for a duration.</param>
/// <param name="Maximum">Greatest allowed, in seconds for a duration.</param>
/// <param name="IsExclusive">Whether it must be above the minimum.</param>
internal sealed record DistributionArgument(string Name, ArgumentKind Kind, double Minimum, double Maximum, bool IsExclusive)
{
    /// <summary>A duration of either sign.</summary>
    /// <param name="name">Its key.</param>
    public static DistributionArgument Any(string name) =>
        new(name, ArgumentKind.Duration, -DurationText.GreatestSeconds, DurationText.GreatestSeconds, false);

    /// <summary>A duration of at least 0.</summary>
    /// <param name="name">Its key.</param>
    public static DistributionArgument AtLeastZero(string name) => new(name, ArgumentKind.Duration, 0, DurationText.GreatestSeconds, false);

    /// <summary>A duration above 0.</summary>
    /// <param name="name">Its key.</param>
    public static DistributionArgument AboveZero(string name) => new(name, ArgumentKind.Duration, 0, DurationText.GreatestSeconds, true);
}

/// <summary>Kinds of arguments of a distribution.</summary>
internal enum ArgumentKind
{
    /// <summary>A duration.</summary>
    Duration,

    /// <summary>A number without a unit.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Count,
}

/// <summary>A distribution with a fixed set of arguments, as a file writes it: <c>{lognormal: {mean: 14s, sd: 7s}}</c>.</summary>
/// <param name="Name">The distribution's key.</param>
/// <param name="Text">What it is, in one sentence.</param>
/// <param name="Arguments">Its arguments, in order.</param>
/// <param name="Create">Makes it from the arguments, durations in seconds.</param>
internal sealed record DistributionForm(string Name, string Text, IReadOnlyList<DistributionArgument> Arguments, Func<double[], Distribution> Create)
{
    /// <summary>Always the same: <c>{constant: 20s}</c>, or just <c>20s</c>.</summary>
    public const string Constant = "constant";

    /// <summary>One of given values: <c>{empirical: {values: […], weights: […]}}</c>.</summary>
    public const string Empirical = "empirical";

    /// <summary>One of several distributions: <c>{mixture: [{weight: 0.7, of: …}, …]}</c>.</summary>
    public const string Mixture = "mixture";

    /// <summary>The least share of a normal distribution that a truncation may leave.</summary>
    public const double LeastMass = 1e-6;

    /// <summary>Every form; a name occurs twice if it has two sets of arguments.</summary>
    public static IReadOnlyList<DistributionForm> All { get; } =
    [
        new("uniform", "Equally likely between two bounds.", [DistributionArgument.Any("min"), DistributionArgument.Any("max")],
            a => new UniformDuration(a[0], a[1])),
        new("triangular", "Between two bounds, most likely at the mode.",
            [DistributionArgument.Any("min"), DistributionArgument.Any("mode"), DistributionArgument.Any("max")], a => new Triangular(a[0], a[1], a[2])),
        new("exponential", "Without memory.", [DistributionArgument.AboveZero("mean")], a => new ExponentialDuration(a[0])),
        new("erlang", "The sum of k exponential phases; the mean is the sum's.",
            [new("k", ArgumentKind.Count, 1, 10_000, false), DistributionArgument.AboveZero("mean")], a => new ErlangDuration((int)a[0], a[1])),
        new("gamma", "By mean and standard deviation.", [DistributionArgument.AboveZero("mean"), DistributionArgument.AboveZero("sd")],
            a => new GammaDuration(a[0], a[1])),
        new("weibull", "By shape and scale.", [new("shape", ArgumentKind.Number, 0.1, 1000, false), DistributionArgument.AboveZero("scale")],
            a => new WeibullDuration(a[0], a[1])),
        new("lognormal", "By mean and standard deviation of the duration itself.",
            [DistributionArgument.AboveZero("mean"), DistributionArgument.AtLeastZero("sd")], a => new LogNormal(a[0], a[1])),
        new("lognormal", "By median and the standard deviation of the natural logarithm.",
            [DistributionArgument.AboveZero("median"), new("sigma", ArgumentKind.Number, 0, 5, false)], a => LogNormal.ByMedian(a[0], a[1])),
        new("normal", "Untruncated, so only where a negative duration has a meaning: a lateness.",
            [DistributionArgument.Any("mean"), DistributionArgument.AtLeastZero("sd")], a => new NormalDuration(a[0], a[1])),
        new("truncatedNormal", "A normal distribution on condition that it lies between two bounds; mean and sd are those before the truncation.",
            [DistributionArgument.Any("mean"), DistributionArgument.AboveZero("sd"), DistributionArgument.Any("min"), DistributionArgument.Any("max")],
            a => new TruncatedNormal(a[0], a[1], a[2], a[3])),
    ];

    /// <summary>Every name that a distribution can have in a file.</summary>
    public static IReadOnlyList<string> Names { get; } = [Constant, .. All.Select(form => form.Name).Distinct(), Empirical, Mixture];

    /// <summary>How the form is written.</summary>
    public string Example => $"{{{Name}: {{{string.Join(", ", Arguments.Select(argument => $"{argument.Name}: …"))}}}}}";
}

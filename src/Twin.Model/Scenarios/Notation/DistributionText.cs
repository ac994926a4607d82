using System.Text.Json.Nodes;
using Twin.Model.Distributions;

namespace Twin.Model.Scenarios.Notation;

/// <summary>Distributions as a file writes them.</summary>
internal static class DistributionText
{
    /// <summary>A distribution in words.</summary>
    public const string Words = "a distribution such as 20s or {lognormal: {mean: 14s, sd: 7s}}";

    /// <summary>A distribution as a file writes it.</summary>
    /// <param name="distribution">The distribution.</param>
    /// <exception cref="NotSupportedException">A distribution that no file can write.</exception>
    public static JsonNode Of(Distribution distribution) => distribution switch
    {
        Constant constant => Seconds(constant.Seconds),
        UniformDuration d => Form("uniform", ("min", Seconds(d.Minimum)), ("max", Seconds(d.Maximum))),
        Triangular d => Form("triangular", ("min", Seconds(d.Minimum)), ("mode", Seconds(d.Mode)), ("max", Seconds(d.Maximum))),
        ExponentialDuration d => Form("exponential", ("mean", Seconds(d.Mean))),
        ErlangDuration d => Form("erlang", ("k", d.Phases), ("mean", Seconds(d.Mean))),
        GammaDuration d => Form("gamma", ("mean", Seconds(d.Mean)), ("sd", Seconds(d.StandardDeviation))),
        WeibullDuration d => Form("weibull", ("shape", d.Shape), ("scale", Seconds(d.Scale))),
        LogNormal { IsByMedian: true } d => Form("lognormal", ("median", Seconds(d.Median)), ("sigma", d.Sigma)),
        LogNormal d => Form("lognormal", ("mean", Seconds(d.Mean)), ("sd", Seconds(d.StandardDeviation))),
        NormalDuration d => Form("normal", ("mean", Seconds(d.Mean)), ("sd", Seconds(d.StandardDeviation))),
        TruncatedNormal d => Form("truncatedNormal",
            ("mean", Seconds(d.ParentMean)), ("sd", Seconds(d.ParentSd)), ("min", Seconds(d.Minimum)), ("max", Seconds(d.Maximum))),
        Empirical d => Empirical(d),
        Mixture d => new JsonObject
        {
            [DistributionForm.Mixture] = new JsonArray([.. d.Parts.Select(part => new JsonObject { ["weight"] = part.Weight, ["of"] = Of(part.Of) })]),
        },
        _ => throw new NotSupportedException($"A scenario file has no notation for {distribution.GetType().Name}."),
    };

    private static JsonObject Empirical(Empirical distribution)
    {
        JsonObject arguments = new() { ["values"] = new JsonArray([.. distribution.Values.Select(value => Seconds(value))]) };
        if (distribution.Weights.Count > 0)
        {
            arguments["weights"] = new JsonArray([.. distribution.Weights.Select(weight => JsonValue.Create(weight))]);
        }

        return new JsonObject { [DistributionForm.Empirical] = arguments };
    }

    private static JsonObject Form(string name, params ReadOnlySpan<(string Name, JsonNode Value)> arguments)
    {
        JsonObject inner = [];
        foreach ((string key, JsonNode value) in arguments)
        {
            inner[key] = value;
        }

        return new JsonObject { [name] = inner };
    }

    private static JsonValue Seconds(double seconds) => JsonValue.Create(DurationText.FormatSeconds(seconds));
}

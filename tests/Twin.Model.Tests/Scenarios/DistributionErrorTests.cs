using Twin.Model.Scenarios;

namespace Twin.Model.Tests.Scenarios;

public sealed class DistributionErrorTests
{
    private const string Any = "a distribution such as 20s or {lognormal: {mean: 14s, sd: 7s}} that is never negative";
    private const string Duration = "a duration such as 45s, 15min, 5h, 1h30min, 250ms or 2d";

    [Theory]
    [InlineData("20", 29, "", "20", Any, "20s or 20min")]
    [InlineData("[20s]", 29, "", "a list of 1", Any, null)]
    [InlineData("{}", 29, "", "an empty mapping", Any, null)]
    [InlineData("{mean: 14s, sd: 7s}", 29, "", "a mapping with keys mean, sd", Any, null)]
    [InlineData("none", 29, "", "none", Any, null)]
    [InlineData("-20s", 29, "", "-20s, which can be negative", Any, null)]
    [InlineData("{normal: {mean: 20s, sd: 5s}}", 29, "", "the distribution {normal: {mean: 20s, sd: 5s}}, which can be negative", Any, null)]
    [InlineData("{uniform: {min: -1s, max: 5s}}", 29, "", "the distribution {uniform: {min: -1s, max: 5s}}, which can be negative", Any, null)]
    [InlineData("{mixture: [{weight: 1, of: 5s}, {weight: 1, of: -5s}]}", 29, "",
        "the distribution {mixture: [{weight: 1, of: 5s}, {weight: 1, of: -5s}]}, which can be negative", Any, null)]
    [InlineData("{lognorml: {mean: 14s, sd: 7s}}", 30, ".lognorml", "the unknown distribution \"lognorml\"",
        "one of constant, uniform, triangular, exponential, erlang, gamma, weibull, lognormal, normal, truncatedNormal, empirical, mixture", "lognormal")]
    [InlineData("{lognormal: 14s}", 41, ".lognormal", "14s", "{lognormal: {mean: …, sd: …}} or {lognormal: {median: …, sigma: …}}", null)]
    [InlineData("{lognormal: {mean: 14s}}", 41, ".lognormal.sd", "nothing", "{lognormal: {mean: …, sd: …}} or {lognormal: {median: …, sigma: …}}", null)]
    [InlineData("{lognormal: {mean: 14s, sd: 7s, cv: 1}}", 61, ".lognormal.cv", "the unknown key \"cv\"", "{lognormal: {mean: …, sd: …}} or {lognormal: {median: …, sigma: …}}", null)]
    [InlineData("{lognormal: {mean: 14, sd: 7s}}", 48, ".lognormal.mean", "14", Duration + ", above 0s", "14s or 14min")]
    [InlineData("{lognormal: {mean: 0s, sd: 7s}}", 48, ".lognormal.mean", "0s", Duration + ", above 0s", null)]
    [InlineData("{lognormal: {mean: 14s, sd: -7s}}", 57, ".lognormal.sd", "-7s", Duration + " of at least 0s", null)]
    [InlineData("{lognormal: {mean: 1s, sd: 2000s}}", 56, ".lognormal.sd", "2000s", "a standard deviation of at most mean × 1000", null)]
    [InlineData("{lognormal: {median: 14s, sigma: 7}}", 62, ".lognormal.sigma", "7", "a number from 0 to 5", null)]
    [InlineData("{lognormal: {median: 14s, sigma: .nan}}", 62, ".lognormal.sigma", ".nan", "a number from 0 to 5", null)]
    [InlineData("{uniform: {min: 5s, max: 4s}}", 54, ".uniform.max", "4s", "at least min (5s)", null)]
    [InlineData("{triangular: {min: 5s, mode: 4s, max: 9s}}", 58, ".triangular.mode", "4s", "at least min (5s)", null)]
    [InlineData("{triangular: {min: 5s, mode: 6s, max: 5s}}", 67, ".triangular.max", "5s", "at least mode (6s)", null)]
    [InlineData("{exponential: {mean: 0s}}", 50, ".exponential.mean", "0s", Duration + ", above 0s", null)]
    [InlineData("{erlang: {k: 0, mean: 5s}}", 42, ".erlang.k", "0", "a whole number from 1 to 10000", null)]
    [InlineData("{erlang: {k: 1.5, mean: 5s}}", 42, ".erlang.k", "1.5", "a whole number from 1 to 10000", null)]
    [InlineData("{gamma: {mean: 5s, sd: 1ms}}", 52, ".gamma.sd", "1ms", "a standard deviation from mean / 1000 to mean × 30", null)]
    [InlineData("{weibull: {shape: 0, scale: 5s}}", 47, ".weibull.shape", "0", "a number from 0.1 to 1000", null)]
    [InlineData("{truncatedNormal: {mean: 5s, sd: 1s, min: 9s, max: 9s}}", 80, ".truncatedNormal.max", "9s", "above min (9s)", null)]
    [InlineData("{truncatedNormal: {mean: 5s, sd: 1s, min: 1h, max: 2h}}", 71, ".truncatedNormal.min", "1h", "bounds that leave at least a millionth of the normal distribution", null)]
    [InlineData("{empirical: {values: []}}", 41, ".empirical", "a mapping with key values", "{empirical: {values: [10s, 20s, …], weights: [3, 1, …]}}, the weights optional", null)]
    [InlineData("{empirical: {values: [1s, x]}}", 55, ".empirical.values.1", "x", Duration, null)]
    [InlineData("{empirical: {values: [1s, 2s], weights: [1]}}", 69, ".empirical.weights", "a list of 1", "a list of 2 weights, one for each value", null)]
    [InlineData("{empirical: {values: [1s], weights: [0]}}", 65, ".empirical", "weights that are all 0", "at least one weight above 0", null)]
    [InlineData("{empirical: {values: [1s], weights: [-1]}}", 66, ".empirical.weights.0", "-1", "a weight of at least 0", null)]
    [InlineData("{mixture: 5s}", 39, ".mixture", "5s", "{mixture: [{weight: 0.7, of: 20s}, …]}", null)]
    [InlineData("{mixture: [5s]}", 40, ".mixture.0", "5s", "{weight: …, of: …}", null)]
    [InlineData("{mixture: [{weight: 1, of: 5}]}", 56, ".mixture.0.of", "5", "a distribution such as 20s or {lognormal: {mean: 14s, sd: 7s}}", "5s or 5min")]
    [InlineData("{mixture: [{weight: 0, of: 5s}]}", 39, ".mixture", "weights that are all 0", "at least one weight above 0", null)]
    public void Read_WrongDistribution_IsRefused(string text, int column, string below, string found, string allowed, string? suggestion) =>
        ScenarioErrorTests.Check(Files.Error($"testing: {{service: {{   swab: {text}}}}}\n"), 4, column + 1, "testing.service.swab" + below, found, allowed, suggestion);
}

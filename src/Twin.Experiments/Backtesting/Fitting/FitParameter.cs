using System.Globalization;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Backtesting.Fitting;

/// <summary>A parameter of the scenario that is uncertain, and that counts might tell.</summary>
/// <param name="key">Short name in tables and texts.</param>
/// <param name="paths">Paths of its keys in a scenario.</param>
/// <param name="range">Least and greatest value that is thought possible.</param>
/// <param name="isFactor">Whether it is a factor on durations, 1 being as assumed.</param>
/// <param name="assumed">Its value in a scenario.</param>
/// <param name="apply">The scenario with another value.</param>
public sealed class FitParameter(
    string key, IReadOnlyList<string> paths, (double Low, double High) range, bool isFactor, Func<Scenario, double> assumed, Func<Scenario, double, Scenario> apply)
{
    /// <summary>Short name in tables and texts.</summary>
    public string Key => key;

    /// <summary>Paths of its keys in a scenario.</summary>
    public IReadOnlyList<string> Paths => paths;

    /// <summary>Whether it is a factor on durations, 1 being as assumed.</summary>
    public bool IsFactor => isFactor;

    /// <summary>Least and greatest value that is thought possible, the assumed one always among them.</summary>
    /// <param name="scenario">The scenario.</param>
    public (double Low, double High) RangeIn(Scenario scenario) => (Math.Min(range.Low, assumed(scenario)), Math.Max(range.High, assumed(scenario)));

    /// <summary>Its value in a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    public double AssumedIn(Scenario scenario) => assumed(scenario);

    /// <summary>The scenario with another value.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="value">The value.</param>
    public Scenario Into(Scenario scenario, double value) => apply(scenario, value);

    /// <summary>Grade of the default: S, P, E or empty.</summary>
    /// <param name="scenario">The scenario.</param>
    public string GradeIn(Scenario scenario) => ScenarioAssumptions.Of(scenario).FirstOrDefault(assumption => assumption.Path == paths[0])?.Grade ?? "";

    /// <summary>The value as <c>--set</c> takes it, a change for each key.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="value">The value.</param>
    public IReadOnlyList<string> SetsOf(Scenario scenario, double value)
    {
        System.Text.Json.Nodes.JsonObject json = ScenarioJson.Of(apply(scenario, value));
        return [.. paths.Select(path =>
        {
            System.Text.Json.Nodes.JsonNode node = path.Split('.').Aggregate((System.Text.Json.Nodes.JsonNode)json, (at, name) => at[name]!);
            return string.Create(CultureInfo.InvariantCulture, $"{path}={node.ToJsonString(Plain)}");
        })];
    }

    private static readonly System.Text.Json.JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The parameters of a mass test that are uncertain most and matter for counts. Ranges: docs/backtest.md, around those of the domain's table.</summary>
    /// <param name="scenario">The scenario: what has no part in it is left out.</param>
    public static IReadOnlyList<FitParameter> Of(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        MassTestingParameters testing = scenario.Testing;
        return
        [
            Absence,
            .. testing.Slots.Enabled ? [Compliance] : Array.Empty<FitParameter>(),
            Turnout, Swabbing, Registering,
            .. testing.Notice.Enabled ? [Readiness] : Array.Empty<FitParameter>(),
        ];
    }

    /// <summary>Every parameter, whether it has a part in a scenario or not.</summary>
    internal static IReadOnlyList<FitParameter> All => [Absence, Compliance, Turnout, Swabbing, Registering, Readiness];

    private static FitParameter Absence { get; } = new(
        "absence", ["testing.staff.absence"], (0, 0.45), false, scenario => scenario.Testing.Staff.Absence,
        (scenario, value) => With(scenario, scenario.Testing with { Staff = scenario.Testing.Staff with { Absence = value } }));

    private static FitParameter Compliance { get; } = new(
        "compliance", ["testing.slots.compliance"], (0.3, 1), false, scenario => scenario.Testing.Slots.Compliance,
        (scenario, value) => With(scenario, scenario.Testing with { Slots = scenario.Testing.Slots with { Compliance = value } }));

    private static FitParameter Turnout { get; } = new(
        "turnout", ["testing.turnout.home", "testing.turnout.elsewhere", "testing.turnout.afterReminder"], (0.7, 1), false,
        scenario => scenario.Testing.Turnout.Home + scenario.Testing.Turnout.Elsewhere,
        (scenario, value) =>
        {
            TurnoutParameters turnout = scenario.Testing.Turnout;
            double home = Math.Round(turnout.Home * value / Math.Max(1e-9, turnout.Home + turnout.Elsewhere), 6);
            double elsewhere = Math.Round(value - home, 6);
            return With(scenario, scenario.Testing with { Turnout = turnout with { Home = home, Elsewhere = elsewhere, AfterReminder = Math.Clamp(Math.Round(1 - home - elsewhere, 6), 0, turnout.AfterReminder) } });
        });

    private static FitParameter Swabbing { get; } = new(
        "swabbing", ["testing.service.swab", "testing.service.changeover"], (0.6, 1.75), true, _ => 1,
        (scenario, value) => With(scenario, scenario.Testing with
        {
            Service = scenario.Testing.Service with
            {
                Swab = DistributionScale.Times(scenario.Testing.Service.Swab, value),
                Changeover = DistributionScale.Times(scenario.Testing.Service.Changeover, value),
            },
        }));

    private static FitParameter Registering { get; } = new(
        "registering", ["testing.service.registration", "testing.service.assisted"], (0.6, 1.8), true, _ => 1,
        (scenario, value) => With(scenario, scenario.Testing with
        {
            Service = scenario.Testing.Service with
            {
                Registration = DistributionScale.Times(scenario.Testing.Service.Registration, value),
                Assisted = DistributionScale.Times(scenario.Testing.Service.Assisted, value),
            },
        }));

    private static FitParameter Readiness { get; } = new(
        "readiness", ["testing.sites.readiness"], (0.6, 2), true, _ => 1,
        (scenario, value) => With(scenario, scenario.Testing with { Sites = scenario.Testing.Sites with { Readiness = DistributionScale.Times(scenario.Testing.Sites.Readiness, value) } }));

    private static Scenario With(Scenario scenario, MassTestingParameters testing) => scenario with { Testing = testing };
}

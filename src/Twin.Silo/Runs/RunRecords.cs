using System.Globalization;
using Twin.Model.Results;
using Twin.Model.Scenarios;
using Twin.Silo.Commands;

namespace Twin.Silo.Runs;

/// <summary>What is known of a run once its engine is done.</summary>
internal static class RunRecords
{
    /// <summary>A record without the activity's result.</summary>
    /// <param name="scenario">The scenario as resolved.</param>
    /// <param name="options">What was asked.</param>
    /// <param name="outcome">What the engine handed back.</param>
    public static RunRecord Of(Scenario scenario, RunOptions options, EngineOutcome outcome) => new()
    {
        Scenario = scenario,
        ScenarioFile = options.ScenarioFile,
        Options = options.Reproducing(),
        Engine = options.Engine,
        Confidence = options.Confidence,
        Digest = outcome.Digest.ToString("x32", CultureInfo.InvariantCulture),
        ResultsDigest = outcome.Metrics.Digest(),
        Events = outcome.Events,
        Windows = outcome.Windows,
        Grains = outcome.Grains,
        GenerateSeconds = 0,
        ActivateSeconds = outcome.ActivateSeconds,
        StepSeconds = outcome.StepSeconds,
        WindowStepSeconds = outcome.WindowStepSeconds,
    };
}

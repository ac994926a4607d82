using Twin.Model.Scenarios.Acting;
using Twin.Model.Scenarios.Notation;
using Twin.Model.Scenarios.Yaml;

namespace Twin.Model.Scenarios.Reading;

/// <summary>Checks what no key can say alone: that values fit each other. A value that is wrong in itself is not checked again.</summary>
/// <param name="scenario">The scenario.</param>
/// <param name="errors">Takes what is wrong.</param>
/// <param name="placeOf">Gives the place of a key, or of the nearest mapping above it.</param>
internal sealed partial class ScenarioRules(Scenario scenario, ErrorList errors, Func<string, Place> placeOf)
{
    // Shares that add up to 1 in decimals may miss it in binary.
    private const double Rounding = 1e-9;

    /// <summary>Checks every rule of the scenario's activity.</summary>
    public void Check()
    {
        // After a wrong start or activity every moment or rule would be judged by a guess.
        if (errors.Touches("start") || errors.Touches("activity"))
        {
            return;
        }

        if (scenario.Activity == Activity.Queue)
        {
            CheckQueue();
            return;
        }

        CheckDistrict();
        CheckTimes();
        CheckShares();
        CheckHappenings();
    }

    private void Require(bool holds, string path, string found, string allowed, params ReadOnlySpan<string> others)
    {
        if (holds || errors.Touches(path) || ActingScope.WhyIdle(scenario, path) is not null)
        {
            return;
        }

        foreach (string other in others)
        {
            if (errors.Touches(other))
            {
                return;
            }
        }

        errors.Add(placeOf(path), path, found, allowed);
    }

    private string At(Moment moment) => At(moment.SinceStart);

    private string At(long sinceStart) => MomentText.Format(scenario.Start.AddMilliseconds(sinceStart));

    private static string Long(Duration duration) => DurationText.Format(duration.Milliseconds);

    private static string Sum(params ReadOnlySpan<double> shares)
    {
        double sum = 0;
        foreach (double share in shares)
        {
            sum += share;
        }

        return NumberText.Format(Math.Round(sum, 9));
    }
}

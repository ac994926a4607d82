using System.Text;
using Twin.Experiments.Sweeps.Designs;
using Twin.Model.Results;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Sweeps;

/// <summary>Names of columns: lower case and underscores, the unit last.</summary>
public static class SweepColumns
{
    /// <summary>The column of a factor.</summary>
    /// <param name="factor">The factor.</param>
    public static string Of(Factor factor)
    {
        ArgumentNullException.ThrowIfNull(factor);
        return $"factor_{Snake(factor.Name)}{(factor.Kind == ScenarioKeyKind.Duration ? "_s" : "")}";
    }

    /// <summary>The column of a measure, or of a figure over its values.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="figure">mean, half_width, min, max or after; empty for the measure itself.</param>
    public static string Of(Measure<MassTestResult> measure, string figure = "")
    {
        ArgumentNullException.ThrowIfNull(measure);
        (string name, string unit) = (Snake(measure.Key), UnitOf(measure));
        name = unit.Length > 0 && name.EndsWith(unit, StringComparison.Ordinal) ? name[..^unit.Length] : name;
        return $"{name}{(figure.Length == 0 ? "" : "_" + figure)}{unit}";
    }

    /// <summary>The column of the number of replications in which a measure is defined.</summary>
    /// <param name="measure">The measure.</param>
    public static string CountOf(Measure<MassTestResult> measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return Snake(measure.Key) + "_n";
    }

    /// <summary>The column of the number of replications in which a measure lies beyond the end of the run.</summary>
    /// <param name="measure">The measure.</param>
    public static string CensoredOf(Measure<MassTestResult> measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return Snake(measure.Key) + "_censored_n";
    }

    private static string UnitOf(Measure<MassTestResult> measure) => measure.Unit switch
    {
        MeasureUnit.Share => "_share",
        MeasureUnit.Seconds or MeasureUnit.Moment => "_s",
        MeasureUnit.Hours => "_hours",
        MeasureUnit.SiteMinutes => "_minutes",
        _ => "",
    };

    private static string Snake(string key)
    {
        StringBuilder name = new();
        foreach (char c in key)
        {
            _ = char.IsAsciiLetterUpper(c) && name.Length > 0 && name[^1] != '_' ? name.Append('_') : name;
            name.Append(char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '_');
        }

        return name.ToString();
    }
}

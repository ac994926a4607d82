using System.Text.Json.Serialization;

namespace Twin.Model.Results;

/// <summary>What a measure came to on one day: a number, nothing, or something beyond a known bound.</summary>
/// <remarks>
/// It has no value where it is a figure of nobody: a wait on a day that tests nobody, staff busy where nobody is on duty. Such a day does not count, in no
/// mean, quantile or comparison. It is censored where the value exists, or would in a longer run, but lies beyond the end of the run: the moment of a share
/// that was not reached, the last test while people still wait. Such a day counts, as greater than every number; a mean over it is not known.
/// </remarks>
[JsonConverter(typeof(MeasureValueConverter))]
public readonly record struct MeasureValue
{
    private MeasureValue(double? number, double? after) => (Number, After) = (number, after);

    /// <summary>No value: the default.</summary>
    public static MeasureValue Undefined => default;

    /// <summary>The number; null if there is no value, or if it is censored.</summary>
    public double? Number { get; }

    /// <summary>The bound beyond which a censored value lies, in the measure's unit; null if it is not censored.</summary>
    public double? After { get; }

    /// <summary>Whether it is a number.</summary>
    public bool IsDefined => Number is not null;

    /// <summary>Whether it lies beyond a known bound.</summary>
    public bool IsCensored => After is not null;

    /// <summary>Whether there is no value at all.</summary>
    public bool IsUndefined => Number is null && After is null;

    /// <summary>A value beyond a bound.</summary>
    /// <param name="bound">The bound, in the measure's unit.</param>
    public static MeasureValue Beyond(double bound) => new(null, bound);

    /// <summary>A number, or no value.</summary>
    /// <param name="number">The number; null for none.</param>
    public static MeasureValue Of(double? number) => new(number, null);

    /// <summary>A number, or no value.</summary>
    /// <param name="number">The number; null for none.</param>
    public static implicit operator MeasureValue(double? number) => Of(number);
}

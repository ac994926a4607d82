namespace Twin.Model.Results;

/// <summary>One figure that an activity is judged by, described once: summary, charts, report and replications all read this.</summary>
/// <typeparam name="TResult">The activity's result.</typeparam>
/// <param name="Key">Key, as in summary.json: camel case, parts joined by dots.</param>
/// <param name="English">Name in English.</param>
/// <param name="Chinese">Name in Chinese.</param>
/// <param name="Unit">Unit of the value.</param>
/// <param name="Better">Which direction is better.</param>
/// <param name="Value">The figure: a number, nothing where it is of nobody, censored where it lies beyond the end of the run.</param>
public sealed record Measure<TResult>(
    string Key, string English, string Chinese, MeasureUnit Unit, BetterDirection Better, Func<TResult, MeasureValue> Value)
{
    /// <summary>What a mean of the measure cannot leave, and where its rare days lie: all that an interval needs to know.</summary>
    /// <remarks>No unit goes below 0, and only a share has an end above. What seldom happens on a day, such as a site that never opens, makes the day worse.</remarks>
    public MeasureRange Range => new(0, Unit == MeasureUnit.Share ? 1 : double.PositiveInfinity, Better switch
    {
        BetterDirection.Higher => RareDays.Below,
        BetterDirection.Lower => RareDays.Above,
        _ => RareDays.AsFound,
    });
}

/// <summary>Unit of a measure.</summary>
public enum MeasureUnit
{
    /// <summary>A count.</summary>
    Count,

    /// <summary>A share, 0 to 1.</summary>
    Share,

    /// <summary>A length of time, s.</summary>
    Seconds,

    /// <summary>A moment, s since the scenario's start.</summary>
    Moment,

    /// <summary>Hours of work.</summary>
    Hours,

    /// <summary>Minutes summed over sites.</summary>
    SiteMinutes,
}

/// <summary>Which direction of a measure is better.</summary>
public enum BetterDirection
{
    /// <summary>Neither.</summary>
    Neutral,

    /// <summary>More is better.</summary>
    Higher,

    /// <summary>Less is better.</summary>
    Lower,
}

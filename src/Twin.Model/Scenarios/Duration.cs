namespace Twin.Model.Scenarios;

/// <summary>A length of simulated time, whole ms; a file writes <c>45s</c>, <c>15min</c>, <c>5h</c>, <c>1h30min</c>, <c>250ms</c>.</summary>
/// <param name="Milliseconds">Milliseconds.</param>
public readonly record struct Duration(long Milliseconds)
{
    /// <summary>So many seconds.</summary>
    /// <param name="seconds">Seconds.</param>
    public static Duration Seconds(double seconds) => new((long)Math.Round(seconds * 1000, MidpointRounding.ToEven));

    /// <summary>So many minutes.</summary>
    /// <param name="minutes">Minutes.</param>
    public static Duration Minutes(double minutes) => Seconds(minutes * 60);
}

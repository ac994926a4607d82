namespace Twin.Silo.Display;

/// <summary>How far a run is, for people.</summary>
/// <param name="Phase">activate or step.</param>
/// <param name="Clock">Simulated clock.</param>
/// <param name="Fraction">Share of the phase that is done, 0 to 1: of grains activated, or of the time up to the window's end.</param>
/// <param name="Tested">Share of residents tested; null if it is not known.</param>
/// <param name="RealTimeFactor">Simulated over wall time since the stepping began; 0 before it can be told.</param>
/// <param name="Left">Estimate of the wall time left; null before it can be told.</param>
public readonly record struct RunReading(
    string Phase, DateTimeOffset Clock, double Fraction, double? Tested, double RealTimeFactor, TimeSpan? Left);

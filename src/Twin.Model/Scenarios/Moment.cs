namespace Twin.Model.Scenarios;

/// <summary>A clock time with an offset, or a duration after the scenario's start. <c>07:00+08:00</c> is the first such time at or after the start.</summary>
/// <param name="SinceStart">Milliseconds since the scenario's start; the reader resolves clock times.</param>
public readonly record struct Moment(long SinceStart);

namespace Twin.Model.Queueing;

/// <summary>That the empty start shows in a station's figures, and what would do against it.</summary>
/// <param name="Station">The station's name.</param>
/// <param name="Share">By which share of the steady state the figures are too low; negative where they are too high.</param>
/// <param name="Runs">Over so many runs it was measured; 0 where it is what theory expects.</param>
/// <param name="WarmUpSeconds">The warm-up that would do, s.</param>
/// <param name="EndSeconds">The end of statistics that it needs, s; null where the run is long enough.</param>
public sealed record QueueStartBias(string Station, double Share, int Runs, double WarmUpSeconds, double? EndSeconds);

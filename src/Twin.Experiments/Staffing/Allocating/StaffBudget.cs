namespace Twin.Experiments.Staffing.Allocating;

/// <summary>How much all sites together may risk.</summary>
/// <param name="Weight">Greatest sum of <see cref="SiteRisk.Weight"/>: −ln of the probability that every site's wait holds; infinite for no limit.</param>
/// <param name="Late">Most people who come and are not tested in time, in the mean; infinite for no limit.</param>
internal readonly record struct StaffBudget(double Weight, double Late);

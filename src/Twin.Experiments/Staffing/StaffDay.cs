namespace Twin.Experiments.Staffing;

/// <summary>What a simulated day says of a staffing.</summary>
/// <param name="Number">Number of the replication.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Digest">Its trace digest.</param>
/// <param name="T98">When 98 % of those expected were tested, ms since the start; −1 if never.</param>
/// <param name="InTime">Whether that was in time.</param>
/// <param name="WorstWait">The greatest <see cref="Twin.Model.Testing.SiteResult.JudgedWait"/>, s.</param>
/// <param name="SitesOver">Ordinals of the sites whose 90 % wait was over the target.</param>
/// <param name="Untested">People expected on site who were not tested.</param>
public sealed record StaffDay(int Number, ulong Seed, UInt128 Digest, long T98, bool InTime, double WorstWait, IReadOnlyList<int> SitesOver, long Untested)
{
    /// <summary>Whether every site's wait was within the target.</summary>
    public bool WaitHolds => SitesOver.Count == 0;
}

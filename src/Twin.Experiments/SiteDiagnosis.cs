using Twin.Experiments.Texts;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments;

/// <summary>The sites with the longest waits, and why, in words.</summary>
internal static class SiteDiagnosis
{
    private const double Crowded = 1.10;
    private const double Saturated = 0.90;

    /// <summary>The worst sites: most red minutes, then most amber, then the longest 90 % wait; those that never opened first.</summary>
    /// <param name="result">The result.</param>
    /// <param name="count">How many at most.</param>
    public static IReadOnlyList<SiteResult> Worst(MassTestResult result, int count) =>
        [.. result.Sites.OrderByDescending(site => site.Opened < 0).ThenByDescending(site => site.RedMinutes).ThenByDescending(site => site.AmberMinutes)
            .ThenByDescending(site => site.WaitAtTarget).ThenBy(site => site.Code, StringComparer.Ordinal).Take(count)];

    /// <summary>Why a site jammed, as far as its figures say.</summary>
    public static IEnumerable<string> Why(SiteResult site, MassTestResult result, Scenario scenario, TextSet texts)
    {
        if (site.Opened < 0)
        {
            yield return texts["why.neverOpened"];
            yield break;
        }

        if (site.Opened > result.Open)
        {
            yield return texts.Format("why.openedLate", texts.Duration((site.Opened - result.Open) / 1000.0));
        }

        if (site.SamplersAbsent > 0)
        {
            yield return texts.Format("why.samplersAbsent", site.SamplersAbsent, site.Samplers);
        }

        if (site.DesksAbsent > 0)
        {
            yield return texts.Format("why.desksAbsent", site.DesksAbsent, site.Desks);
        }

        double load = Load(site.Arrivals, site.Samplers - site.SamplersAbsent);
        double mean = Load(result.Sites.Sum(other => other.Arrivals), result.Sites.Sum(other => other.Samplers - other.SamplersAbsent));
        if (load > Crowded * mean)
        {
            yield return texts.Format("why.crowded", TextSet.Count(load), TextSet.Count(mean));
        }

        foreach (string reason in Saturation(site, scenario, texts))
        {
            yield return reason;
        }
    }

    private static IEnumerable<string> Saturation(SiteResult site, Scenario scenario, TextSet texts)
    {
        foreach (Disruption disruption in scenario.Disruptions.Where(d => d.Enabled && (d.Sites.Count == 0 || d.Sites.Contains(site.Code, StringComparer.Ordinal))))
        {
            ScenarioClock clock = new(scenario.Start);
            yield return texts.Format($"why.{Tables.UntestedReasons.Camel(disruption.Type)}", clock.Minute(disruption.At.SinceStart), texts.Duration(disruption.Length.Milliseconds / 1000.0));
        }

        if (site.SamplerDuty > 0 && site.SamplerBusy > Saturated * site.SamplerDuty)
        {
            yield return texts.Format("why.samplersBusy", texts.Percent((double)site.SamplerBusy / site.SamplerDuty));
        }

        if (site.DeskDuty > 0 && site.DeskBusy > Saturated * site.DeskDuty)
        {
            yield return texts.Format("why.desksBusy", texts.Percent((double)site.DeskBusy / site.DeskDuty));
        }
    }

    private static double Load(long arrivals, long samplers) => samplers <= 0 ? double.PositiveInfinity : (double)arrivals / samplers;
}

using Twin.Experiments.Texts;
using Twin.Model.Results;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Reports;

/// <summary>What to do after a mass test's run: slots, the jammed sites one by one, forms for an outage, the laboratory.</summary>
/// <param name="record">The run.</param>
/// <param name="result">Its result.</param>
/// <param name="texts">The language.</param>
internal sealed class RunActions(RunRecord record, MassTestResult result, TextSet texts)
{
    private const int MostSites = 7;

    private readonly ScenarioClock _clock = new(record.Scenario.Start);

    /// <summary>The actions, the most urgent first.</summary>
    public IReadOnlyList<PlannedAction> All()
    {
        SiteParameters sites = record.Scenario.Testing.Sites;
        IReadOnlyList<SiteMeasure> measures = SiteMeasure.Of(result, sites, MostSites);
        return [.. Slots(measures.Count > 0), .. measures.Select(measure => ForSite(measure, sites)), .. Spare(), .. Outage(), .. Lab()];
    }

    /// <summary>How many jammed sites have no line of their own; 0 if all have.</summary>
    public int Others => Math.Max(0, result.Sites.Count(site => JamTiers.WorstOf(site) != JamTier.Flowing) - MostSites);

    private IEnumerable<PlannedAction> Slots(bool isJammed)
    {
        if (isJammed && !record.Scenario.Testing.Slots.Enabled)
        {
            yield return new PlannedAction(
                texts["act.slots"], texts["act.everywhere"], texts["act.by.groups"], texts["act.when.notice"], texts["act.slots.why"]);
        }
    }

    private PlannedAction ForSite(SiteMeasure measure, SiteParameters sites)
    {
        SiteResult site = measure.Site;
        string why = string.Join(texts["comma"], SiteDiagnosis.Why(site, result, record.Scenario, texts));
        string where = texts.Format("act.site", site.Code, site.Community);
        return measure.Kind switch
        {
            SiteMeasureKind.Open when measure.Neighbour is { } other => new PlannedAction(
                texts.Format("act.openOrSend", TextSet.Count(site.HomeResidents), other.Code), where, texts.Format("act.by.community", site.Community), Opening(), why),
            SiteMeasureKind.Open => new PlannedAction(texts["act.open"], where, texts.Format("act.by.community", site.Community), Opening(), why),
            SiteMeasureKind.OpenInTime => new PlannedAction(texts["act.openInTime"], where, texts.Format("act.by.community", site.Community), Opening(), why),
            SiteMeasureKind.Send => new PlannedAction(
                texts.Format("act.send", TextSet.Count(measure.People), measure.Neighbour!.Code, TextSet.Count(measure.Metres)), where, texts["act.by.groups"], JamTime(site, sites), why),
            SiteMeasureKind.StandIn => new PlannedAction(texts.Format("act.standIn", Staff(measure)), where, texts["act.by.pool"], JamTime(site, sites), why),
            _ => new PlannedAction(texts.Format("act.add", Staff(measure)), where, texts["act.by.pool"], JamTime(site, sites), why),
        };
    }

    private string Opening() => texts.Format("act.when.before", _clock.Minute(result.Open));

    /// <summary>From when the site is jammed; its opening if it is so at once.</summary>
    private string JamTime(SiteResult site, SiteParameters sites)
    {
        int first = Array.FindIndex(site.ExpectedWaitByMinute, wait => wait >= sites.Amber.Milliseconds / 1000);
        return first < 0 ? Opening() : texts.Format("act.when.jam", _clock.Minute(first * 60_000L));
    }

    private string Staff(SiteMeasure measure) => StaffWords.Of(measure.Samplers, measure.Desks, texts);

    /// <summary>Where nothing jams, fewer staff may do.</summary>
    private IEnumerable<PlannedAction> Spare()
    {
        double busy = (double)result.Sites.Sum(site => site.SamplerBusy) / Math.Max(1, result.Sites.Sum(site => site.SamplerDuty));
        if (busy < SiteMeasure.MostBusy && MassTestMeasures.TargetMet(result) && result.Sites.All(site => JamTiers.WorstOf(site) == JamTier.Flowing))
        {
            yield return new PlannedAction(
                texts["act.spare"], "twin staff", texts["act.by.planner"], texts["act.when.decide"], texts.Format("act.spare.why", texts.Percent(busy)));
        }
    }

    private IEnumerable<PlannedAction> Outage()
    {
        foreach (Disruption outage in record.Scenario.Disruptions.Where(what => what is { Enabled: true, Type: DisruptionType.RegistrationOutage }).Take(1))
        {
            string[] worst = [.. SiteDiagnosis.Worst(result, 5).Where(site => JamTiers.WorstOf(site) != JamTier.Flowing).Select(site => site.Code)];
            yield return new PlannedAction(
                texts["act.forms"], worst.Length == 0 ? texts["act.everywhere"] : string.Join(texts["comma"], worst), texts["act.by.sites"],
                texts.Format("act.when.before", _clock.Minute(outage.At.SinceStart)), texts.Format("act.forms.why", texts.Duration(outage.Length.Milliseconds / 1000.0)));
        }
    }

    private IEnumerable<PlannedAction> Lab()
    {
        long tubes = result.Sites.Sum(site => site.Tubes);
        if (Laboratory.Days(tubes) > 1)
        {
            yield return new PlannedAction(
                texts.Format("act.lab", TextSet.Count(tubes)), texts["act.lab.where"], texts["act.by.district"], texts["act.when.early"],
                texts.Format("act.lab.why", TextSet.Count(Laboratory.TubesPerDay), TextSet.Number(Laboratory.Days(tubes), 1)));
        }
    }
}

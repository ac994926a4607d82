using Twin.Experiments.Charts;
using Twin.Experiments.Suppression;
using Twin.Experiments.Tables;
using Twin.Experiments.Texts;
using Twin.Model.Results;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Reports;

/// <summary>The tables of a mass test's report.</summary>
internal sealed class ReportTables(RunRecord record, MassTestResult result, UntestedTable untested, TextSet texts)
{
    private const int WorstSites = 10;
    private const int CoverageStep = 15;

    private readonly ScenarioClock _clock = new(record.Scenario.Start);

    /// <summary>Measures over replications.</summary>
    public HtmlTable Replications()
    {
        ReplicationSummary summary = ReplicationSummary.Of(record.Replications, record.Confidence);
        return ReplicationTable.Of(texts.Format("caption.replications", summary.Count), summary.Measures, _clock, texts, summary.Confidence);
    }

    /// <summary>Coverage every 15 minutes of the window.</summary>
    public HtmlTable Coverage()
    {
        Timeline timeline = Timeline.Of(result, record.Scenario.Testing.Sites);
        HtmlTable table = new(texts["caption.coverage"], texts["col.clock"], "#" + texts["col.tested"], "#" + texts["col.cumulated"], "#" + texts["col.coverage"], "#" + texts["col.queue"]);
        long before = 0;
        for (int minute = (int)(result.Open / 60_000) + CoverageStep; minute - CoverageStep < timeline.Minutes && minute <= timeline.Cumulated.Length; minute += CoverageStep)
        {
            long cumulated = timeline.Cumulated[minute - 1];
            table.Add(
                _clock.Minute(minute * 60_000L), TextSet.Count(cumulated - before), TextSet.Count(cumulated), Percent(cumulated, result.Residents),
                minute < timeline.Queue.Length ? TextSet.Count(timeline.Queue[minute]) : texts["none"]);
            before = cumulated;
        }

        return table;
    }

    /// <summary>Longest expected wait of each site in each hour of the picture.</summary>
    public HtmlTable HeatMap()
    {
        int from = (int)(result.Open / 60_000);
        int hours = Math.Max(1, ((WaitHeatMap.LastMinute(result) - from) / 60) + 1);
        HtmlTable table = new(
            texts["caption.heatmap"],
            [texts["col.site"], .. Enumerable.Range(0, hours).Select(hour => "#" + _clock.Minute((from + (hour * 60)) * 60_000L))]);
        foreach (SiteResult site in WaitHeatMap.Ordered(result))
        {
            table.Add([site.Code, .. Enumerable.Range(0, hours).Select(hour => TextSet.Count(
                site.ExpectedWaitByMinute.Skip(from + (hour * 60)).Take(60).DefaultIfEmpty().Max() / 60.0))]);
        }

        return table;
    }

    /// <summary>Distribution of waits.</summary>
    public HtmlTable Waits()
    {
        (int width, double[] shares) = WaitChart.Bins(result.TotalWait);
        HtmlTable table = new(texts["caption.waits"], texts["col.waitFromTo"], "#" + texts["col.people"], "#" + texts["col.share"]);
        for (int bin = 0; bin < shares.Length; bin++)
        {
            table.Add($"{bin * width} – {(bin + 1) * width}", TextSet.Count(shares[bin] * result.TotalWait.Count / 100), texts.Percent(shares[bin] / 100));
        }

        return table;
    }

    /// <summary>Sites by tier.</summary>
    public HtmlTable Tiers()
    {
        HtmlTable table = new(texts["caption.tiers"], texts["col.tier"], "#" + texts["col.count"]);
        foreach (JamTier tier in Enum.GetValues<JamTier>())
        {
            table.Add(texts[$"tier.{JamTiers.KeyOf(tier)}"], TextSet.Count(result.Sites.Count(site => JamTiers.WorstOf(site) == tier)));
        }

        return table;
    }

    /// <summary>Places of the sites.</summary>
    public HtmlTable Places()
    {
        HtmlTable table = new(texts["caption.map"], texts["col.site"], texts["col.community"], texts["col.tier"], "#" + texts["col.x"], "#" + texts["col.y"], "#" + texts["col.tested"]);
        foreach (SiteResult site in result.Sites)
        {
            table.Add(site.Code, site.Community, Tier(site), TextSet.Count(site.X / 100.0), TextSet.Count(site.Y / 100.0), TextSet.Count(site.Tested));
        }

        return table;
    }

    /// <summary>The worst sites and why.</summary>
    public HtmlTable Worst()
    {
        HtmlTable table = new(
            texts["caption.worst"], texts["col.site"], texts["col.community"], texts["col.tier"], "#" + texts["col.amberMinutes"], "#" + texts["col.redMinutes"],
            "#" + texts.Format("col.waitAtTarget", TargetWords.Quantile(result.Targets, texts)), "#" + texts["col.queueMax"], texts["col.why"]);
        foreach (SiteResult site in SiteDiagnosis.Worst(result, WorstSites))
        {
            string why = string.Join(texts["comma"], SiteDiagnosis.Why(site, result, record.Scenario, texts));
            table.Add(
                site.Code, site.Community, Tier(site), TextSet.Count(site.AmberMinutes), TextSet.Count(site.RedMinutes), site.WaitAtTarget is { } wait ? texts.Duration(wait) : texts["none"],
                TextSet.Count(site.QueueMax), why.Length > 0 ? why : texts["none"]);
        }

        return table;
    }

    /// <summary>Untested by reason.</summary>
    public HtmlTable Untested()
    {
        HtmlTable table = new(texts["caption.untested"], texts["col.reason"], "#" + texts["col.people"], "#" + texts["col.share"]);
        for (int reason = 0; reason < untested.District.Untested.Count; reason++)
        {
            long? count = untested.District.Untested[reason];
            table.Add(texts[$"reason.{UntestedReasons.Keys[reason]}"], Count(count), Percent(count, result.Residents));
        }

        return table;
    }

    /// <summary>Untested by street.</summary>
    public HtmlTable Streets()
    {
        HtmlTable table = new(
            texts["caption.streets"],
            [texts["col.street"], "#" + texts["col.residents"], "#" + texts["col.tested"], .. UntestedReasons.Keys.Select(key => "#" + texts[$"reason.{key}"])]);
        foreach (UntestedRow row in untested.Streets)
        {
            table.Add([row.Code, Count(row.Residents), Count(row.Tested), .. row.Untested.Select(Count)]);
        }

        return table;
    }

    /// <summary>Communities and villages.</summary>
    public HtmlTable Communities()
    {
        HtmlTable table = new(
            texts["caption.communities"], texts["col.community"], texts["col.name"], texts["col.kind"], "#" + texts["col.residents"], "#" + texts["col.tested"],
            "#" + texts["col.coverage"], "#" + texts["col.untestedMobile"], "#" + texts["col.coverageMobile"], texts["col.lastNotified"]);
        for (int i = 0; i < result.Communities.Count; i++)
        {
            CommunityResult community = result.Communities[i];
            UntestedRow row = untested.Communities[i];
            table.Add(
                community.Code, community.Name.Length > 0 ? community.Name : texts["none"], texts[community.IsVillage ? "kind.village" : "kind.community"], Count(community.Residents), Count(row.Tested),
                Percent(row.Tested, row.Residents), Count(row.UntestedMobile), Percent(row.Residents - row.UntestedMobile, row.Residents),
                community.LastNotified < 0 ? texts["none"] : _clock.Second(community.LastNotified));
        }

        return table;
    }

    /// <summary>The notice by level.</summary>
    public HtmlTable Notice()
    {
        HtmlTable table = new(
            texts["caption.notice"], texts["col.level"], "#" + texts["col.count"], "#" + texts["col.reached"], "#" + texts["col.mean"], "#" + texts["col.last"],
            "#" + texts["col.deputy"], "#" + texts["col.above"]);
        foreach (NotificationLevel level in result.Notification)
        {
            table.Add(
                texts[$"level.{level.Level}"], TextSet.Count(level.Count), TextSet.Count(level.Reached),
                level.Reached == 0 ? texts["none"] : texts.Duration(level.SumMilliseconds / 1000.0 / level.Reached),
                level.LastMilliseconds < 0 ? texts["none"] : _clock.Second(level.LastMilliseconds), TextSet.Count(level.ToDeputy), TextSet.Count(level.ToLevelAbove));
        }

        return table;
    }

    /// <summary>Households by the way they learnt of the test.</summary>
    public HtmlTable Channels()
    {
        HtmlTable table = new(texts["caption.channel"], texts["col.channel"], "#" + texts["col.households"]);
        for (int channel = 0; channel < result.NotifiedByChannel.Length; channel++)
        {
            table.Add(texts[$"channel.{UntestedReasons.Camel((Model.Notification.Channel)channel)}"], TextSet.Count(result.NotifiedByChannel[channel]));
        }

        return table;
    }

    private string Tier(SiteResult site) => texts[$"tier.{JamTiers.KeyOf(JamTiers.WorstOf(site))}"];

    private string Count(long? value) => value is { } count ? TextSet.Count(count) : texts["none"];

    private string Percent(long? part, long whole) => part is { } count && whole > 0 ? texts.Percent((double)count / whole) : texts["none"];
}

using System.Globalization;
using Twin.Experiments.Reports;
using Twin.Experiments.Tables;
using Twin.Experiments.Texts;

namespace Twin.Experiments.Plans;

/// <summary>The tables of two plans.</summary>
internal static class PlanDiffTables
{
    /// <summary>sites.csv: every site, in code order.</summary>
    /// <param name="paper">The plans.</param>
    public static CsvTable SitesCsv(PlanDifference paper)
    {
        CsvTable table = new(
            "site", "street", "home_residents", "samplers_first", "samplers_second", "desks_first", "desks_second", "hours_first", "hours_second",
            "cost_first", "cost_second", "shifts_first", "shifts_second");
        foreach (SiteMove site in paper.Sites)
        {
            table.Add(
                site.Code, paper.Streets.First(street => street.Street == site.Street).Name.Code, site.HomeResidents, site.First.Samplers, site.Second.Samplers, site.First.Desks, site.Second.Desks,
                site.First.Hours, site.Second.Hours, site.First.Cost(paper.Costs), site.Second.Cost(paper.Costs), site.First.Shifts, site.Second.Shifts);
        }

        return table;
    }

    /// <summary>streets.csv: every street, the biggest change first.</summary>
    /// <param name="paper">The plans.</param>
    public static CsvTable StreetsCsv(PlanDifference paper)
    {
        CsvTable table = new("street", "name", "sites", "sites_changed", "samplers_change", "desks_change", "hours_change", "cost_change");
        foreach (StreetMove street in paper.Streets)
        {
            table.Add(
                street.Name.Code, street.Name.Name, street.Sites.Count, street.Sites.Count(site => site.IsMove), street.Samplers, street.Desks, street.Hours, street.CostChange(paper.Costs));
        }

        return table;
    }

    /// <summary>Sites at which something changes.</summary>
    public static HtmlTable Sites(PlanDifference paper, TextSet texts)
    {
        HtmlTable table = new(
            texts["plan.table.sites"], texts["plan.col.site"], texts["plan.col.street"], "#" + texts["plan.col.residents"], "#" + texts["plan.col.samplers"], "#" + texts["plan.col.desks"],
            "#" + texts["plan.col.hours"], "#" + texts["plan.col.cost"], texts["plan.col.shifts"]);
        foreach (SiteMove site in paper.Moves)
        {
            string Change(double first, double second) => texts.Format("plan.diff.change", TextSet.Count(first), TextSet.Count(second), PlanDiffText.Signed(second - first));
            table.Add(
                site.Code, PlanDiffText.NameOf(paper.Streets.First(street => street.Street == site.Street), texts), TextSet.Count(site.HomeResidents),
                Change(site.First.Samplers, site.Second.Samplers), Change(site.First.Desks, site.Second.Desks), Change(site.First.Hours, site.Second.Hours),
                PlanDiffText.Signed(site.CostChange(paper.Costs)), site.First.Shifts == site.Second.Shifts ? site.First.Shifts : $"{site.First.Shifts} → {site.Second.Shifts}");
        }

        return table;
    }

    /// <summary>Streets.</summary>
    public static HtmlTable Streets(PlanDifference paper, TextSet texts)
    {
        HtmlTable table = new(
            texts["plan.table.streets"], texts["plan.col.street"], "#" + texts["plan.col.sites"], "#" + texts["plan.col.samplers"], "#" + texts["plan.col.desks"],
            "#" + texts["plan.col.hours"], "#" + texts["plan.col.cost"]);
        foreach (StreetMove street in paper.Streets)
        {
            table.Add(
                PlanDiffText.NameOf(street, texts), TextSet.Count(street.Sites.Count(site => site.IsMove)), PlanDiffText.Signed(street.Samplers), PlanDiffText.Signed(street.Desks),
                PlanDiffText.Signed(street.Hours), PlanDiffText.Signed(street.CostChange(paper.Costs)));
        }

        return table;
    }

    /// <summary>What the plans say of themselves.</summary>
    public static HtmlTable Plans(PlanDifference paper, TextSet texts)
    {
        HtmlTable table = new(texts["plan.section.plans"], texts["plan.col.plan"], "#" + texts["plan.col.version"], texts["plan.col.author"], texts["plan.col.note"], texts["plan.col.restsOn"]);
        foreach (StaffingPlan plan in new[] { paper.First, paper.Second })
        {
            table.Add(
                plan.Path, plan.File.Version.ToString(CultureInfo.InvariantCulture), plan.File.Author, plan.File.Note,
                plan.File.RestsOn is { } runs ? texts.Format("plan.restsOn", runs.Days, runs.Digest) : texts["plan.restsOn.none"]);
        }

        return table;
    }
}

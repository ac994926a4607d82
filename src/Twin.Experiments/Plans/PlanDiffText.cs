using System.Globalization;
using Twin.Experiments.Comparing;
using Twin.Experiments.Staffing;
using Twin.Experiments.Texts;

namespace Twin.Experiments.Plans;

/// <summary>What changes between two plans, in words.</summary>
public static class PlanDiffText
{
    private const int MostSites = 10;

    /// <summary>What changes, street by street and site by site, what it does to the result, and the warnings.</summary>
    /// <param name="diff">The plans.</param>
    /// <param name="language">en or zh.</param>
    /// <returns>Lines without a line end.</returns>
    /// <exception cref="ArgumentException">There is no such language.</exception>
    public static IReadOnlyList<string> Answer(PlanDiff diff, string language)
    {
        ArgumentNullException.ThrowIfNull(diff);
        TextSet texts = TextCatalogue.In(language);
        List<string> lines = [Headline(diff.Paper, texts), .. Helpers(diff.Paper, texts)];
        lines.AddRange(diff.Paper.Streets.Where(street => street.Sites.Any(site => site.IsMove)).Select(street => texts.Format(
            "plan.diff.street", NameOf(street, texts), Signed(street.Samplers), Signed(street.Desks), Signed(street.CostChange(diff.Paper.Costs)), street.Sites.Count(site => site.IsMove))));
        lines.AddRange(diff.Paper.Moves.Take(MostSites).Select(site => Site(site, diff.Paper.Costs, texts)));
        if (diff.Paper.Moves.Count > MostSites)
        {
            lines.Add(texts.Format("plan.diff.more", diff.Paper.Moves.Count - MostSites));
        }

        if (diff.Runs is { } runs)
        {
            lines.Add(texts.Format("plan.diff.result", diff.Paper.First.Label, diff.Paper.Second.Label));
            lines.AddRange(ComparisonText.Answer(runs, language));
        }

        return [.. lines, .. Warnings(diff, texts).Select(warning => texts.Format("plan.warning", warning))];
    }

    /// <summary>What changes in all, in a sentence.</summary>
    internal static string Headline(PlanDifference paper, TextSet texts)
    {
        if (paper.Moves.Count == 0)
        {
            return texts.Format("plan.diff.same", paper.First.Label, paper.Second.Label, paper.Sites.Count);
        }

        string Change(Func<SiteStaffing, double> figure)
        {
            (double first, double second) = (paper.Sites.Sum(site => figure(site.First)), paper.Sites.Sum(site => figure(site.Second)));
            return texts.Format("plan.diff.change", TextSet.Count(first), TextSet.Count(second), Signed(second - first));
        }

        return texts.Format(
            "plan.diff.answer", paper.First.Label, paper.Second.Label, paper.Moves.Count, paper.Sites.Count,
            Change(site => site.Samplers), Change(site => site.Desks), Change(site => site.Hours), Change(site => site.Cost(paper.Costs)));
    }

    /// <summary>Helpers, if they change.</summary>
    internal static IEnumerable<string> Helpers(PlanDifference paper, TextSet texts) =>
        paper.Helpers.First == paper.Helpers.Second ? [] : [texts.Format("plan.diff.helpers", paper.Helpers.First, paper.Helpers.Second, Signed((paper.Helpers.Second - paper.Helpers.First) * (double)paper.Groups), Signed(paper.HelperCostChange))];

    /// <summary>What limits the comparison.</summary>
    internal static IEnumerable<string> Warnings(PlanDiff diff, TextSet texts)
    {
        PlanDifference paper = diff.Paper;
        if (paper.OtherScenario)
        {
            yield return texts.Format("plan.warn.otherScenario", paper.First.Label, paper.Second.Label, paper.First.File.ScenarioFile);
        }

        if (paper.Second.File.Version <= paper.First.File.Version && paper.Moves.Count > 0)
        {
            yield return texts.Format("plan.warn.version", paper.First.Label, paper.Second.Label, paper.First.File.Version, paper.Second.File.Version);
        }

        if (diff.Runs is null)
        {
            yield return texts["plan.diff.noRun"];
        }

        yield return texts.Format("plan.warn.costs", Plain(paper.Costs.Sampler), Plain(paper.Costs.Desk), Plain(paper.Costs.Helper));
    }

    /// <summary>A street's name.</summary>
    internal static string NameOf(StreetMove street, TextSet texts) => texts.Language == "zh" && street.Name.NameZh.Length > 0 ? street.Name.NameZh : street.Name.Name;

    /// <summary>A change with its sign.</summary>
    internal static string Signed(double change) => change > 0 ? "+" + TextSet.Count(change) : change < 0 ? "−" + TextSet.Count(-change) : "0";

    private static string Site(SiteMove site, StaffCosts costs, TextSet texts)
    {
        string Change(int first, int second) => texts.Format("plan.diff.change", first, second, Signed(second - first));
        string line = texts.Format(
            "plan.diff.site", site.Code, Change(site.First.Samplers, site.Second.Samplers), Change(site.First.Desks, site.Second.Desks), Signed(site.CostChange(costs)));
        return site.First.Shifts == site.Second.Shifts ? line : line + texts.Format("plan.diff.shifts", Shifts(site.First, texts), Shifts(site.Second, texts));
    }

    private static string Shifts(SiteStaffing site, TextSet texts) => site.Shifts.Length == 0 ? texts["plan.diff.noShifts"] : site.Shifts;

    private static string Plain(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}

using Twin.Experiments.Texts;

namespace Twin.Experiments.Plans;

/// <summary>What came of checking a plan, in words.</summary>
public static class PlanCheckText
{
    private static readonly string[] Named = ["sites", "scenario", "scenarioDigest", "key", "seeds", "sum", "runs"];

    /// <summary>The answer, then a line for each thing that was looked at.</summary>
    /// <param name="check">The check.</param>
    /// <param name="language">en or zh.</param>
    /// <returns>Lines without a line end.</returns>
    /// <exception cref="ArgumentException">There is no such language.</exception>
    public static IReadOnlyList<string> Answer(PlanCheck check, string language)
    {
        ArgumentNullException.ThrowIfNull(check);
        TextSet texts = TextCatalogue.In(language);
        string wrong = string.Join(texts["comma"], check.Findings.Where(finding => finding.State == PlanFindingState.Wrong).Select(finding => NameOf(finding, texts)));
        string answer = wrong.Length > 0 ? texts.Format("plan.check.wrong", check.Plan.Label, wrong)
            : texts.Format(check.Plan.File.RestsOn is null ? "plan.check.hand" : "plan.check.holds", check.Plan.Label);
        return [answer, .. check.Findings.Select(finding => Line(finding, texts))];
    }

    /// <summary>A conclusion is named by its key, as the file has it.</summary>
    private static string NameOf(PlanFinding finding, TextSet texts) => Named.Contains(finding.Key, StringComparer.Ordinal) ? texts[$"plan.finding.{finding.Key}"] : finding.Key;

    private static string Line(PlanFinding finding, TextSet texts)
    {
        string name = NameOf(finding, texts);
        return (finding.State, finding.Key) switch
        {
            (PlanFindingState.NotSaid, _) => texts.Format("plan.check.line.notSaid", name),
            (PlanFindingState.Unchecked, _) => texts.Format("plan.check.line.unchecked", name, finding.Said),
            (PlanFindingState.Wrong, _) => texts.Format("plan.check.line.wrong", name, finding.Said, finding.Found),
            (_, "sites") => texts.Format("plan.check.sites", finding.Said),
            (_, "runs") => texts.Format("plan.check.runs", finding.Said, finding.Found),
            _ => texts.Format("plan.check.line.holds", name, finding.Said),
        };
    }
}

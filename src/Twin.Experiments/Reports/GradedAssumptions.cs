using Twin.Experiments.Texts;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Reports;

/// <summary>Assumptions by how far their defaults can be trusted: estimates first, for they are no facts.</summary>
internal static class GradedAssumptions
{
    private const int LongestValue = 120;

    private static readonly string[] Grades = ["E", "P", "S", ""];

    /// <summary>How many of each grade, in a sentence.</summary>
    /// <param name="assumptions">The assumptions.</param>
    /// <param name="texts">The language.</param>
    public static string Summary(IReadOnlyList<Assumption> assumptions, TextSet texts) => texts.Format(
        "page.graded", assumptions.Count, Count(assumptions, "E"), Count(assumptions, "P"), Count(assumptions, "S"), Count(assumptions, ""), assumptions.Count(assumption => !assumption.IsDefault));

    /// <summary>A table of each grade with its heading; within a grade those that differ from the default first.</summary>
    /// <param name="assumptions">The assumptions.</param>
    /// <param name="texts">The language.</param>
    public static IEnumerable<(string Heading, HtmlTable Table)> Of(IReadOnlyList<Assumption> assumptions, TextSet texts)
    {
        foreach (string grade in Grades.Where(grade => Count(assumptions, grade) > 0))
        {
            string key = grade.Length == 0 ? "choice" : grade;
            HtmlTable table = new(
                texts["caption.assumptions"], texts["col.path"], texts["col.parameterValue"], texts["col.default"], texts["page.col.meaning"]);
            foreach (Assumption assumption in assumptions.Where(assumption => First(assumption.Grade) == grade).OrderBy(assumption => assumption.IsDefault))
            {
                table.Add(
                    assumption.IsDefault ? assumption.Path : $"● {assumption.Path}", Short(assumption.Value), assumption.IsDefault ? texts["page.sameDefault"] : Short(assumption.Default),
                    texts.MeaningOf(assumption));
            }

            yield return (texts.Format($"page.grade.{key}", Count(assumptions, grade)), table);
        }
    }

    /// <summary>summary.json has the whole of a long value.</summary>
    private static string Short(string value) => value.Length <= LongestValue ? value : value[..(LongestValue - 1)] + "…";

    private static int Count(IReadOnlyList<Assumption> assumptions, string grade) => assumptions.Count(assumption => First(assumption.Grade) == grade);

    /// <summary>Of a parameter with parts of several grades the least sure one.</summary>
    private static string First(string grade) => Grades.FirstOrDefault(one => one.Length > 0 && grade.Contains(one, StringComparison.Ordinal), "");
}

using Twin.Experiments.Reports;
using Twin.Experiments.Texts;
using Twin.Model.Scenarios;
using Twin.Silo.Commands;

namespace Twin.Silo.Runs;

/// <summary>Warns, where a scenario is read, of the keys that were left out of it.</summary>
internal static class LeftOutNote
{
    /// <summary>Warns on standard error, unless only errors are said.</summary>
    /// <param name="scenario">The scenario as read.</param>
    /// <param name="output">In what words, and whether at all.</param>
    /// <returns>The scenario.</returns>
    public static Scenario Told(Scenario scenario, OutputOptions output) => Told(scenario, output.Language, output.Quiet);

    /// <summary>Warns on standard error, unless only errors are said.</summary>
    /// <param name="scenario">The scenario as read.</param>
    /// <param name="language">en or zh.</param>
    /// <param name="quiet">Whether only errors are said.</param>
    /// <returns>The scenario.</returns>
    public static Scenario Told(Scenario scenario, string language, bool quiet)
    {
        foreach (string warning in quiet ? [] : LeftOutWarning.Of(scenario.LeftOut, TextCatalogue.In(language)))
        {
            Console.Error.WriteLine($"twin: {warning}");
        }

        return scenario;
    }
}

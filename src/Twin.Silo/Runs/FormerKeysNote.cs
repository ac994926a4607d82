using Twin.Experiments.Sweeps;

namespace Twin.Silo.Runs;

/// <summary>Warns, where an experiment is read, of measures that it calls by a former key.</summary>
internal static class FormerKeysNote
{
    /// <summary>Warns on standard error, unless only errors are said.</summary>
    /// <param name="sweep">The sweep as read.</param>
    /// <param name="language">en or zh.</param>
    /// <param name="quiet">Whether only errors are said.</param>
    public static void Tell(Sweep sweep, string language, bool quiet)
    {
        foreach (string warning in quiet ? [] : FormerKeysWarning.Of(sweep, language))
        {
            Console.Error.WriteLine($"twin: {warning}");
        }
    }
}

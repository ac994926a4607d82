using Twin.Experiments.Texts;

namespace Twin.Silo.Runs;

/// <summary>A line now and then on how far a comparison is: the first after 2 s, then one every 5 s.</summary>
/// <param name="writer">Where lines go; null for nowhere.</param>
/// <param name="all">Runs in all.</param>
/// <param name="language">en or zh.</param>
/// <param name="clock">Wall time.</param>
public sealed class CompareProgress(TextWriter? writer, int all, string language, TimeProvider clock)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);

    private readonly long _begin = clock.GetTimestamp();
    private readonly TextSet _texts = TextCatalogue.In(language);
    private TimeSpan _next = First;

    /// <summary>Wall time so far, s.</summary>
    public double Seconds => clock.GetElapsedTime(_begin).TotalSeconds;

    /// <summary>Says how far it is, if it is time for that. Called by one thread at a time.</summary>
    /// <param name="ended">Runs that have ended; at least 1.</param>
    public void Report(int ended)
    {
        TimeSpan elapsed = clock.GetElapsedTime(_begin);
        if (writer is null || elapsed < _next || ended == all)
        {
            return;
        }

        _next = elapsed + Between;
        writer.WriteLine(_texts.Format("compare.progress", ended, all, _texts.Duration(Math.Ceiling(elapsed.TotalSeconds * (all - ended) / ended))));
    }
}

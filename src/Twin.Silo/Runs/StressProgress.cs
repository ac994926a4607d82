using Twin.Experiments.Texts;

namespace Twin.Silo.Runs;

/// <summary>A line now and then on how far a stress test is: the first after 2 s, then one every 10 s.</summary>
/// <param name="writer">Where lines go; null for nowhere.</param>
/// <param name="language">en or zh.</param>
/// <param name="clock">Wall time.</param>
internal sealed class StressProgress(TextWriter? writer, string language, TimeProvider clock)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);

    private readonly long _begin = clock.GetTimestamp();
    private readonly TextSet _texts = TextCatalogue.In(language);
    private TimeSpan _next = First;

    /// <summary>Days in all, about.</summary>
    public int About { get; set; }

    /// <summary>Whether nothing is said.</summary>
    public bool IsOff { get; set; }

    /// <summary>Days simulated so far.</summary>
    public int Days { get; private set; }

    /// <summary>Says how far it is, if it is time for that. Called by one thread at a time.</summary>
    /// <param name="days">Days simulated; at least 1.</param>
    public void Report(int days)
    {
        Days = days;
        TimeSpan elapsed = clock.GetElapsedTime(_begin);
        if (writer is null || IsOff || elapsed < _next)
        {
            return;
        }

        _next = elapsed + Between;
        double left = elapsed.TotalSeconds / days * Math.Max(0, About - days);
        writer.WriteLine(days < About
            ? _texts.Format("stress.progress", TextSet.Count(days), TextSet.Count(About), _texts.Duration(Math.Ceiling(left)))
            : _texts.Format("stress.progressLong", TextSet.Count(days), TextSet.Count(About)));
    }
}

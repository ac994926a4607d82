using Twin.Model.Testing;

namespace Twin.Experiments;

/// <summary>The district minute by minute, up to the end of what happened.</summary>
internal sealed class Timeline
{
    /// <summary>Minutes from the scenario's start to the close, the last test or the last notice, whichever is latest; at least 1.</summary>
    public required int Minutes { get; init; }

    /// <summary>People tested up to the end of each minute.</summary>
    public required long[] Cumulated { get; init; }

    /// <summary>Households notified up to the end of each minute.</summary>
    public required long[] Notified { get; init; }

    /// <summary>People at doors and in queues at each whole minute.</summary>
    public required long[] Queue { get; init; }

    /// <summary>Sites with an expected wait in the amber tier.</summary>
    public required long[] Amber { get; init; }

    /// <summary>Sites with an expected wait in the red tier.</summary>
    public required long[] Red { get; init; }

    /// <summary>Adds the sites up.</summary>
    /// <param name="result">The result.</param>
    /// <param name="parameters">Where the tiers begin.</param>
    public static Timeline Of(MassTestResult result, SiteParameters parameters)
    {
        int length = result.TestedByMinute.Length;
        (long[] queue, long[] amber, long[] red) = (new long[length], new long[length], new long[length]);
        (long amberSeconds, long redSeconds) = (parameters.Amber.Milliseconds / 1000, parameters.Red.Milliseconds / 1000);
        foreach (SiteResult site in result.Sites)
        {
            for (int minute = 0; minute < length; minute++)
            {
                queue[minute] += site.QueueByMinute[minute];
                long wait = site.ExpectedWaitByMinute[minute];
                red[minute] += wait >= redSeconds ? 1 : 0;
                amber[minute] += wait >= amberSeconds && wait < redSeconds ? 1 : 0;
            }
        }

        return new Timeline
        {
            Minutes = Math.Clamp(End(result, queue), 1, length),
            Cumulated = Cumulate(result.TestedByMinute),
            Notified = Cumulate(result.NotifiedByMinute),
            Queue = queue,
            Amber = amber,
            Red = red,
        };
    }

    /// <summary>Running sums.</summary>
    /// <param name="counts">Counts by minute.</param>
    public static long[] Cumulate(long[] counts)
    {
        long[] sums = new long[counts.Length];
        long sum = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            sums[i] = sum += counts[i];
        }

        return sums;
    }

    private static int End(MassTestResult result, long[] queue)
    {
        int notified = Array.FindLastIndex(result.NotifiedByMinute, count => count > 0);
        int waiting = Array.FindLastIndex(queue, count => count > 0);
        int last = Math.Max((int)(Math.Max(result.Close, result.LastTest) / 60_000), Math.Max(notified, waiting));
        return last + 2;
    }
}

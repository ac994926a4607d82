using System.Globalization;
using System.Text.Json.Nodes;
using Twin.Experiments;
using Twin.Experiments.Sweeps;
using Twin.Experiments.Texts;
using Twin.Silo.Commands;

namespace Twin.Silo.Runs;

/// <summary>What <c>--dry-run</c> says: points, replications, and about how long, from two replications that are run for the purpose.</summary>
/// <param name="sweep">The sweep.</param>
/// <param name="options">What was asked.</param>
public sealed class SweepEstimate(Sweep sweep, SweepOptions options)
{
    /// <summary>Times replications and prints the estimate.</summary>
    /// <param name="plans">Runs them.</param>
    /// <param name="cancellation">Ends them.</param>
    public void Write(SweepPlans plans, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plans);
        // The first pays for the compilation of the code and the generation of the district.
        plans.Run(new SweepTask(1, 0), cancellation);
        double seconds = plans.Run(new SweepTask((sweep.Points.Count + 1) / 2, 0), cancellation).Seconds;
        int least = sweep.Points.Count * sweep.Rule.Least;
        int most = sweep.Points.Count * sweep.Rule.Most;
        double leastSeconds = seconds * Math.Ceiling((double)least / options.Threads);
        double mostSeconds = seconds * Math.Ceiling((double)most / options.Threads);
        if (options.Output.Json)
        {
            Console.Out.Write(SummaryJson.ToText(new JsonObject
            {
                ["points"] = sweep.Points.Count,
                ["replicationsLeast"] = least,
                ["replicationsMost"] = most,
                ["threads"] = options.Threads,
                ["secondsOfOne"] = Math.Round(seconds, 3),
                ["secondsLeast"] = Math.Round(leastSeconds, 1),
                ["secondsMost"] = Math.Round(mostSeconds, 1),
            }));
            return;
        }

        bool isChinese = options.Output.Language == "zh";
        string replications = Between(least, most, count => count.ToString("N0", CultureInfo.InvariantCulture), isChinese);
        string time = Between(leastSeconds, mostSeconds, duration => Time(duration, isChinese), isChinese);
        Console.Out.WriteLine(isChinese
            ? string.Create(CultureInfo.InvariantCulture, $"{sweep.File.Name}：{sweep.Points.Count:N0} 个方案，{replications} 次重复模拟；试运行一次 {seconds:0.00} 秒，{options.Threads} 个线程约需 {time}")
            : string.Create(CultureInfo.InvariantCulture, $"{sweep.File.Name}: {Counted.Of(sweep.Points.Count, "point")}, {replications} {(most == 1 ? "replication" : "replications")}; one took {seconds:0.00} s just now, so about {time} on {Counted.Of(options.Threads, "thread")}"));
    }

    /// <summary>A wall time in words.</summary>
    /// <param name="seconds">Seconds.</param>
    /// <param name="isChinese">Whether words are Chinese.</param>
    internal static string Time(double seconds, bool isChinese)
    {
        (double value, string english, string chinese) = seconds switch
        {
            < 100 => (Math.Ceiling(seconds), "s", "秒"),
            < 6000 => (Math.Round(seconds / 60), "min", "分钟"),
            _ => (Math.Round(seconds / 3600, 1), "h", "小时"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{value:0.#} {(isChinese ? chinese : english)}");
    }

    private static string Between<T>(T least, T most, Func<T, string> say, bool isChinese)
    {
        (string low, string high) = (say(least), say(most));
        return low == high ? low : isChinese ? $"{low} 至 {high}" : $"{low} to {high}";
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Twin.Benchmarks.Viewing;

/// <summary>A thousand grain queries a second over HTTP while the run goes on.</summary>
internal static class GrainQueries
{
    private const int PerSecond = 1_000;
    private const int Sites = 200;
    private const double AnswerMost = 100;
    private const double LateMost = 100;

    /// <summary>Of the queries that should have been asked, how many must have been for the figures to mean something.</summary>
    private const double AskedLeast = 0.98;

    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(10);

    public static async Task RunAsync(Report report)
    {
        using ServedRun served = await ViewerSuite.ServedAtAsync(ViewerSuite.Busy);
        using JsonDocument layout = JsonDocument.Parse(await served.Http.GetStringAsync($"/api/v1/runs/{served.Run}/layout"));
        string[] codes = [.. layout.RootElement.GetProperty("microGrids").GetProperty("code").EnumerateArray().Select(code => code.GetString()!)];
        await served.ControlAsync(new { action = "resume" });
        await AskAsync(served, codes, Warming);
        (double[] times, double seconds) = await AskAsync(served, codes, Length);
        double late = (await served.StateAsync()).GetProperty("lateP99Milliseconds").GetDouble();
        double rate = times.Length / seconds;
        double answered = ViewerSuite.At(times, 0.99);
        report.Add("grain queries over HTTP", rate, "queries/s", "1,000", rate >= AskedLeast * PerSecond);
        report.Add("… answered, p99", answered, "ms", $"at most {AnswerMost:0}", answered <= AnswerMost);
        report.Add("… windows late meanwhile, p99", late, "ms", $"at most {LateMost:0}", late <= LateMost);
    }

    private static async Task<(double[] Times, double Seconds)> AskAsync(ServedRun served, string[] codes, TimeSpan length)
    {
        List<Task<double>> queries = [];
        Stopwatch watch = Stopwatch.StartNew();
        for (int i = 0; watch.Elapsed < length; i++)
        {
            string code = codes[(int)((long)i * 7919 % codes.Length)];
            string path = (i % 3) switch { 0 => $"micro-grids/{code}", 1 => $"households/{code}-H001", _ => $"sites/S-{((i % Sites) + 1).ToString("000", CultureInfo.InvariantCulture)}" };
            queries.Add(AskAsync(served, path));
            double ahead = ((i + 1) * 1000.0 / PerSecond) - watch.Elapsed.TotalMilliseconds;
            if (ahead > 1)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(ahead));
            }
        }

        double seconds = watch.Elapsed.TotalSeconds;
        return ([.. (await Task.WhenAll(queries)).Order()], seconds);
    }

    private static async Task<double> AskAsync(ServedRun served, string path)
    {
        Stopwatch watch = Stopwatch.StartNew();
        using HttpResponseMessage answer = await served.Http.GetAsync($"/api/v1/runs/{served.Run}/{path}");
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
        return watch.Elapsed.TotalMilliseconds;
    }
}

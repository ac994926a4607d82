using System.Globalization;
using System.Text.Json.Nodes;
using Twin.Experiments;
using Twin.Experiments.Stressing;
using Twin.Experiments.Texts;
using Twin.Silo.Commands;

namespace Twin.Silo.Runs;

/// <summary>What <c>--dry-run</c> says: how many days, for what, and about how long, from two days that are simulated for the purpose.</summary>
/// <param name="name">The scenario's name.</param>
/// <param name="test">The test.</param>
/// <param name="options">What was asked.</param>
internal sealed class StressEstimate(string name, StressTest test, StressOptions options)
{
    /// <summary>Times days and prints the estimate.</summary>
    public void Write()
    {
        // The first pays for the compilation of the code and the generation of the district.
        test.RunOne();
        long began = TimeProvider.System.GetTimestamp();
        test.RunOne();
        double seconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        StressRuns runs = test.Runs;
        double all = seconds * Math.Ceiling((double)runs.About / options.Threads);
        if (options.Output.Json)
        {
            Console.Out.Write(SummaryJson.ToText(new JsonObject
            {
                ["factors"] = new JsonArray([.. test.Factors.Of.Select(factor => (JsonNode)factor.Key)]),
                ["daysAbout"] = runs.About,
                ["daysMost"] = runs.Most,
                ["threads"] = options.Threads,
                ["secondsOfOne"] = Math.Round(seconds, 3),
                ["secondsAbout"] = Math.Round(all, 1),
            }));
            return;
        }

        TextSet texts = TextCatalogue.In(options.Output.Language);
        Console.Out.WriteLine(texts.Format(
            "stress.dryRun", name, test.Factors.Of.Count, TextSet.Count(runs.About), TextSet.Count(runs.Own), TextSet.Count(runs.Limits), TextSet.Count(runs.Pairs),
            TextSet.Count(runs.Fixes), TextSet.Count(runs.Most), seconds.ToString("0.00", CultureInfo.InvariantCulture), texts.Duration(Math.Ceiling(all)), options.Threads));
    }
}

using Twin.Experiments.Comparing;
using Twin.Model.Results;

namespace Twin.Experiments.Reports;

/// <summary>The command that gives the same run again.</summary>
internal static class ReproduceCommand
{
    /// <summary>The command, quoted for a POSIX shell.</summary>
    /// <param name="record">The run.</param>
    /// <param name="language">The report's language.</param>
    public static string Of(RunRecord record, string language)
    {
        List<string> words = ["dotnet", "run", "-c", "Release", "--project", "src/Twin.Silo", "--", "run", record.ScenarioFile, "--engine", record.Engine];
        words.AddRange(record.Options);
        if (!record.Options.Any(option => option.StartsWith("--seed", StringComparison.Ordinal)))
        {
            words.AddRange(["--seed", record.Scenario.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        }

        int replications = Math.Max(record.Replications.Count, record.QueueReplications.Count);
        if (replications > 0 && !record.Options.Any(option => option.StartsWith("--replications", StringComparison.Ordinal)))
        {
            words.AddRange(["--replications", replications.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        }

        if (language != "en")
        {
            words.AddRange(["--lang", language]);
        }

        return string.Join(' ', words.Select(Quote));
    }

    /// <summary>The command of a comparison, quoted for a POSIX shell.</summary>
    /// <param name="order">What was compared.</param>
    /// <param name="language">The report's language.</param>
    public static string Of(ComparisonOrder order, string language)
    {
        List<string> words = ["dotnet", "run", "-c", "Release", "--project", "src/Twin.Silo", "--", "compare"];
        words.AddRange(order.Variants.Select(variant => $"{variant.Name}={variant.ScenarioFile}"));
        words.AddRange(order.Variants.SelectMany(variant => variant.Sets.SelectMany(set => new[] { "--set", $"{variant.Name}:{set}" })));
        words.AddRange([
            "--replications", order.Replications.ToString(System.Globalization.CultureInfo.InvariantCulture),
            "--seed", order.Variants[0].Scenario.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture),
            "--scale", order.Variants[0].Scenario.Scale.ToString("R", System.Globalization.CultureInfo.InvariantCulture)]);
        words.AddRange(order.AllPairs ? ["--all-pairs"] : []);
        words.AddRange(language == "en" ? [] : ["--lang", language]);
        return string.Join(' ', words.Select(Quote));
    }

    /// <summary>Any command, quoted for a POSIX shell.</summary>
    /// <param name="words">Its words, the command's name first, without the language.</param>
    /// <param name="language">The report's language.</param>
    public static string Of(IEnumerable<string> words, string language) =>
        string.Join(' ', ["dotnet run -c Release --project src/Twin.Silo --", .. words.Concat(language == "en" ? [] : ["--lang", language]).Select(Quote)]);

    /// <summary>A word, quoted for a POSIX shell where it needs to be.</summary>
    /// <param name="word">The word.</param>
    public static string Quote(string word) => word.Length > 0 && word.All(letter => char.IsAsciiLetterOrDigit(letter) || "-_./:=,+@%".Contains(letter, StringComparison.Ordinal))
        ? word
        : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}

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

        if (record.Replications.Count > 0 && !record.Options.Any(option => option.StartsWith("--replications", StringComparison.Ordinal)))
        {
            words.AddRange(["--replications", record.Replications.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        }

        if (language != "en")
        {
            words.AddRange(["--lang", language]);
        }

        return string.Join(' ', words.Select(Quote));
    }

    private static string Quote(string word) => word.Length > 0 && word.All(letter => char.IsAsciiLetterOrDigit(letter) || "-_./:=,+@%".Contains(letter, StringComparison.Ordinal))
        ? word
        : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}

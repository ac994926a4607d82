using System.Globalization;
using System.Text;
using Twin.Experiments.Comparing;

namespace Twin.Experiments.Tests.Comparing;

/// <summary>The tables recompute each other: differences.csv follows from compare.csv.</summary>
public sealed class ComparisonTablesTests
{
    [Theory]
    [InlineData("lastTest", "lastTest_s", 1)]
    [InlineData("staff.hours", "staff.hours_hours", 1)]
    [InlineData("wait.p90", "wait.p90_s", 1)]
    [InlineData("staff.samplers.utilisation", "staff.samplers.utilisation_pct", 100)]
    public void Differences_MeanOfThePairs_FollowsFromTheReplications(string measure, string column, double factor)
    {
        string[][] days = Rows(ComparisonTables.Replications(ComparedScenario.SlotsAgainstRush).ToBytes());
        int at = Array.IndexOf(days[0], column);
        double[] Of(string variant) => [.. days.Skip(1).Where(row => row[0] == variant).Select(row => Number(row[at]))];
        string[][] differences = Rows(ComparisonTables.Differences(ComparedScenario.SlotsAgainstRush).ToBytes());
        string[] said = differences.Single(row => row[2] == measure);
        double mean = Of("A").Zip(Of("B"), (a, b) => a - b).Average() / factor;
        Assert.Equal(mean, Number(said[Array.IndexOf(differences[0], "difference")]), 1e-8 * Math.Max(1, Math.Abs(mean)));
    }

    private static string[][] Rows(byte[] csv) => [.. Encoding.UTF8.GetString(csv).TrimStart('\uFEFF').TrimEnd().Split('\n').Select(line => line.TrimEnd('\r').Split(','))];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

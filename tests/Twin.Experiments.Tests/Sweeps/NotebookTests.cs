using Twin.Experiments.Sensitivity;
using Twin.Experiments.Sweeps;
using Twin.Experiments.Sweeps.Files;

namespace Twin.Experiments.Tests.Sweeps;

/// <summary>experiments/notebook.cs and the example of docs/experiments.md are the code below, which is compiled and run.</summary>
public sealed class NotebookTests
{
    [Fact]
    public void Example_OfNotebookAndDocument_IsTheCodeThatRuns()
    {
        string example = SourceExample.Of("tests/Twin.Experiments.Tests/Sweeps/NotebookTests.cs", "the example");
        string notebook = SourceExample.Document("experiments/notebook.cs");
        Assert.Contains("#:project ../src/Twin.Experiments\n", notebook, StringComparison.Ordinal);
        Assert.EndsWith("\n\n" + example, notebook, StringComparison.Ordinal);
        Assert.Contains($"```csharp\n{notebook[notebook.IndexOf("using ", StringComparison.Ordinal)..]}```\n", SourceExample.Document("docs/experiments.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Example_Run_SaysEachPointAndWhatTheAnswersHangOn()
    {
        Console.Lines.Clear();
        Run();
        Assert.Equal(20, Console.Lines.Count(line => line.Contains("tested by the target time", StringComparison.Ordinal)));
        Assert.StartsWith("1400, 700: 0.", Console.Lines[0], StringComparison.Ordinal);
        Assert.Contains(Console.Lines, line => line.StartsWith("Wait at the worst site, at the target's quantile hangs on testing.service.", StringComparison.Ordinal));
    }

    private static void Run()
    {
        // begin of the example
        // How many samplers and desks? A hundredth of the district, five days a point.
        Sweep grid = SweepReader.Read("experiments/staffing-grid.yaml", File.ReadAllText, new SweepChanges(Scale: 0.01, Replications: 5));
        using SweepStore gridStore = SweepStore.InMemory(grid);
        foreach (PointSummary point in SweepRunner.Run(grid, gridStore, threads: 2).Points)
        {
            ResponseFigure coverage = point.Figures[0];
            Console.WriteLine($"{point.Point.Label}: {coverage.Mean:0.000} ({coverage.Interval?.Low:0.000} to {coverage.Interval?.High:0.000}) tested by the target time");
        }

        // Which estimates do the answers hang on?
        Sweep morris = SweepReader.Read("experiments/sensitivity-morris.yaml", File.ReadAllText, new SweepChanges(Scale: 0.01, Replications: 1));
        using SweepStore morrisStore = SweepStore.InMemory(morris);
        foreach ((ResponseSensitivity response, FactorInfluence factor) in SweepRunner.Run(morris, morrisStore, threads: 2).Sensitivity!.Flagged)
        {
            Console.WriteLine($"{response.Response.English} hangs on {factor.Factor.Name}: {factor.Strength.Estimate:0.###} ({factor.Strength.Low:0.###} to {factor.Strength.High:0.###})");
        }
        // end of the example
    }

    /// <summary>Reads from the repository's root, wherever the tests run.</summary>
    private static class File
    {
        public static string ReadAllText(string path) => System.IO.File.ReadAllText(Path.Combine(Repository.Root, path));
    }

    private static class Console
    {
        public static List<string> Lines { get; } = [];

        public static void WriteLine(FormattableString line) => Lines.Add(FormattableString.Invariant(line));
    }
}

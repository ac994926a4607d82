namespace Twin.Silo.Tests.Commands;

/// <summary>docs/experiments.md shows what the command prints.</summary>
public sealed class SweepDocumentTests
{
    private const string Begin = "<!-- output: generated, do not edit; run the tests with TWIN_UPDATE_GENERATED=1 to write it anew -->\n";
    private const string End = "<!-- /output -->\n";

    /// <summary>Of each command the text of the document before which its output stands: they are written in this order.</summary>
    [Theory]
    [InlineData("experiments/absence-range.yaml --scale 0.01 --replications 5", "# Experiments\n")]
    [InlineData("experiments/sensitivity-morris.yaml --scale 0.01", "## What an answer hangs on\n")]
    public async Task Output_OfTheDocument_IsWhatTheCommandPrints(string command, string heading)
    {
        string path = Path.Combine(TwinProcess.Root, "docs", "experiments.md");
        string text = (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
        using Folder folder = new();
        string[] arguments = command.Split(' ');
        arguments[0] = Path.Combine(TwinProcess.Root, arguments[0]);
        Ended ended = (await TwinProcess.RunAsync(folder, ["sweep", .. arguments])).MustEndWith(0);
        string output = string.Concat(ended.Output.ReplaceLineEndings("\n").Split('\n').SkipLast(1).Select(line => line.TrimEnd() + "\n"));
        int begin = text.IndexOf(Begin, text.IndexOf(heading, StringComparison.Ordinal), StringComparison.Ordinal) + Begin.Length;
        string expected = text[..begin] + $"```text\n$ twin sweep {command}\n{output}```\n" + text[text.IndexOf(End, begin, StringComparison.Ordinal)..];
        if (Environment.GetEnvironmentVariable("TWIN_UPDATE_GENERATED") == "1")
        {
            await File.WriteAllTextAsync(path, expected, TestContext.Current.CancellationToken);
            text = expected;
        }

        Assert.True(expected == text, $"docs/experiments.md does not show what the command prints; run the tests with TWIN_UPDATE_GENERATED=1 to write it anew. It prints:\n{output}");
    }
}

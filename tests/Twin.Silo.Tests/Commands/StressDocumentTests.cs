namespace Twin.Silo.Tests.Commands;

/// <summary>docs/stress.md shows what the command prints.</summary>
public sealed class StressDocumentTests
{
    private const string Begin = "<!-- output: generated, do not edit; run the tests with TWIN_UPDATE_GENERATED=1 to write it anew -->\n";
    private const string End = "<!-- /output -->\n";
    private const string Command = "scenarios/mass-testing-490k.yaml --scale 0.02 --replications 5 --factors absence,swab";

    [Fact]
    public async Task Output_OfTheDocument_IsWhatTheCommandPrints()
    {
        string path = Path.Combine(TwinProcess.Root, "docs", "stress.md");
        string text = (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
        using Folder folder = new();
        string[] arguments = Command.Split(' ');
        arguments[0] = Path.Combine(TwinProcess.Root, arguments[0]);
        Ended ended = (await TwinProcess.RunAsync(folder, ["stress", .. arguments])).MustEndWith(0);
        string output = string.Concat(ended.Output.ReplaceLineEndings("\n").Split('\n').SkipLast(1).Select(line => line.TrimEnd() + "\n"));
        string expected = text[..(text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)]
            + $"```text\n$ twin stress {Command}\n{output}```\n" + text[text.IndexOf(End, StringComparison.Ordinal)..];
        if (Environment.GetEnvironmentVariable("TWIN_UPDATE_GENERATED") == "1")
        {
            await File.WriteAllTextAsync(path, expected, TestContext.Current.CancellationToken);
            text = expected;
        }

        Assert.True(expected == text, $"docs/stress.md does not show what the command prints; run the tests with TWIN_UPDATE_GENERATED=1 to write it anew. It prints:\n{output}");
    }
}

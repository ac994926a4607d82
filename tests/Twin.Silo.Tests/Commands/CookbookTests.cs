using System.Text.RegularExpressions;

namespace Twin.Silo.Tests.Commands;

/// <summary>Every command of docs/cookbook.md works. That it prints what is shown there, of the whole district, takes long: <c>Twin.Benchmarks -- cookbook</c> checks it.</summary>
public sealed class CookbookTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(TwinProcess.Root, "docs", "cookbook.md")).ReplaceLineEndings("\n");

    /// <summary>What makes a command small, by its first words, of which the longest decide; plans that it leaves have its scale.</summary>
    private static readonly Dictionary<string, string> Small = new(StringComparer.Ordinal)
    {
        ["run"] = "--scale 0.1 --replications 2",
        ["sweep"] = "--scale 0.1 --replications 2",
        ["sweep experiments/sensitivity-morris.yaml"] = "--scale 0.02 --replications 1",
        ["compare"] = "--scale 0.1 --replications 2",
        ["staff"] = "--scale 0.1 --replications 72 --search-replications 5 --watch-replications 10 --plan-only",
        ["stress"] = "--scale 0.02 --replications 2",
        ["plan check"] = "--replications 2",
        ["plan diff"] = "--replications 2",
        ["plan counts"] = "",
        ["backtest"] = "--replications 39 --fit-points 48",
        ["report"] = "",
    };

    [Fact]
    public async Task Commands_OneAfterAnotherOnAPartOfTheDistrict_Answer()
    {
        using Folder folder = new();
        foreach (string name in new[] { "scenarios", "experiments" })
        {
            Directory.CreateDirectory(folder[name]);
            Array.ForEach(Directory.GetFiles(Path.Combine(TwinProcess.Root, name)), file => File.Copy(file, Path.Combine(folder[name], Path.GetFileName(file))));
        }

        string[] commands = [.. Regex.Matches(Document, @"^```console\n\$ \./twin (.+)$", RegexOptions.Multiline).Select(match => match.Groups[1].Value)];
        Assert.Empty(Small.Keys.Except(commands.Select(KindOf)));
        foreach (string command in commands)
        {
            string full = Regex.Replace(command, " --replications [0-9]+", "");
            Ended ended = (await TwinProcess.RunAsync(folder, $"{full} {Small[KindOf(command)]}".Split(' ', StringSplitOptions.RemoveEmptyEntries))).MustEndWith(0);
            Assert.NotEmpty(ended.Output);
        }
    }

    [Fact]
    public void Document_AnswersEachQuestion_WithOutputAndHowToReadIt()
    {
        string[] sections = [.. Document.Split("\n## ").Skip(1)];
        Assert.True(sections.Length >= 6);
        Assert.All(sections.Index(), item =>
        {
            Assert.StartsWith($"{item.Index + 1}. ", item.Item, StringComparison.Ordinal);
            Assert.Matches(@"```console\n\$ \./twin .+\n[^`]+\n```\n", item.Item);
            Assert.Contains("**How to read it.**", item.Item, StringComparison.Ordinal);
        });
    }

    private static string KindOf(string command) => Small.Keys.Where(words => $"{command} ".StartsWith($"{words} ", StringComparison.Ordinal)).MaxBy(words => words.Length)!;
}

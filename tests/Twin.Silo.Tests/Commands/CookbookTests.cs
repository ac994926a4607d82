using System.Text.RegularExpressions;

namespace Twin.Silo.Tests.Commands;

/// <summary>Every command of docs/cookbook.md works. That it prints what is shown there, of the whole district, takes minutes: <c>Twin.Benchmarks -- cookbook</c> checks it.</summary>
public sealed class CookbookTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(TwinProcess.Root, "docs", "cookbook.md")).ReplaceLineEndings("\n");

    public static TheoryData<string> Commands => [.. Regex.Matches(Document, @"^```console\n\$ \./twin (.+)$", RegexOptions.Multiline).Select(match => match.Groups[1].Value)];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Command_OnATenthOfTheDistrict_Answers(string command)
    {
        using Folder folder = new();
        string small = Regex.Replace(command, " --replications [0-9]+", "");
        string[] arguments = [.. small.Split(' ').Select(word => word.StartsWith("scenarios/", StringComparison.Ordinal) || word.StartsWith("experiments/", StringComparison.Ordinal) ? Path.Combine(TwinProcess.Root, word) : word)];
        string replications = arguments[0] is "staff" ? "72" : "5";
        Ended ended = (await TwinProcess.RunAsync(folder, [.. arguments, "--scale", "0.1", "--replications", replications])).MustEndWith(0);
        Assert.NotEmpty(ended.Output);
    }

    [Fact]
    public void Document_AnswersQuestionsOneToSix_EachWithOutputAndHowToReadIt()
    {
        string[] sections = [.. Document.Split("\n## ").Skip(1)];
        Assert.All(Enumerable.Range(1, 6), number =>
        {
            string section = Assert.Single(sections, section => section.StartsWith($"{number}. ", StringComparison.Ordinal));
            Assert.Matches(@"```console\n\$ \./twin .+\n[^`]+\n```\n", section);
            Assert.Contains("**How to read it.**", section, StringComparison.Ordinal);
        });
    }
}

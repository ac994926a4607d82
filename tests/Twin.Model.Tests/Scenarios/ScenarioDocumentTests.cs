using System.Text.RegularExpressions;
using Twin.Model.Scenarios;

namespace Twin.Model.Tests.Scenarios;

/// <summary>docs/scenarios.md says what the code does.</summary>
public sealed partial class ScenarioDocumentTests
{
    private const string Document = "docs/scenarios.md";
    private const string Begin = "<!-- keys: generated, do not edit; run the tests with TWIN_UPDATE_GENERATED=1 to write them anew -->\n";
    private const string End = "<!-- /keys -->\n";

    [Fact]
    public void Tables_AreWhatTheDescriptionsOfTheKeysGive()
    {
        string text = RepositoryFiles.Text(Document);
        int begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = text.IndexOf(End, StringComparison.Ordinal);
        string expected = text[..begin] + "\n" + ScenarioReference.Keys() + "\n" + text[end..];
        RepositoryFiles.UpdateIfAsked(Document, expected);
        Assert.True(
            expected == RepositoryFiles.Text(Document),
            $"The tables of {Document} are not what the descriptions of the keys give: run the tests with {RepositoryFiles.UpdateVariable}=1 to write them anew.");
    }

    [Fact]
    public void Examples_AreScenariosExceptTheWrongOne()
    {
        string[] examples = Blocks("yaml");
        Assert.Equal(4, examples.Length);
        foreach (string example in examples.Where(example => !example.StartsWith("name: wrong\n", StringComparison.Ordinal)))
        {
            Scenario scenario = ScenarioReader.Read("scenarios/example.yaml", path => path == "scenarios/example.yaml" ? example : RepositoryFiles.Text(path), []);
            Assert.NotEmpty(scenario.Name);
        }
    }

    [Fact]
    public void WrongExample_GivesTheErrorsThatTheDocumentShows()
    {
        string wrong = Assert.Single(Blocks("yaml"), example => example.StartsWith("name: wrong\n", StringComparison.Ordinal));
        string expected = Assert.Single(Blocks("text"), block => block.StartsWith("wrong.yaml:", StringComparison.Ordinal));
        Assert.Equal(expected, string.Concat(Files.With("wrong.yaml", wrong).Errors("wrong.yaml").Select(error => error + "\n")));
    }

    [Fact]
    public void Settings_OfTheDocument_ChangeAScenario()
    {
        string block = Assert.Single(Blocks("text"), block => block.StartsWith("--set ", StringComparison.Ordinal));
        string[] sets = [.. block.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line["--set ".Length..])];
        Scenario scenario = ScenarioReader.Read("scenarios/mass-testing-outage.yaml", RepositoryFiles.Text, sets);
        Assert.Equal(1700, scenario.Testing.Staff.Samplers);
        Assert.Equal(25, scenario.Testing.Service.Swab.Mean);
        Assert.Equal(7 * 3_600_000, scenario.Disruptions[0].At.SinceStart);
        Assert.Null(scenario.Testing.Balk.QueueSpace);
    }

    private static string[] Blocks(string language) =>
        [.. BlockPattern().Matches(RepositoryFiles.Text(Document)).Where(block => block.Groups[1].Value == language).Select(block => block.Groups[2].Value)];

    [GeneratedRegex("^```([a-z]+)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex BlockPattern();
}

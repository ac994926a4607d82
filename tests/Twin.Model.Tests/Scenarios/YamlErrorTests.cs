using CsCheck;
using Twin.Model.Scenarios;

namespace Twin.Model.Tests.Scenarios;

public sealed class YamlErrorTests
{
    [Theory]
    [InlineData("", 1, 1, "nothing", "a mapping of keys to values")]
    [InlineData("# only a comment\n", 1, 1, "nothing", "a mapping of keys to values")]
    [InlineData("---\n", 1, 1, "nothing", "a mapping of keys to values")]
    [InlineData("- a\n- b\n", 1, 1, "a list of 2", "a mapping of keys to values")]
    [InlineData("just words\n", 1, 1, "just words", "a mapping of keys to values")]
    [InlineData("5\n", 1, 1, "5", "a mapping of keys to values")]
    [InlineData("a: 1\n\tb: 2\n", 2, 1, "a tab", "spaces before a key or value")]
    [InlineData("a: \u0000\n", 1, 4, "the character U+0000", "a text file in UTF-8 without control characters")]
    [InlineData("\u007fELF\u0002\u0001", 1, 1, "the character U+007F", "a text file in UTF-8 without control characters")]
    [InlineData("name: \uFFFD\n", 1, 7, "the character U+FFFD", "a text file in UTF-8 without control characters")]
    public void Read_NoMapping_IsRefused(string text, int line, int column, string found, string allowed)
    {
        ScenarioError error = Assert.Single(Files.With("t.yaml", text).Errors("t.yaml"));
        ScenarioErrorTests.Check(error, line, column, "", found, allowed, null);
    }

    [Fact]
    public void Read_HalfACharacter_IsRefused() =>
        Assert.Equal("the character U+D800", Assert.Single(Files.With("t.yaml", "name: \ud800\n").Errors("t.yaml")).Found);

    [Theory]
    [InlineData("testing: {staff: {samplers: 5}\n", 5)]
    [InlineData("testing: ]\n", 4)]
    [InlineData("title: \"never ends\n", 5)]
    [InlineData("testing:\n staff: 1\n  window: 2\n", 6)]
    [InlineData("a b\nc: d\n", 5)]
    [InlineData("title: @x\n", 4)]
    public void Read_NoYaml_IsRefusedWithItsLine(string more, int line)
    {
        ScenarioError error = Files.Error(more);
        Assert.Equal(("t.yaml", ""), (error.File, error.Path));
        Assert.InRange(error.Line, line - 1, line);
        Assert.StartsWith("text that is not YAML (", error.Found, StringComparison.Ordinal);
        Assert.Equal("valid YAML: keys and values as \"key: value\", indented with spaces", error.Allowed);
    }

    [Theory]
    [InlineData("seed: 1\nseed: 2\n", 5, 1, "seed", "the key seed a second time (first in line 4)", "each key once")]
    [InlineData("testing:\n  staff: {desks: 1, desks: 2}\n", 5, 21, "testing.staff.desks", "the key desks a second time (first in line 5)", "each key once")]
    [InlineData("scale: &s 1\n", 4, 8, "scale", "the anchor &s", "values without anchors and tags; a file can extend another")]
    [InlineData("scale: !!float 1\n", 4, 8, "scale", "the tag tag:yaml.org,2002:float", "values without anchors and tags; a file can extend another")]
    [InlineData("? [a, b]\n: 1\n", 4, 3, "", "a list of 2 as a key", "a name as a key")]
    [InlineData("~: 1\n", 4, 1, "", "nothing (~) as a key", "a name as a key")]
    [InlineData("---\nname: second\n", 4, 1, "", "a second document", "one document in a file")]
    public void Read_YamlThatNoScenarioNeeds_IsRefused(string more, int line, int column, string path, string found, string allowed) =>
        ScenarioErrorTests.Check(Files.With("t.yaml", Files.Least + more).Errors("t.yaml")[0], line, column, path, found, allowed, null);

    [Fact]
    public void Read_Alias_IsRefused()
    {
        IReadOnlyList<ScenarioError> errors = Files.With("t.yaml", Files.Least + "title: &a x\ntitleZh: *a\n").Errors("t.yaml");
        Assert.Equal("the anchor &a", errors[0].Found);
        ScenarioErrorTests.Check(errors[1], 5, 10, "titleZh", "the alias *a", "values without anchors and aliases; a file can extend another", null);
    }

    [Theory]
    [InlineData('[', ']')]
    [InlineData('{', '}')]
    public void Read_HugeDepth_IsRefused(char open, char close)
    {
        string deep = string.Concat(Enumerable.Repeat(open == '[' ? "[" : "{a: ", 100_000)) + new string(close, 100_000);
        ScenarioError error = Files.Error("title: " + deep + "\n");
        Assert.Equal("more than 40 levels of nesting", error.Found);
        Assert.Equal(4, error.Line);
    }

    [Fact]
    public void Read_ManyWrongItems_IsBounded() =>
        Assert.Equal(200, Files.With("t.yaml", Files.Least + "testing: {sites: {reserve: [" + string.Join(", ", Enumerable.Repeat("x", 5000)) + "]}}\n").Errors("t.yaml").Count);

    [Fact]
    public void Read_AnyText_GivesAScenarioOrItsErrors()
    {
        string[] seeds = [.. RepositoryFiles.Scenarios.Select(file => RepositoryFiles.Text("scenarios/" + file))];
        string[] snippets =
        [
            "\n", ":", "- ", "{", "}", "[", "]", "\"", "'", "&a ", "*a", "!!x ", "|", ">", "%", "@", "`", "~", "\t", "#", "---\n", "...\n", "? ", "<<: ", "1e999", "-",
            "\u2028", "\u0000", "99999999999999999999", "{lognormal: ", "5h", "\r", "\\", ",", "_", "extends: mass-testing-490k.yaml\n",
        ];
        Gen<(int, int, int, int)[]> edits = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 4000], Gen.Int[0, 30], Gen.Int[0, snippets.Length - 1]).Array[1, 6];
        Gen.Select(Gen.Int[0, seeds.Length - 1], edits).Sample(
            (which, changes) =>
            {
                string text = changes.Aggregate(seeds[which], (current, change) => Edit(current, change, snippets));
                try
                {
                    ScenarioReader.Read("scenarios/t.yaml", path => path == "scenarios/t.yaml" ? text : RepositoryFiles.Text(path), []);
                }
                catch (ScenarioFormatException wrong)
                {
                    Assert.NotEmpty(wrong.Errors);
                    Assert.All(wrong.Errors, error => Assert.True(error.Line >= 1 && error.Column >= 1));
                }
            },
            iter: 1500,
            print: pair => seeds[pair.Item1].Length + " " + string.Join(' ', pair.Item2));
    }

    private static string Edit(string text, (int Kind, int At, int Length, int Snippet) change, string[] snippets)
    {
        int at = text.Length == 0 ? 0 : change.At % text.Length;
        int length = Math.Min(change.Length, text.Length - at);
        return change.Kind switch
        {
            0 => text.Insert(at, snippets[change.Snippet]),
            1 => text.Remove(at, length),
            _ => text.Insert(at, text.Substring(text.Length - at > length ? at : 0, length)),
        };
    }
}

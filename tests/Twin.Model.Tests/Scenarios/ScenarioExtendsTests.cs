using Twin.Model.Distributions;
using Twin.Model.Scenarios;

namespace Twin.Model.Tests.Scenarios;

public sealed class ScenarioExtendsTests
{
    private const string Base = Files.Least + """
        testing:
          staff: {samplers: 100, desks: 50}
          service: {swab: {lognormal: {mean: 20s, sd: 8s}}}
        disruptions:
          - {type: siteClosed, at: 8h, sites: [S-001]}

        """;

    [Fact]
    public void Read_Extends_MergesMappingsAndReplacesTheRest()
    {
        Scenario scenario = Files.With("dir/base.yaml", Base).And("dir/sub/child.yaml", """
            extends: ../base.yaml
            name: child
            testing:
              staff: {samplers: 200}
              service: {swab: {gamma: {mean: 25s, sd: 5s}}}
            disruptions: []
            """).Read("dir/sub/child.yaml");
        Assert.Equal("child", scenario.Name);
        Assert.Equal((200, 50), (scenario.Testing.Staff.Samplers, scenario.Testing.Staff.Desks));
        Assert.Equal(new GammaDuration(25, 5), scenario.Testing.Service.Swab);
        Assert.Empty(scenario.Disruptions);
    }

    [Fact]
    public void Read_ErrorInTheExtendedFile_NamesThatFile()
    {
        IReadOnlyList<ScenarioError> errors = Files.With("d/base.yaml", Base + "scale: 0\n").And("d/child.yaml", "extends: base.yaml\nname: child\nseeed: 3\n").Errors("d/child.yaml");
        Assert.Equal(
            [("d/base.yaml", 9, 8, "scale"), ("d/child.yaml", 3, 1, "seeed")],
            errors.Select(error => (error.File, error.Line, error.Column, error.Path)).Order());
    }

    [Fact]
    public void Read_AValueOfTheExtendedFileThatIsReplaced_MayBeWrong() =>
        Assert.Equal(2, Files.With("base.yaml", Base + "scale: 0\n").And("c.yaml", "extends: base.yaml\nscale: 2\n").Read("c.yaml").Scale);

    [Fact]
    public void Read_CircleOfFiles_IsRefused()
    {
        ScenarioError error = Assert.Single(Files.With("a.yaml", "extends: b.yaml\n" + Files.Least).And("b.yaml", "extends: ./x/../a.yaml\n").Errors("a.yaml"));
        Assert.Equal(("b.yaml", 1, 10, "extends"), (error.File, error.Line, error.Column, error.Path));
        Assert.Equal("a circle of files (a.yaml → b.yaml → a.yaml)", error.Found);
    }

    [Fact]
    public void Read_FileThatExtendsItself_IsRefused() =>
        Assert.Equal("a circle of files (a.yaml → a.yaml)", Assert.Single(Files.With("a.yaml", "extends: a.yaml\n" + Files.Least).Errors("a.yaml")).Found);

    [Fact]
    public void Read_MissingExtendedFile_IsTheOnlyError()
    {
        ScenarioError error = Assert.Single(Files.With("d/a.yaml", "extends: gone.yaml\n").Errors("d/a.yaml"));
        Assert.Equal(("d/a.yaml", 1, 10, "extends", "gone.yaml, but there is no file d/gone.yaml"), (error.File, error.Line, error.Column, error.Path, error.Found));
    }

    [Fact]
    public void Read_MissingFile_IsAnError()
    {
        ScenarioError error = Assert.Single(new Files().Errors("gone.yaml"));
        Assert.Equal("gone.yaml:1:1: the file: found no such file; allowed a scenario file that can be read, relative to the file that extends it", error.ToString());
    }

    [Theory]
    [InlineData("extends:\n", "nothing")]
    [InlineData("extends: [a.yaml]\n", "a list of 1")]
    [InlineData("extends: \"\"\n", "the text \"\"")]
    [InlineData("extends: \"a\\0b\"\n", "the text \"a\\u0000b\"")]
    public void Read_ExtendsThatIsNoFile_IsRefused(string text, string found)
    {
        ScenarioError error = Assert.Single(Files.With("a.yaml", Files.Least + text).Errors("a.yaml"));
        Assert.Equal((4, 10, "extends", found), (error.Line, text.StartsWith("extends:\n", StringComparison.Ordinal) ? 10 : error.Column, error.Path, error.Found));
    }

    [Fact]
    public void Read_AnotherIoFault_IsAnError()
    {
        ScenarioFormatException thrown = Assert.Throws<ScenarioFormatException>(() =>
            ScenarioReader.Read("a.yaml", _ => throw new IOException("the disk is gone"), []));
        Assert.Contains("cannot be read (the disk is gone)", thrown.Message, StringComparison.Ordinal);
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using NJsonSchema;
using Twin.Model.Scenarios;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Twin.Model.Tests.Scenarios;

/// <summary>The scenario files, and the schema that editors read.</summary>
public sealed class ScenarioFilesTests
{
    private const string SchemaFile = "scenarios/scenario.schema.json";

    public static TheoryData<string> All => [.. RepositoryFiles.Scenarios];

    [Fact]
    public void Folder_HoldsTheScenariosOfTheIssue() => Assert.Superset(
        new HashSet<string>(StringComparer.Ordinal)
        {
            "mass-testing-490k.yaml", "mass-testing-guideline.yaml", "mass-testing-rush.yaml", "mass-testing-outage.yaml",
            "mass-testing-short-staffed.yaml", "mass-testing-site-closed.yaml", "mass-testing-small.yaml", "queue-mmc.yaml",
        },
        RepositoryFiles.Scenarios.ToHashSet(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(All))]
    public void Read_EveryFile_IsAScenarioNamedAsTheFile(string file)
    {
        Scenario scenario = Read(file);
        Assert.Equal(Path.GetFileNameWithoutExtension(file), scenario.Name);
        Assert.NotEmpty(scenario.Title);
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", scenario.TitleZh);
        Assert.StartsWith("# yaml-language-server: $schema=scenario.schema.json\n", RepositoryFiles.Text("scenarios/" + file), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Variants_ChangeWhatTheyAreNamedAfter()
    {
        Scenario main = Read("mass-testing-490k.yaml");
        Assert.Equal(490_000, main.District.Residents);
        Assert.Equal((5L, 10L), (main.Testing.Window.Open.SinceStart / 3_600_000, main.Testing.Window.Close.SinceStart / 3_600_000));
        Assert.True(main.Testing.Staff.Samplers > 490_000 / 360);
        Assert.Null(Read("mass-testing-guideline.yaml").Testing.Staff.Samplers);
        Assert.Equal(360, Read("mass-testing-guideline.yaml").Testing.Staff.ResidentsPerSampler);
        Assert.False(Read("mass-testing-rush.yaml").Testing.Slots.Enabled);
        Disruption outage = Assert.Single(Read("mass-testing-outage.yaml").Disruptions);
        Assert.Equal((DisruptionType.RegistrationOutage, 6 * 3_600_000L, 2_700_000L), (outage.Type, outage.At.SinceStart, outage.Length.Milliseconds));
        Assert.Equal(0.2, Read("mass-testing-short-staffed.yaml").Testing.Staff.Absence);
        Disruption closed = Assert.Single(Read("mass-testing-site-closed.yaml").Disruptions);
        Assert.Equal((DisruptionType.SiteClosed, 7 * 3_600_000L, 1), (closed.Type, closed.At.SinceStart, closed.Sites.Count));
        Assert.Equal(0.05, Read("mass-testing-small.yaml").Scale);
        Assert.Equal(main.Testing.Staff.Samplers, Read("mass-testing-small.yaml").Testing.Staff.Samplers);
    }

    [Fact]
    public void Schema_File_IsWhatTheDescriptionsOfTheKeysGive()
    {
        RepositoryFiles.UpdateIfAsked(SchemaFile, ScenarioSchema.Build());
        Assert.True(
            ScenarioSchema.Build() == RepositoryFiles.Text(SchemaFile),
            $"{SchemaFile} is not what the descriptions of the keys give: run the tests with {RepositoryFiles.UpdateVariable}=1 to write it anew.");
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Schema_EveryFile_Validates(string file)
    {
        JsonSchema schema = await JsonSchema.FromJsonAsync(RepositoryFiles.Text(SchemaFile), TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(Json(RepositoryFiles.Text("scenarios/" + file))));
        Assert.Empty(schema.Validate(ScenarioJson.Of(Read(file)).ToJsonString()));
    }

    [Theory]
    [InlineData("colour: red\n")]
    [InlineData("scale: 0\n")]
    [InlineData("scale: big\n")]
    [InlineData("seed: 1.5\n")]
    [InlineData("title: 5\n")]
    [InlineData("testing: {staff: {sampelrs: 5}}\n")]
    [InlineData("testing: {staff: {samplers: 0}}\n")]
    [InlineData("testing: {staff: {samplers: some}}\n")]
    [InlineData("testing: {slots: {by: street}}\n")]
    [InlineData("testing: {slots: {enabled: \"true\"}}\n")]
    [InlineData("testing: {service: {tubeChange: 5}}\n")]
    [InlineData("testing: {service: {tubeChange: 5 min}}\n")]
    [InlineData("testing: {service: {tubeChange: -5s}}\n")]
    [InlineData("testing: {notice: {at: 07:00}}\n")]
    [InlineData("testing: {service: {swab: {normal: {mean: 20s, sd: 5s}}}}\n")]
    [InlineData("testing: {service: {swab: {lognormal: {mean: 20s}}}}\n")]
    [InlineData("testing: {service: {swab: {lognormal: {mean: 20, sd: 5s}}}}\n")]
    [InlineData("testing: {service: {swab: {mixture: [{weight: 1}]}}}\n")]
    [InlineData("testing: {service: {swab: ~}}\n")]
    [InlineData("disruptions: [{type: siteClosed}]\n")]
    [InlineData("disruptions: [{type: siteClosed, at: 8h, sites: [17]}]\n")]
    public async Task Schema_WrongFile_DoesNotValidate(string more)
    {
        JsonSchema schema = await JsonSchema.FromJsonAsync(ScenarioSchema.Build(), TestContext.Current.CancellationToken);
        Assert.NotEmpty(schema.Validate(Json(Files.Least + more)));
        Assert.NotEmpty(Files.With("t.yaml", Files.Least + more).Errors("t.yaml"));
    }

    [Theory]
    [InlineData("testing: {service: {swab: {lognormal: {median: 20s, sigma: 0.5}}, innerWalk: none, changeover: {empirical: {values: [1s, 2s], weights: [1, 2]}}}}\n")]
    [InlineData("testing: {service: {swab: {mixture: [{weight: 1, of: 5s}, {weight: 2, of: {erlang: {k: 2, mean: 1min}}}]}}, slots: {lateness: {normal: {mean: -1min, sd: 2min}}}}\n")]
    [InlineData("testing: {notice: {at: 1h}, window: {open: 07:00+08:00, close: 2022-04-10T12:00+08:00}, balk: {queueSpace: none}}\n")]
    public async Task Schema_RightFile_Validates(string more)
    {
        JsonSchema schema = await JsonSchema.FromJsonAsync(ScenarioSchema.Build(), TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(Json(Files.Least + more)));
        Assert.NotNull(Files.Read(more));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Json_ReadAgain_IsTheSameScenario(string file)
    {
        string json = Files.Json(Read(file));
        Assert.Equal(json, Files.Json(ScenarioReader.Read("again.json", _ => json, [])));
    }

    private static Scenario Read(string file) => ScenarioReader.Read("scenarios/" + file, RepositoryFiles.Text, []);

    private static string Json(string yaml)
    {
        YamlStream stream = [];
        stream.Load(new StringReader(yaml));
        return Json(stream.Documents[0].RootNode)!.ToJsonString();
    }

    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, Json(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Json)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } flag => flag.Value == "true",
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "" or "~" or "null" } => null,
        YamlScalarNode { Style: ScalarStyle.Plain } plain when long.TryParse(plain.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole) => whole,
        YamlScalarNode { Style: ScalarStyle.Plain } plain when double.TryParse(plain.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) => number,
        YamlScalarNode scalar => scalar.Value,
        _ => throw new InvalidOperationException($"No JSON for {node.NodeType}."),
    };
}

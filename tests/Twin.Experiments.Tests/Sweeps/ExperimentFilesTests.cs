using System.Text.Json;
using Twin.Experiments.Sweeps;
using Twin.Experiments.Sweeps.Files;
using Twin.Experiments.Sweeps.Output;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Tests.Sweeps;

/// <summary>The experiment files of the repository, their schema, and docs/experiments.md.</summary>
public sealed class ExperimentFilesTests
{
    private static readonly string Schema = Path.Combine(Repository.Root, "experiments", "experiment.schema.json");

    public static TheoryData<string> All =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "experiments"), "*.yaml").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Fact]
    public void Schema_IsWhatTheDescriptionsOfTheKeysGive()
    {
        string text = KeyedSchema.Build(typeof(ExperimentFile), "A Twin experiment");
        if (Environment.GetEnvironmentVariable("TWIN_UPDATE_GENERATED") == "1")
        {
            File.WriteAllText(Schema, text);
        }

        Assert.True(text == File.ReadAllText(Schema), "experiments/experiment.schema.json is not what the descriptions of the keys give: run the tests with TWIN_UPDATE_GENERATED=1 to write it anew.");
        using JsonDocument document = JsonDocument.Parse(text);
        string[] definitions = [.. document.RootElement.GetProperty("definitions").EnumerateObject().Select(definition => definition.Name).Order(StringComparer.Ordinal)];
        Assert.Equal(["factorEntry", "levelEntry", "rangeEntry", "replicationEntry", "untilEntry"], definitions);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Read_EveryFile_IsAnExperimentNamedAsTheFile(string file)
    {
        string path = Path.Combine(Repository.Root, "experiments", file);
        ExperimentFile experiment = KeyedFile.Read<ExperimentFile>(path, File.ReadAllText, (_, _) => { });
        Assert.Equal(Path.GetFileNameWithoutExtension(file), experiment.Name);
        Assert.NotEmpty(experiment.Title);
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", experiment.TitleZh);
        Assert.StartsWith("# yaml-language-server: $schema=experiment.schema.json\n", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.NotEmpty(SweepReader.Read(path, File.ReadAllText).Points);
    }

    [Fact]
    public void Document_NamesEveryKeyColumnAndSummaryKey()
    {
        string document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "experiments.md"));
        Sweep sweep = Experiment.Read(Experiment.Two);
        using SweepStore store = SweepStore.InMemory(sweep);
        IEnumerable<string> keys = new[] { typeof(ExperimentFile), typeof(FactorEntry), typeof(RangeEntry), typeof(LevelEntry), typeof(ReplicationEntry), typeof(UntilEntry) }
            .SelectMany(type => type.GetProperties()).Where(property => property.IsDefined(typeof(ParameterAttribute), false)).Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..]);
        IEnumerable<string> summary = SweepJson.Of(SweepRunner.Run(sweep, store, 2)).Select(pair => pair.Key);
        IEnumerable<string> columns = SweepTables.Replications(sweep).Select(column => column.Name).Where(name => !name.StartsWith("factor_", StringComparison.Ordinal));
        Assert.All(keys.Concat(summary).Concat(columns).Distinct(), name => Assert.Contains($"`{name}`", document, StringComparison.Ordinal));
    }
}

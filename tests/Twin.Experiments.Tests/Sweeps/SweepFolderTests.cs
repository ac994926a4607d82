using Twin.Experiments.Sweeps;
using Twin.Experiments.Sweeps.Files;

namespace Twin.Experiments.Tests.Sweeps;

/// <summary>What an out folder holds is never lost unless --force asks for it.</summary>
public sealed class SweepFolderTests
{
    private static readonly Sweep Mine = Experiment.Read(Experiment.Two);
    private static readonly Sweep Other = Experiment.Read(Experiment.Two, new SweepChanges(Seed: 99));

    [Theory]
    [InlineData(SweepFolderUse.Begin, "holds 1 replication of this sweep; --resume goes on")]
    [InlineData(SweepFolderUse.Begin, "holds another sweep (t, identity", true)]
    [InlineData(SweepFolderUse.Resume, "holds another sweep (t, identity", true)]
    public void Prepare_FolderOfASweep_IsRefusedAndLeftAsItIs(SweepFolderUse use, string said, bool isOther = false)
    {
        using TemporaryFolder folder = new();
        KeepOne(folder.Of("out"));
        OutFolderException refused = Assert.Throws<OutFolderException>(() => SweepFolder.Prepare(folder.Of("out"), isOther ? Other : Mine, use));
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        using SweepFolder mine = SweepFolder.Prepare(folder.Of("out"), Mine, SweepFolderUse.Resume);
        Assert.Equal("d", Assert.Single(mine.Store.Rows()).Digest);
    }

    [Fact]
    public void Prepare_Force_BeginsAnewAndLeavesWhatIsNotOurs()
    {
        using TemporaryFolder folder = new();
        KeepOne(folder.Of("out"));
        File.WriteAllText(folder.Of("out", "notes.txt"), "mine");
        File.WriteAllText(folder.Of("out", "summary.json"), "{}");
        using SweepFolder taken = SweepFolder.Prepare(folder.Of("out"), Other, SweepFolderUse.Force);
        Assert.Equal(0, taken.Store.Count);
        Assert.Equal("mine", File.ReadAllText(folder.Of("out", "notes.txt")));
        Assert.False(File.Exists(folder.Of("out", "summary.json")));
    }

    [Fact]
    public void Prepare_FolderWithSomethingElse_IsRefused()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.Of("out"));
        File.WriteAllText(folder.Of("out", "notes.txt"), "mine");
        Assert.Contains("'notes.txt' and no sweep", Refused(SweepFolderUse.Begin), StringComparison.Ordinal);
        Assert.Contains("no sweep to go on with", Refused(SweepFolderUse.Resume), StringComparison.Ordinal);
        Assert.Equal(["notes.txt"], Directory.EnumerateFileSystemEntries(folder.Of("out")).Select(Path.GetFileName));

        string Refused(SweepFolderUse use) => Assert.Throws<OutFolderException>(() => SweepFolder.Prepare(folder.Of("out"), Mine, use)).Message;
    }

    [Fact]
    public void Prepare_ResumeWithoutFolder_IsRefusedAndMakesNone()
    {
        using TemporaryFolder folder = new();
        Assert.Throws<OutFolderException>(() => SweepFolder.Prepare(folder.Of("out"), Mine, SweepFolderUse.Resume));
        Assert.False(Directory.Exists(folder.Of("out")));
    }

    [Fact]
    public void Prepare_FolderInUse_IsRefused()
    {
        using TemporaryFolder folder = new();
        using SweepFolder first = SweepFolder.Prepare(folder.Of("out"), Mine, SweepFolderUse.Begin);
        Assert.Contains("another sweep is writing", Assert.Throws<OutFolderException>(() => SweepFolder.Prepare(folder.Of("out"), Mine, SweepFolderUse.Force)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Prepare_FileThatIsNoStore_IsRefused()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.Of("out"));
        File.WriteAllText(folder.Of("out", SweepStore.FileName), "This is no database, however long it is. " + new string('x', 5000));
        Assert.Throws<OutFolderException>(() => SweepFolder.Prepare(folder.Of("out"), Mine, SweepFolderUse.Resume));
        Assert.StartsWith("This is no database", File.ReadAllText(folder.Of("out", SweepStore.FileName)), StringComparison.Ordinal);
    }

    private static void KeepOne(string path)
    {
        using SweepFolder folder = SweepFolder.Prepare(path, Mine, SweepFolderUse.Begin);
        folder.Store.Append(new SweepRow(new SweepTask(1, 0), 1, "d", "r", 10, new Twin.Model.Results.MeasureValue[Twin.Model.Testing.MassTestMeasures.All.Count], 0.5));
    }
}

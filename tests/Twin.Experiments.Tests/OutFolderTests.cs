using System.Text;

namespace Twin.Experiments.Tests;

public sealed class OutFolderTests : IDisposable
{
    private static readonly byte[] Summary = Encoding.UTF8.GetBytes($$"""{"schema": "{{SummaryJson.Schema}}", "run": 2}""");

    private readonly TemporaryFolder _temporary = new();

    private string Out => _temporary.Of("out");

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Prepare_FolderWithSomethingElse_RefusesAndNamesIt()
    {
        Put("thesis.txt", "mine");
        OutFolderException refused = Assert.Throws<OutFolderException>(() => OutFolder.Prepare(Out, force: false));
        Assert.Contains("thesis.txt", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--force", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["thesis.txt"], Names());
    }

    [Fact]
    public void Prepare_SummaryOfAnotherProgram_Refuses()
    {
        Put("summary.json", """{"schema": "other/1"}""");
        Assert.Throws<OutFolderException>(() => OutFolder.Prepare(Out, force: false));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"schema": 1}""")]
    public void Prepare_SummaryThatIsNotOurs_Refuses(string text)
    {
        Put("summary.json", text);
        Assert.Throws<OutFolderException>(() => OutFolder.Prepare(Out, force: false));
    }

    [Fact]
    public void Prepare_Force_LeavesForeignFilesAlone()
    {
        Put("thesis.txt", "mine");
        using (OutFolder folder = OutFolder.Prepare(Out, force: true))
        {
            folder.Write("summary.json", Summary);
            folder.Complete();
        }

        Assert.Equal("mine", File.ReadAllText(Path.Combine(Out, "thesis.txt")));
        Assert.Equal(["summary.json", "thesis.txt"], Names());
    }

    [Fact]
    public void Prepare_File_Refuses()
    {
        File.WriteAllText(Out, "a file");
        Assert.Throws<OutFolderException>(() => OutFolder.Prepare(Out, force: true));
    }

    [Fact]
    public void Prepare_WhileAnotherRunWrites_Refuses()
    {
        using OutFolder folder = OutFolder.Prepare(Out, force: false);
        OutFolderException refused = Assert.Throws<OutFolderException>(() => OutFolder.Prepare(Out, force: true));
        Assert.Contains("another run", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Complete_EarlierRun_ReplacesAllItsFiles()
    {
        CompleteOnce("stations.csv");
        using (OutFolder folder = OutFolder.Prepare(Out, force: false))
        {
            folder.Write("sites.csv", [1]);
            folder.Write("summary.json", Summary);
            folder.Complete();
        }

        Assert.Equal(["sites.csv", "summary.json"], Names());
    }

    [Fact]
    public void Dispose_WithoutComplete_LeavesTheEarlierRun()
    {
        CompleteOnce("sites.csv");
        string before = File.ReadAllText(Path.Combine(Out, "summary.json"));
        using (OutFolder folder = OutFolder.Prepare(Out, force: false))
        {
            folder.Write("sites.csv", [2]);
            folder.Write("summary.json", Summary);
        }

        Assert.Equal(["sites.csv", "summary.json"], Names());
        Assert.Equal([7], File.ReadAllBytes(Path.Combine(Out, "sites.csv")));
        Assert.Equal(before, File.ReadAllText(Path.Combine(Out, "summary.json")));
    }

    [Fact]
    public void Dispose_NewFolderWithoutComplete_LeavesNothing()
    {
        OutFolder.Prepare(Out, force: false).Dispose();
        Assert.False(Directory.Exists(Out));
    }

    /// <summary>A crash after any number of the steps of Complete: the folder as it is then is built by hand from the two runs' files.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Complete_CrashAfterAnyStep_NeverLooksCompleteWithMixedFiles(int steps)
    {
        CompleteOnce("sites.csv");
        Directory.CreateDirectory(Path.Combine(Out, ".partial"));
        File.WriteAllText(Path.Combine(Out, ".partial", ".twin"), "");
        File.WriteAllBytes(Path.Combine(Out, ".partial", "sites.csv"), [2]);
        File.WriteAllBytes(Path.Combine(Out, ".partial", "summary.json"), Summary);
        Action[] complete =
        [
            () => File.Delete(Path.Combine(Out, "summary.json")),
            () => File.Delete(Path.Combine(Out, "sites.csv")),
            () => File.Move(Path.Combine(Out, ".partial", "sites.csv"), Path.Combine(Out, "sites.csv")),
            () => File.Move(Path.Combine(Out, ".partial", "summary.json"), Path.Combine(Out, "summary.json")),
            () => Directory.Delete(Path.Combine(Out, ".partial"), recursive: true),
        ];
        foreach (Action step in complete.Take(steps))
        {
            step();
        }

        if (File.Exists(Path.Combine(Out, "summary.json")))
        {
            bool second = File.ReadAllBytes(Path.Combine(Out, "summary.json")).SequenceEqual(Summary);
            Assert.Equal(second ? [2] : [7], File.ReadAllBytes(Path.Combine(Out, "sites.csv")));
        }

        using (OutFolder folder = OutFolder.Prepare(Out, force: false))
        {
            folder.Write("summary.json", Summary);
            folder.Complete();
        }

        Assert.Equal(["summary.json"], Names());
    }

    [Fact]
    public void Complete_OrderOfSteps_SummaryGoesFirstAndComesLast()
    {
        CompleteOnce("sites.csv");
        List<string> seen = [];
        using FileSystemWatcher watcher = new(Out) { NotifyFilter = NotifyFilters.FileName };
        using ManualResetEventSlim last = new();
        watcher.Deleted += (_, change) => seen.Add($"- {change.Name}");
        watcher.Created += (_, change) => Add($"+ {change.Name}");
        watcher.Renamed += (_, change) => Add($"+ {change.Name}");
        watcher.EnableRaisingEvents = true;
        using (OutFolder folder = OutFolder.Prepare(Out, force: false))
        {
            folder.Write("sites.csv", [2]);
            folder.Write("summary.json", Summary);
            folder.Complete();
        }

        Assert.True(last.Wait(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken), $"Seen so far: {string.Join(", ", seen)}");
        Assert.Equal(["- summary.json", "- sites.csv", "+ sites.csv", "+ summary.json"], seen.Where(change => !change.Contains(".partial", StringComparison.Ordinal)));

        void Add(string change)
        {
            seen.Add(change);
            if (change == "+ summary.json")
            {
                last.Set();
            }
        }
    }

    [Fact]
    public void Complete_WithoutSummary_Throws()
    {
        using OutFolder folder = OutFolder.Prepare(Out, force: false);
        folder.Write("sites.csv", [1]);
        Assert.Throws<InvalidOperationException>(folder.Complete);
    }

    [Fact]
    public void Write_UnknownName_Throws()
    {
        using OutFolder folder = OutFolder.Prepare(Out, force: false);
        Assert.Throws<ArgumentException>(() => folder.Write("../escape.txt", [1]));
    }

    private void CompleteOnce(string other)
    {
        using OutFolder folder = OutFolder.Prepare(Out, force: false);
        folder.Write(other, [7]);
        folder.Write("summary.json", Encoding.UTF8.GetBytes($$"""{"schema": "{{SummaryJson.Schema}}", "run": 1}"""));
        folder.Complete();
    }

    private void Put(string name, string text)
    {
        Directory.CreateDirectory(Out);
        File.WriteAllText(Path.Combine(Out, name), text);
    }

    private IEnumerable<string> Names() => Directory.EnumerateFileSystemEntries(Out).Select(entry => Path.GetFileName(entry)!).Order(StringComparer.Ordinal);
}

using Twin.Silo.Commands;
using Twin.Silo.Runs;

namespace Twin.Silo.Tests.Runs;

public sealed class OutputFileTests
{
    [Fact]
    public void Complete_Lines_AreInPlaceWithoutAPartialFile()
    {
        using Folder folder = new();
        using (OutputFile file = new("--visits", folder["v.csv"]))
        {
            file.Complete(["a", "b"]);
        }

        Assert.Equal("a\nb\n", File.ReadAllText(folder["v.csv"]));
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Dispose_NotCompleted_LeavesTheOldFileAndNothingElse()
    {
        using Folder folder = new();
        folder.Write("v.csv", "old");
        new OutputFile("--visits", folder["v.csv"]).Dispose();

        Assert.Equal("old", File.ReadAllText(folder["v.csv"]));
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Constructor_SameFileTwice_IsRefused()
    {
        using Folder folder = new();
        using OutputFile visits = new("--visits", folder["same.csv"]);
        InputException refused = Assert.Throws<InputException>(() => new OutputFile("--trace", folder["same.csv"]));
        Assert.StartsWith("--trace: found", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_Folder_IsRefused()
    {
        using Folder folder = new();
        InputException refused = Assert.Throws<InputException>(() => new OutputFile("--visits", folder.Path));
        Assert.StartsWith("--visits: found the folder", refused.Message, StringComparison.Ordinal);
    }
}

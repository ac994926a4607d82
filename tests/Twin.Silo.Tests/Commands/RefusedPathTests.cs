namespace Twin.Silo.Tests.Commands;

public sealed class RefusedPathTests
{
    private static readonly string Small = TwinProcess.Scenario("mass-testing-small");

    [Fact]
    public async Task Run_OutIsAFile_IsRefused()
    {
        using Folder folder = new();
        string file = folder.Write("taken", "mine");
        (await TwinProcess.RunAsync(folder, "run", Small, "--engine", "kernel", "--out", file)).MustRefuse("--out", "taken");
        Assert.Equal("mine", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Run_OutHoldsSomethingElse_IsRefusedWithoutForce()
    {
        using Folder folder = new();
        Directory.CreateDirectory(folder["out"]);
        string file = folder.Write("out/letter.txt", "mine");
        (await TwinProcess.RunAsync(folder, "run", Small, "--engine", "kernel", "--out", "out")).MustRefuse("--out", "--force");
        Assert.Equal("mine", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Run_OutBelowAFile_IsRefused()
    {
        using Folder folder = new();
        string file = folder.Write("taken", "mine");
        (await TwinProcess.RunAsync(folder, "run", Small, "--engine", "kernel", "--out", Path.Combine(file, "out"))).MustRefuse("--out");
    }

    [Theory]
    [InlineData("--visits", "no/such/folder/visits.csv")]
    [InlineData("--visits", ".")]
    [InlineData("--trace", "no/such/folder/events.csv")]
    [InlineData("--trace", ".")]
    public async Task Run_FileThatCannotBeWritten_IsRefused(string option, string path)
    {
        using Folder folder = new();
        string[] entity = option == "--trace" ? ["--entity", "S-001"] : [];
        (await TwinProcess.RunAsync(folder, ["run", Small, "--engine", "kernel", option, path, .. entity])).MustRefuse($"{option}: found");
    }

    [Fact]
    public async Task Run_ScenarioThatIsNotText_IsRefused()
    {
        using Folder folder = new();
        await File.WriteAllBytesAsync(folder["noise.yaml"], [0xC3, 0x28, 0xFF, 0x00, 0x80, 0x3A], TestContext.Current.CancellationToken);
        (await TwinProcess.RunAsync(folder, "run", "noise.yaml")).MustRefuse("noise.yaml", "UTF-8");
    }

    [Theory]
    [InlineData("nonsense: [")]
    [InlineData("")]
    [InlineData("just words")]
    [InlineData("- a\n- b\n")]
    public async Task Run_ScenarioThatIsNoScenario_IsRefused(string text)
    {
        using Folder folder = new();
        folder.Write("wrong.yaml", text);
        (await TwinProcess.RunAsync(folder, "run", "wrong.yaml")).MustRefuse("wrong.yaml");
    }

    [Fact]
    public async Task Run_MissingArrivalsFile_IsRefused()
    {
        using Folder folder = new();
        Ended ended = await TwinProcess.RunAsync(folder, "run", Small, "--engine", "kernel", "--set", "testing.arrivals.file=nowhere.csv");
        ended.MustRefuse("testing.arrivals.file", "nowhere.csv");
    }
}

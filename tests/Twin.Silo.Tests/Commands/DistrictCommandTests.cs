using System.Text.Json.Nodes;

namespace Twin.Silo.Tests.Commands;

public sealed class DistrictCommandTests
{
    [Fact]
    public async Task Show_FullScale_HasTheStatedTotals()
    {
        using Folder folder = new();
        Ended ended = (await TwinProcess.RunAsync(folder, "district", "show", "--json")).MustEndWith(0);
        JsonArray totals = JsonNode.Parse(ended.Output)!.AsArray();
        Assert.Contains(totals, total => (double)total!["actual"]! == 490_000);
        Assert.Contains(totals, total => (double)total!["actual"]! == 3_339);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task Show_Small_IsATable(string language)
    {
        using Folder folder = new();
        Ended ended = (await TwinProcess.RunAsync(folder, "district", "show", "--scale", "0.05", "--lang", language)).MustEndWith(0);
        Assert.Contains("24,500", ended.Output, StringComparison.Ordinal);
        Assert.Contains(language == "zh" ? "微网格" : "icro-grid", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_Code_IsItsPlaceInTheHierarchy()
    {
        using Folder folder = new();
        Ended ended = (await TwinProcess.RunAsync(folder, "district", "show", "WJ-01-01-001", "--scale", "0.05")).MustEndWith(0);
        Assert.All(new[] { "WJ-01-01-001", "WJ-01-01", "WJ-01" }, code => Assert.Contains(code, ended.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("XX-01")]
    [InlineData("WJ-99")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task Show_UnknownCode_IsRefused(string code)
    {
        using Folder folder = new();
        (await TwinProcess.RunAsync(folder, "district", "show", code, "--scale", "0.05")).MustRefuse("CODE");
    }
}

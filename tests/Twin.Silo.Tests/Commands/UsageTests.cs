namespace Twin.Silo.Tests.Commands;

public sealed class UsageTests
{
    private static readonly string Small = TwinProcess.Scenario("mass-testing-small");

    [Theory]
    [InlineData("COMMAND: found no command; allowed: run, compare, sweep, stress, staff, plan, backtest, report, worker, serve, validate, district")]
    [InlineData("found \"frobnicate\"; allowed: run, compare, sweep, stress, staff, plan, backtest, report, worker, serve, validate, district", "frobnicate")]
    [InlineData("'SCENARIO' missing", "run")]
    [InlineData("'SCENARIO' missing", "validate")]
    [InlineData("found no command; allowed: show", "district")]
    [InlineData("found no command; allowed: check, diff, counts", "plan")]
    [InlineData("'--qiet'", "run", "SMALL", "--qiet")]
    [InlineData("'extra'", "run", "SMALL", "extra")]
    [InlineData("'extra'", "district", "show", "WJ", "extra")]
    [InlineData("--seed: found \"abc\"; allowed: a whole number", "run", "SMALL", "--seed", "abc")]
    [InlineData("--seed: found \"-1\"; allowed: a whole number", "run", "SMALL", "--seed", "-1")]
    [InlineData("--seed: found \"1.5\"; allowed: a whole number", "run", "SMALL", "--seed", "1.5")]
    [InlineData("'--seed'", "run", "SMALL", "--seed")]
    [InlineData("'--seed'", "run", "SMALL", "--seed", "1", "--seed", "2")]
    [InlineData("--scale: found \"-1\"; allowed: a number from 0.01 to 20", "run", "SMALL", "--scale", "-1")]
    [InlineData("--scale: found \"0\"", "run", "SMALL", "--scale", "0")]
    [InlineData("--scale: found \"NaN\"", "run", "SMALL", "--scale", "NaN")]
    [InlineData("--scale: found \"Infinity\"", "run", "SMALL", "--scale", "Infinity")]
    [InlineData("--scale: found \"1e9\"", "run", "SMALL", "--scale", "1e9")]
    [InlineData("--scale: found \"0,5\"", "run", "SMALL", "--scale", "0,5")]
    [InlineData("--scale: found \"1e9\"", "district", "show", "--scale", "1e9")]
    [InlineData("--replications: found \"0\"; allowed: a whole number from 1", "run", "SMALL", "--replications", "0")]
    [InlineData("--replications: found \"-1\"", "run", "SMALL", "--replications", "-1")]
    [InlineData("--replications: found \"x\"", "run", "SMALL", "--replications", "x")]
    [InlineData("--engine: found \"warp\"; allowed: grains, kernel", "run", "SMALL", "--engine", "warp")]
    [InlineData("--lang: found \"fr\"; allowed: en, zh", "run", "SMALL", "--lang", "fr")]
    [InlineData("--trace: found no --entity", "run", "SMALL", "--trace", "events.csv")]
    [InlineData("--entity: found no --trace", "run", "SMALL", "--entity", "WJ")]
    [InlineData("--set: found \"seed\"; allowed: PATH=VALUE", "run", "SMALL", "--set", "seed")]
    [InlineData("--set: found \"=3\"; allowed: PATH=VALUE", "run", "SMALL", "--set", "=3")]
    [InlineData("unknown key \"no\"", "run", "SMALL", "--set", "no.such.path=1")]
    [InlineData("SCENARIO: found no file \"missing.yaml\"", "run", "missing.yaml")]
    [InlineData("SCENARIO: found no file \"\"", "run", "")]
    [InlineData("SCENARIO: found no file \"@missing\"", "run", "@missing")]
    [InlineData("SCENARIO: found the folder \".\"", "run", ".")]
    [InlineData("--entity: found \"ZZ-99\"; allowed: a code", "run", "SMALL", "--engine", "kernel", "--trace", "events.csv", "--entity", "WJ", "ZZ-99")]
    [InlineData("--inputs: found \"missing.jsonl\"", "run", "SMALL", "--inputs", "missing.jsonl")]
    [InlineData("--urls: found \"http://0.0.0.0:5080\"; allowed: an address of this machine alone", "serve", "--urls", "http://0.0.0.0:5080")]
    [InlineData("--urls: found \"https://127.0.0.1:5080\"", "serve", "--urls", "https://127.0.0.1:5080")]
    [InlineData("--urls: found \"5080\"", "serve", "--urls", "5080")]
    [InlineData("--speed: found \"0.5\"; allowed: a number from 1 to 10000, or max", "serve", "SMALL", "--speed", "0.5")]
    [InlineData("--speed: found \"NaN\"", "serve", "SMALL", "--speed", "NaN")]
    [InlineData("--gateway: found \"0\"", "serve", "SMALL", "--gateway", "0")]
    [InlineData("SCENARIO: found no file \"missing.yaml\"", "serve", "missing.yaml")]
    [InlineData("SCENARIO: found none, and no folder \"scenarios\"", "serve")]
    public async Task Run_WrongUsage_IsRefused(string said, params string[] arguments)
    {
        using Folder folder = new();
        Ended ended = await TwinProcess.RunAsync(folder, [.. arguments.Select(argument => argument == "SMALL" ? Small : argument)]);
        ended.MustRefuse(said);
        Assert.Empty(Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Run_SeveralWrongOptions_AllAreSaid()
    {
        using Folder folder = new();
        Ended ended = await TwinProcess.RunAsync(folder, "run", Small, "--seed", "abc", "--scale", "0", "--engine", "warp", "--set", "x");
        ended.MustRefuse("--seed:", "--scale:", "--engine:", "--set:");
    }

    [Theory]
    [InlineData("--version", @"^\d+\.\d+\.\d+")]
    [InlineData("--help", "twin \\[command\\]")]
    public async Task Run_VersionOrHelp_IsPrinted(string option, string pattern)
    {
        using Folder folder = new();
        Ended ended = (await TwinProcess.RunAsync(folder, option)).MustEndWith(0);
        Assert.Matches(pattern, ended.Output);
        Assert.Equal("", ended.Error);
    }
}

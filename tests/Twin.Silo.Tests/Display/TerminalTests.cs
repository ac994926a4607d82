using System.Diagnostics;

namespace Twin.Silo.Tests.Display;

public sealed class TerminalTests
{
    private const string Colour = "\u001b[38;5;";

    [Theory]
    [InlineData(null, true)]
    [InlineData("1", false)]
    public async Task Run_OnATerminal_DrawsALineInColourUnlessNoColor(string? noColor, bool coloured)
    {
        using Folder folder = new();
        string command = $"dotnet '{TwinProcess.Program}' run '{TwinProcess.Scenario("mass-testing-490k")}' --scale 0.2 --engine kernel";
        Process process = TwinProcess.Start(
            folder, "script", ["--quiet", "--return", "--command", command, "/dev/null"], ("NO_COLOR", noColor), ("TERM", "xterm-256color"));
        Ended ended = (await TwinProcess.EndAsync(process)).MustEndWith(0);
        Assert.Contains("×", ended.Output, StringComparison.Ordinal);
        Assert.Equal(coloured, ended.Output.Contains(Colour, StringComparison.Ordinal));
    }
}

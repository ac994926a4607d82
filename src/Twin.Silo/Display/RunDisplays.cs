using Spectre.Console;

namespace Twin.Silo.Display;

/// <summary>Chooses how progress is shown. It goes to standard error, so that standard output holds results only.</summary>
public static class RunDisplays
{
    /// <summary>The display for this process.</summary>
    /// <param name="language">en or zh.</param>
    /// <param name="quiet">Whether nothing is shown.</param>
    public static IRunDisplay Of(string language, bool quiet)
    {
        if (quiet)
        {
            return new SilentDisplay();
        }

        ProgressWords words = ProgressWords.Of(language);
        return Console.IsErrorRedirected || Environment.GetEnvironmentVariable("TERM") is null or "" or "dumb"
            ? new PlainDisplay(Console.Error, words, TimeProvider.System)
            : new TerminalDisplay(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }), words);
    }
}

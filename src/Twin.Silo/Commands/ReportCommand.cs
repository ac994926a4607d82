using System.CommandLine;
using Twin.Silo.Runs;
using static Twin.Silo.Commands.SharedOption;

namespace Twin.Silo.Commands;

/// <summary><c>twin report</c>: draws the report of kept results again.</summary>
internal static class ReportCommand
{
    private static readonly Argument<string> Folder = new("DIR") { Description = "Out folder of a finished twin run, compare, staff, stress, sweep, plan diff or backtest." };

    private static readonly Option<string?> Language = LanguageOption();

    private static readonly Option<string?> Out = OptionValue.Path("--out", "Another folder, which gets the results with the page and pictures drawn anew (default DIR itself).", "DIR");

    private static readonly Option<bool> Force = OptionValue.Flag("--force", "Uses another folder that holds something else.");

    /// <summary>Builds the command.</summary>
    /// <param name="interruption">Ctrl-C.</param>
    public static Command Build(Interruption interruption)
    {
        Command command = new("report", "Draws report and pictures of kept results again, in either language, without running anything.") { Folder, Language, Out, Force, Quiet };
        command.SetAction(parsed => new ReportSession(
            new ReportOptions(parsed.GetRequiredValue(Folder), parsed.GetValue(Language), parsed.GetValue(Out), parsed.GetValue(Force), parsed.GetValue(Quiet)), interruption).Run());
        return command;
    }

    private static Option<string?> LanguageOption()
    {
        const string Name = "--lang";
        string[] words = ["en", "zh"];
        return new Option<string?>(Name)
        {
            Description = $"Language of page and pictures: {string.Join(" or ", words)} (default that in which the results were written).",
            HelpName = string.Join('|', words),
            CustomParser = result =>
            {
                string found = result.Tokens[0].Value;
                if (!words.Contains(found, StringComparer.Ordinal))
                {
                    result.AddError(InputException.Describe(Name, OptionValue.Quoted(found), string.Join(", ", words)));
                }

                return found;
            },
        };
    }
}

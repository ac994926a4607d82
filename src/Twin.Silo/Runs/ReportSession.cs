using Twin.Experiments;
using Twin.Experiments.Reports;
using Twin.Silo.Commands;

namespace Twin.Silo.Runs;

/// <summary>One <c>twin report</c>: from an out folder to its page and pictures.</summary>
/// <param name="options">What was asked.</param>
/// <param name="interruption">Ctrl-C.</param>
public sealed class ReportSession(ReportOptions options, Interruption interruption)
{
    /// <summary>Draws.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    /// <exception cref="InputException">The folder is none of ours, what it keeps is damaged or of another version, or it cannot be written.</exception>
    public int Run()
    {
        interruption.Doing = "reading the results";
        FolderReport report = Checked("DIR", () => FolderReport.Of(options.Folder));
        interruption.Doing = "drawing the report";
        Checked(options.Out is null ? "DIR" : "--out", () =>
        {
            report.Draw(options.Language ?? report.Language, options.Out, options.Force);
            return true;
        });
        if (!options.Quiet)
        {
            string shown = Path.GetRelativePath(Environment.CurrentDirectory, Path.GetFullPath(options.Out ?? options.Folder));
            Console.Out.WriteLine(Path.Combine(shown, "report.html"));
        }

        return ExitCode.Success;
    }

    private static T Checked<T>(string where, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (OutFolderException refused)
        {
            throw new InputException($"{where}: {refused.Message}");
        }
    }
}

using System.Text;
using Twin.Silo.Commands;

namespace Twin.Silo.Runs;

/// <summary>A file that an option names: refused at once if it cannot be written, and in place only when it is complete.</summary>
public sealed class OutputFile : IDisposable
{
    private readonly string _path;
    private readonly string _partial;
    private readonly StreamWriter _writer;
    private bool _completed;

    /// <summary>Opens a file for writing, beside its place.</summary>
    /// <param name="option">The option that names it.</param>
    /// <param name="path">Its path.</param>
    /// <exception cref="InputException">It cannot be written.</exception>
    public OutputFile(string option, string path)
    {
        const string Allowed = "the path of a file that can be written";
        if (Directory.Exists(path))
        {
            throw InputException.At(option, $"the folder {OptionValue.Quoted(path)}", Allowed);
        }

        _path = path;
        _partial = $"{path}.partial";
        try
        {
            FileStream file = new(_partial, FileMode.Create, FileAccess.Write, FileShare.None);
            _writer = new StreamWriter(file, new UTF8Encoding(false)) { NewLine = "\n" };
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw InputException.At(option, $"{OptionValue.Quoted(path)}, which cannot be written ({failure.Message})", Allowed);
        }
    }

    /// <summary>Writes the lines and puts the file into its place.</summary>
    /// <param name="lines">The lines.</param>
    public void Complete(IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            _writer.WriteLine(line);
        }

        _writer.Dispose();
        File.Move(_partial, _path, true);
        _completed = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer.Dispose();
        if (!_completed)
        {
            File.Delete(_partial);
        }
    }
}

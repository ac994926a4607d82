using Twin.Experiments;
using Twin.Silo.Commands;

namespace Twin.Silo.Runs;

/// <summary>The folder that <c>--out</c> names.</summary>
internal static class ResultsFolder
{
    /// <summary>Takes a folder for results.</summary>
    /// <typeparam name="T">What kind of folder.</typeparam>
    /// <param name="prepare">Checks and takes it.</param>
    /// <exception cref="InputException">It cannot be used.</exception>
    public static T Take<T>(Func<T> prepare)
    {
        try
        {
            return prepare();
        }
        catch (OutFolderException refused)
        {
            throw new InputException($"--out: {refused.Message}");
        }
    }
}

namespace Twin.Silo.Tests;

/// <summary>An empty folder for one test; deleted afterwards.</summary>
internal sealed class Folder : IDisposable
{
    /// <summary>Its path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("twin-test-").FullName;

    /// <summary>Path of a file in it.</summary>
    /// <param name="name">The file's name.</param>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file into it.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="text">Its text.</param>
    public string Write(string name, string text)
    {
        File.WriteAllText(this[name], text);
        return this[name];
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, true);
}

namespace Twin.Page.Tests.Serving;

/// <summary>An empty folder; deleted afterwards.</summary>
public sealed class Folder : IDisposable
{
    /// <summary>Its path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("twin-page-test-").FullName;

    /// <summary>Path of a file in it.</summary>
    /// <param name="name">The file's name.</param>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, true);
}

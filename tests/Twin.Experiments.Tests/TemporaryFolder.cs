namespace Twin.Experiments.Tests;

/// <summary>A folder of a test's own that goes when the test ends.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("twin-test-").FullName;

    /// <summary>A path inside.</summary>
    public string Of(params string[] parts) => Path.Combine([_path, .. parts]);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_path, recursive: true);
}

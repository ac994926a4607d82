namespace Twin.Experiments.Tests;

/// <summary>Finds the repository from where the tests run.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder) => folder is null
        ? throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Twin.slnx.")
        : File.Exists(Path.Combine(folder.FullName, "Twin.slnx")) ? folder.FullName : Find(folder.Parent);
}

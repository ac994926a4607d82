namespace Twin.Page.Tests.Serving;

/// <summary>Where things are in the repository that is being tested.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The program, of the configuration that is being tested.</summary>
    public static string Program { get; } = Path.Combine(
        Root, "src", "Twin.Silo", "bin", Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/'))!), "net10.0", "twin.dll");

    /// <summary>The page's files.</summary>
    public static string Page { get; } = Path.Combine(Root, "src", "Twin.Viewer", "wwwroot");

    /// <summary>A scenario of the repository.</summary>
    /// <param name="name">Its name.</param>
    public static string Scenario(string name) => Path.Combine(Root, "scenarios", $"{name}.yaml");

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Twin.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Twin.slnx.");
    }
}

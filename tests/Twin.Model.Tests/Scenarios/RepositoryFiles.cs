namespace Twin.Model.Tests.Scenarios;

/// <summary>Files of the repository, found from where the tests run.</summary>
internal static class RepositoryFiles
{
    /// <summary>Set to 1 it makes the tests of generated files write them anew.</summary>
    public const string UpdateVariable = "TWIN_UPDATE_GENERATED";

    private static string Root { get; } = FindRoot();

    /// <summary>The scenario files.</summary>
    public static IEnumerable<string> Scenarios =>
        Directory.EnumerateFiles(PathOf("scenarios"), "*.yaml").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal);

    /// <summary>A file's path.</summary>
    /// <param name="path">Relative to the repository, with slashes.</param>
    public static string PathOf(string path) => Path.Combine(Root, path);

    /// <summary>A file's text.</summary>
    /// <param name="path">Relative to the repository, with slashes.</param>
    public static string Text(string path) => File.ReadAllText(PathOf(path)).ReplaceLineEndings("\n");

    /// <summary>Writes a generated file anew if the environment asks for it.</summary>
    /// <param name="path">Relative to the repository, with slashes.</param>
    /// <param name="text">What it should hold.</param>
    public static void UpdateIfAsked(string path, string text)
    {
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            File.WriteAllText(PathOf(path), text);
        }
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Twin.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run within the repository.");
    }
}

namespace Twin.Experiments.Tests;

/// <summary>Code of a test's source as a document shows it.</summary>
internal static class SourceExample
{
    /// <summary>The lines between <c>// begin of NAME</c> and <c>// end of NAME</c>, as far left as they go.</summary>
    /// <param name="source">Path of the source in the repository.</param>
    /// <param name="name">The example's name.</param>
    public static string Of(string source, string name)
    {
        string[] lines = Document(source).Split('\n');
        int begin = Array.FindIndex(lines, line => line.Trim() == "// begin of " + name);
        int end = Array.FindIndex(lines, line => line.Trim() == "// end of " + name);
        int indent = lines[begin].Length - lines[begin].TrimStart().Length;
        return string.Concat(lines[(begin + 1)..end].Select(line => (line.Length > indent ? line[indent..] : line) + "\n"));
    }

    /// <summary>A text of the repository.</summary>
    /// <param name="path">Its path there.</param>
    public static string Document(string path) => File.ReadAllText(Path.Combine(Repository.Root, path)).ReplaceLineEndings("\n");
}

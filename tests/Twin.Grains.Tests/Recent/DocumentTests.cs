using System.Text.RegularExpressions;

namespace Twin.Grains.Tests.Recent;

/// <summary>docs/api.md lists the texts of the grains' events.</summary>
public sealed partial class DocumentTests
{
    [Fact]
    public void Document_ListsEveryTextInTheSource()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Twin.slnx")))
        {
            folder = folder.Parent!;
        }

        string document = File.ReadAllText(Path.Combine(folder.FullName, "docs", "api.md"));
        string[] texts = [.. Directory.GetFiles(Path.Combine(folder.FullName, "src", "Twin.Grains", "Recent"), "*.cs")
            .SelectMany(file => Text().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).Distinct()];

        Assert.True(texts.Length > 15, string.Join(' ', texts));
        Assert.All(texts, text => Assert.Contains(text, document, StringComparison.Ordinal));
    }

    /// <summary>A key without its last digits: shares and states are listed as a range.</summary>
    [GeneratedRegex("\"((?:event|log)\\.[a-zA-Z.]+)\\d*\"")]
    private static partial Regex Text();
}

namespace Twin.Page.Tests.Browsing;

/// <summary>The page's themes.</summary>
internal static class Themes
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = ["dark", "light"];
}

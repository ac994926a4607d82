using System.Reflection;

namespace Twin.Experiments;

/// <summary>Which software made a result.</summary>
/// <param name="Name">Name.</param>
/// <param name="Version">Version.</param>
/// <param name="Commit">Commit of the source; null if the build did not know it.</param>
public sealed record Software(string Name, string Version, string? Commit)
{
    /// <summary>This build.</summary>
    public static Software This { get; } = Of(typeof(Software).Assembly);

    private static Software Of(Assembly assembly)
    {
        string text = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        int plus = text.IndexOf('+', StringComparison.Ordinal);
        return plus < 0 ? new Software("Twin", text, null) : new Software("Twin", text[..plus], text[(plus + 1)..]);
    }
}

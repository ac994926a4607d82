using System.Globalization;

namespace Twin.Model.Scenarios.Yaml;

/// <summary>Paths of keys: <c>testing.staff.samplers</c>, <c>disruptions.0.at</c>.</summary>
internal static class KeyPath
{
    /// <summary>The path of a key.</summary>
    /// <param name="path">The path of its mapping; empty for the file's.</param>
    /// <param name="key">The key.</param>
    public static string Join(string path, string key) => path.Length == 0 ? Shown.Of(key) : $"{path}.{Shown.Of(key)}";

    /// <summary>The path of an item.</summary>
    /// <param name="path">The path of its list.</param>
    /// <param name="index">Its index, from 0.</param>
    public static string Join(string path, int index) => Join(path, index.ToString(CultureInfo.InvariantCulture));
}

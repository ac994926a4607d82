using Twin.Model.Scenarios.Keys;
using Twin.Model.Scenarios.Yaml;

namespace Twin.Model.Scenarios.Reading;

/// <summary>Reads a scenario file and those that it extends into one mapping.</summary>
/// <param name="open">Gives a file's text.</param>
/// <param name="errors">Takes what is wrong.</param>
internal sealed class ScenarioFiles(Func<string, string> open, ErrorList errors)
{
    /// <summary>The key by which a file names the one that it extends.</summary>
    public const string Extends = "extends";

    /// <summary>So many files may stand behind each other.</summary>
    public const int Longest = 16;

    private const string AllowedFile = "a scenario file that can be read, relative to the file that extends it";

    /// <summary>Reads a file and those that it extends.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The merged mapping; null if no file is a mapping.</returns>
    public YamlNode? Read(string path) => Read(path, null, []);

    private YamlNode? Read(string path, YamlScalar? extendedAt, IReadOnlyList<string> behind)
    {
        if (Open(path, extendedAt) is not { } text
            || YamlText.Read(text, new Place(path, 1, 1), "", errors) is not { } root)
        {
            return null;
        }

        if (root is not YamlMap map)
        {
            Place place = root is YamlScalar { IsNull: true } ? new Place(path, 1, 1) : root.Place;
            errors.Add(place, "", root.Description, "a mapping of keys to values");
            return null;
        }

        if (map.Find(Extends) is not { } extends)
        {
            return map;
        }

        YamlNode? extended = Extended(path, extends.Value, [.. behind, Normalised(path)]);
        YamlMap own = new(map.Place);
        foreach (YamlEntry entry in map.Entries.Where(entry => entry.Key != Extends))
        {
            own.Set(entry);
        }

        return extended is null ? own : ScenarioMerge.Over(extended, own, ValueShape.Scenario);
    }

    private YamlNode? Extended(string path, YamlNode named, IReadOnlyList<string> behind)
    {
        if (named is not YamlScalar { IsNull: false } name || name.Text.Trim().Length == 0 || name.Text.Any(char.IsControl))
        {
            errors.Add(named.Place, Extends, named.Description, "a scenario file, relative to this one, such as mass-testing-490k.yaml");
            return null;
        }

        string target = Normalised(Path.Combine(Path.GetDirectoryName(path) ?? "", name.Text));
        if (behind.Contains(target, StringComparer.Ordinal) || behind.Count >= Longest)
        {
            string chain = string.Join(" → ", behind.Select(Path.GetFileName)) + " → " + Path.GetFileName(target);
            errors.Add(named.Place, Extends, behind.Count >= Longest ? $"more than {Longest} files that extend one another" : $"a circle of files ({chain})",
                "a file that does not extend this one");
            return null;
        }

        return Read(target, name, behind);
    }

    private string? Open(string path, YamlScalar? extendedAt)
    {
        Place place = extendedAt?.Place ?? new Place(path, 1, 1);
        string key = extendedAt is null ? "" : Extends;
        try
        {
            return open(path);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            errors.Add(place, key, extendedAt is null ? "no such file" : $"{Shown.Of(extendedAt.Text)}, but there is no file {Shown.Of(path)}", AllowedFile);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            errors.Add(place, key, $"{Shown.Of(path)}, which cannot be read ({Shown.Of(unreadable.Message)})", AllowedFile);
        }

        return null;
    }

    /// <summary>A path without . and .. as far as that can be said without looking at the disk.</summary>
    private static string Normalised(string path)
    {
        List<string> parts = [];
        foreach (string part in path.Replace('\\', '/').Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[^1] is not ("" or ".."))
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != "." && (part.Length > 0 || parts.Count == 0))
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }
}

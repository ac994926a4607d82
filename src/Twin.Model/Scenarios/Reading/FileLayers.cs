using Twin.Model.Scenarios.Yaml;

namespace Twin.Model.Scenarios.Reading;

/// <summary>Where a value comes from, by its place.</summary>
/// <param name="file">The file that is read; others are those that it extends.</param>
/// <param name="placeOf">The place of a key by its path; null if nothing gives it.</param>
internal sealed class FileLayers(string file, Func<string, Place?> placeOf)
{
    /// <summary>The layer of a place.</summary>
    /// <param name="place">The place.</param>
    public FileLayer Of(Place place) => place.File.StartsWith("--", StringComparison.Ordinal) ? FileLayer.Setting
        : place.File == file ? FileLayer.File
        : FileLayer.Extended;

    /// <summary>The layer of a value: of a list or mapping the highest of its parts.</summary>
    /// <param name="node">The value.</param>
    public FileLayer Of(YamlNode node) => node switch
    {
        YamlMap { Entries.Count: > 0 } map => map.Entries.Max(entry => Of(entry.Value)),
        YamlList { Items.Count: > 0 } list => list.Items.Max(Of),
        _ => Of(node.Place),
    };

    /// <summary>The layer of a key; the lowest if nothing gives it.</summary>
    /// <param name="path">The key's path.</param>
    public FileLayer OfKey(string path) => placeOf(path) is { } place ? Of(place) : FileLayer.Default;

    /// <summary>Whether parts of a mapping come from different layers.</summary>
    /// <param name="map">The mapping.</param>
    public bool IsMixed(YamlMap map) => map.Entries.Select(entry => Of(entry.Value)).Distinct().Count() > 1
        || map.Entries.Any(entry => entry.Value is YamlMap below && IsMixed(below));
}

/// <summary>Where a value comes from; later ones lie over earlier ones.</summary>
internal enum FileLayer
{
    /// <summary>Nothing gives it.</summary>
    Default,

    /// <summary>A file that is extended.</summary>
    Extended,

    /// <summary>The file that is read.</summary>
    File,

    /// <summary>The command line.</summary>
    Setting,
}

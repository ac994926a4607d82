using Twin.Model.Scenarios.Keys;
using Twin.Model.Scenarios.Yaml;

namespace Twin.Model.Scenarios.Reading;

/// <summary>Lays a file over the one that it extends: mappings of known keys merge, everything else (lists, distributions, values) replaces.</summary>
internal static class ScenarioMerge
{
    /// <summary>The merged value; neither argument is changed.</summary>
    /// <param name="under">What is extended.</param>
    /// <param name="over">What goes over it.</param>
    /// <param name="shape">What the key takes; null if the key is unknown.</param>
    public static YamlNode Over(YamlNode under, YamlNode over, ValueShape? shape)
    {
        if (shape?.Kind != ValueKind.Record || under is not YamlMap below || over is not YamlMap above)
        {
            return over;
        }

        YamlMap merged = new(above.Place);
        foreach (YamlEntry entry in below.Entries)
        {
            merged.Set(entry);
        }

        foreach (YamlEntry entry in above.Entries)
        {
            merged.Set(below.Find(entry.Key) is { } old ? entry with { Value = Over(old.Value, entry.Value, shape.Below(entry.Key)) } : entry);
        }

        return merged;
    }
}

using Twin.Model.Scenarios.Reading;
using Twin.Model.Scenarios.Yaml;

namespace Twin.Model.Scenarios;

/// <summary>Reads a YAML file into a record by the descriptions of its keys (<see cref="ParameterAttribute"/>).</summary>
public static class KeyedFile
{
    /// <summary>Reads a file.</summary>
    /// <typeparam name="T">A record whose properties have defaults and descriptions.</typeparam>
    /// <param name="path">The file; errors name it as it is given here.</param>
    /// <param name="open">Gives the text of a file by its path; an <see cref="IOException"/> of its is thrown on.</param>
    /// <param name="check">Checks what no key can say alone, when every key is right in itself.</param>
    /// <returns>The record: a key that is left out has its default.</returns>
    /// <exception cref="ScenarioFormatException">The file is wrong; it holds every error.</exception>
    public static T Read<T>(string path, Func<string, string> open, Action<T, KeyedFaults> check)
        where T : class, new()
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(check);
        ErrorList errors = new();
        YamlNode? root = YamlText.Read(open(path), new Place(path, 1, 1), "", errors);
        if (root is not YamlMap map)
        {
            if (root is not null)
            {
                errors.Add(root is YamlScalar { IsNull: true } ? new Place(path, 1, 1) : root.Place, "", root.Description, "a mapping of keys to values");
            }

            throw new ScenarioFormatException(errors.InOrder);
        }

        KeyedBinder binder = new(typeof(T), errors);
        T record = (T)binder.Bind(map);
        errors.ThrowIfAny();
        check(record, new KeyedFaults(errors, binder.PlaceOf));
        errors.ThrowIfAny();
        return record;
    }

    /// <summary>The keys at the top of a YAML file, to tell what kind of file it is; none if it is no mapping or cannot be understood.</summary>
    /// <param name="path">The file.</param>
    /// <param name="open">Gives the text of a file by its path; an <see cref="IOException"/> of its is thrown on.</param>
    public static IReadOnlyList<string> KeysOf(string path, Func<string, string> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        return YamlText.Read(open(path), new Place(path, 1, 1), "", new ErrorList()) is YamlMap map ? [.. map.Entries.Select(entry => entry.Key)] : [];
    }
}

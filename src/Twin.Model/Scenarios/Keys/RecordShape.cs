using System.Collections.Concurrent;
using System.Reflection;

namespace Twin.Model.Scenarios.Keys;

/// <summary>The keys of a mapping: a record's properties with a <see cref="ParameterAttribute"/>, in the order in which they are declared.</summary>
internal sealed class RecordShape
{
    private static readonly ConcurrentDictionary<Type, RecordShape> Known = new();

    private readonly Dictionary<string, KeyShape> _byName;

    private RecordShape(Type type)
    {
        Type = type;
        Keys =
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .OrderBy(property => property.MetadataToken)
                .Select(property => (Property: property, Parameter: property.GetCustomAttribute<ParameterAttribute>()))
                .Where(pair => pair.Parameter is not null)
                .Select(pair => new KeyShape(pair.Property, pair.Parameter!)),
        ];
        _byName = Keys.ToDictionary(key => key.Name, StringComparer.Ordinal);
    }

    /// <summary>The record.</summary>
    public Type Type { get; }

    /// <summary>Its keys.</summary>
    public IReadOnlyList<KeyShape> Keys { get; }

    /// <summary>The shape of a record.</summary>
    /// <param name="type">The record's type.</param>
    public static RecordShape Of(Type type) => Known.GetOrAdd(type, t => new RecordShape(t));

    /// <summary>Whether a type is a record with keys.</summary>
    /// <param name="type">The type.</param>
    public static bool IsRecord(Type type) => type.IsClass
        && type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Any(property => property.IsDefined(typeof(ParameterAttribute)));

    /// <summary>A key by its name; null if there is none.</summary>
    /// <param name="name">As a file writes it.</param>
    public KeyShape? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>An instance with every default.</summary>
    public object CreateDefault() => Activator.CreateInstance(Type)
        ?? throw new InvalidOperationException($"{Type} has no default instance.");
}

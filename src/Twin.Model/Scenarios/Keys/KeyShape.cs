using System.Reflection;

namespace Twin.Model.Scenarios.Keys;

/// <summary>One key of a mapping in a scenario file.</summary>
internal sealed class KeyShape
{
    /// <summary>Describes a property with a <see cref="ParameterAttribute"/>.</summary>
    /// <param name="property">The property.</param>
    /// <param name="parameter">Its attribute.</param>
    public KeyShape(PropertyInfo property, ParameterAttribute parameter)
    {
        Property = property;
        Parameter = parameter;
        Name = CamelCase(property.Name);
        Value = ValueShape.Of(property.PropertyType);
        IsOptional = Nullable.GetUnderlyingType(property.PropertyType) is not null
            || (!property.PropertyType.IsValueType && new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable);
    }

    /// <summary>The property.</summary>
    public PropertyInfo Property { get; }

    /// <summary>Its description.</summary>
    public ParameterAttribute Parameter { get; }

    /// <summary>The key as a file writes it.</summary>
    public string Name { get; }

    /// <summary>What it takes.</summary>
    public ValueShape Value { get; }

    /// <summary>Whether it can be without a value, which a file writes as <c>none</c>.</summary>
    public bool IsOptional { get; }

    /// <summary>Whether the key has a meaning in a record: see <see cref="ParameterAttribute.OnlyFor"/>.</summary>
    /// <param name="record">The record that has the key.</param>
    public bool AppliesTo(object record) => Parameter.OnlyFor.Length == 0
        || Parameter.OnlyFor.Split(' ').Contains(TypeWord(record), StringComparer.Ordinal);

    /// <summary>The word of a record's key <c>type</c>.</summary>
    /// <param name="record">A record with such a key.</param>
    public static string TypeWord(object record) =>
        CamelCase(record.GetType().GetProperty("Type")?.GetValue(record)?.ToString() ?? throw new InvalidOperationException($"{record.GetType()} has no type."));

    /// <summary>The name of a property or an enum's member as a file writes it.</summary>
    /// <param name="name">In Pascal case.</param>
    public static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}

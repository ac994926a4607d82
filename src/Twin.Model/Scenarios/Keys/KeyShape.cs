using System.Reflection;
using Twin.Model.Scenarios.Acting;

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
        Rules = [.. property.GetCustomAttributes<ActsWhenAttribute>().Select(attribute => new ActingRule(attribute))];
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

    /// <summary>Beside what it can act.</summary>
    public IReadOnlyList<ActingRule> Rules { get; }

    /// <summary>Whether it can be without a value, which a file writes as <c>none</c>.</summary>
    public bool IsOptional { get; }

    /// <summary>Beside what the key can act, as a sentence after a blank; empty if it always can.</summary>
    /// <param name="quote">Stands around each comparison; null for nothing.</param>
    public string OnlyWith(char? quote = null) => Rules.Count == 0 ? "" : " " + string.Join(' ', Rules.Select(rule => rule.Sentence(quote)));

    /// <summary>The name of a property or an enum's member as a file writes it.</summary>
    /// <param name="name">In Pascal case.</param>
    public static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}

namespace Twin.Model.Scenarios;

/// <summary>Says beside which values of other keys a key, or all keys of a section, can act. Where it cannot, the reader refuses it, and neither the JSON Schema, the assumptions
/// nor a resolved scenario has it. Several hold together.</summary>
/// <param name="condition">Such as <c>activity = massTesting</c>, <c>by = building &amp; enabled = true</c> or <c>samplers = none | besideGuideline = true</c>. A key is looked for
/// beside the one that has the condition, then from the file's root; it has one of the words after <c>=</c>, or <c>none</c>, or <c>given</c>.</param>
/// <remarks>
/// For what excludes a key by itself: the activity, a switch, one key in place of another. Not for an amount that happens to need it nowhere (no outage planned, nobody
/// without a phone): an input, a stress factor or a point of a sweep may bring what needs it.
/// </remarks>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class ActsWhenAttribute(string condition) : Attribute
{
    /// <summary>The condition.</summary>
    public string Condition { get; } = condition;

    /// <summary>Keys of the section that do not need the condition, separated by blanks; empty for none.</summary>
    public string Except { get; init; } = "";
}

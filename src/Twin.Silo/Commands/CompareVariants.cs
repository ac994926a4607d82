using System.Text.RegularExpressions;
using Twin.Experiments;

namespace Twin.Silo.Commands;

/// <summary>Reads the scenarios of a comparison: <c>FILE</c> or <c>NAME=FILE</c>, and <c>--set NAME:PATH=VALUE</c> or <c>PATH=VALUE</c> for all.</summary>
internal static partial class CompareVariants
{
    /// <summary>What a scenario argument may be.</summary>
    public const string AllowedFile = "FILE or NAME=FILE, such as slots=scenarios/mass-testing-490k.yaml";

    /// <summary>What a change may be.</summary>
    public const string AllowedSet = "NAME:PATH=VALUE for one scenario, such as B:testing.slots.enabled=false, or PATH=VALUE for all";

    /// <summary>Reads them.</summary>
    /// <param name="files">The arguments.</param>
    /// <param name="sets">The changes.</param>
    /// <exception cref="InputException">There are too few or too many, a name is given twice, or a change names no scenario.</exception>
    public static IReadOnlyList<CompareVariant> Read(IReadOnlyList<string> files, IReadOnlyList<string> sets)
    {
        if (files.Count is < 2 or > OutFolderKind.MostVariants)
        {
            throw InputException.At("SCENARIO", $"{files.Count} of them", $"2 to {OutFolderKind.MostVariants}, each {AllowedFile}");
        }

        (string Name, string File)[] named = [.. files.Select(Named)];
        if (named.GroupBy(variant => variant.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw InputException.At("SCENARIO", $"the name {OptionValue.Quoted(twice.Key)} twice", "a name of its own for each; those without one are A, B, C … by their place");
        }

        (string? Name, string Set)[] changes = [.. sets.Select(set => Addressed(set, [.. named.Select(variant => variant.Name)]))];
        return [.. named.Select(variant => new CompareVariant(
            variant.Name, variant.File, [.. changes.Where(change => change.Name is null || change.Name == variant.Name).Select(change => change.Set)]))];
    }

    private static (string Name, string File) Named(string argument, int place)
    {
        Match name = Name().Match(argument);
        string file = name.Success ? argument[name.Length..] : argument;
        return file.Length > 0
            ? (name.Success ? name.Groups[1].Value : $"{(char)('A' + place)}", file)
            : throw InputException.At("SCENARIO", OptionValue.Quoted(argument), AllowedFile);
    }

    private static (string? Name, string Set) Addressed(string set, string[] names)
    {
        int equals = set.IndexOf('=', StringComparison.Ordinal);
        int colon = set.IndexOf(':', StringComparison.Ordinal);
        if (equals < 1 || colon == 0 || (colon > 0 && colon + 1 == equals))
        {
            throw InputException.At("--set", OptionValue.Quoted(set), AllowedSet);
        }

        if (colon < 0 || colon > equals)
        {
            return (null, set);
        }

        string name = set[..colon];
        return names.Contains(name, StringComparer.Ordinal)
            ? (name, set[(colon + 1)..])
            : throw InputException.At("--set", $"the scenario {OptionValue.Quoted(name)} in {OptionValue.Quoted(set)}", string.Join(", ", names));
    }

    [GeneratedRegex("^([A-Za-z][A-Za-z0-9-]{0,19})=")]
    private static partial Regex Name();
}

using Twin.Model.Testing;

namespace Twin.Experiments.Tables;

/// <summary>The names of the untested reasons in files: camel case in JSON and as keys of texts, snake case in CSV headers.</summary>
internal static class UntestedReasons
{
    /// <summary>Keys, in the order of <see cref="UntestedReason"/>.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. Enum.GetValues<UntestedReason>().Select(reason => Camel(reason))];

    /// <summary>CSV headers, in the same order.</summary>
    public static IReadOnlyList<string> Columns { get; } = [.. Keys.Select(Snake)];

    /// <summary>An enumeration's name in camel case.</summary>
    public static string Camel<T>(T value)
        where T : struct, Enum
    {
        string name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static string Snake(string key) => string.Concat(key.Select(letter => char.IsUpper(letter) ? $"_{char.ToLowerInvariant(letter)}" : $"{letter}"));
}

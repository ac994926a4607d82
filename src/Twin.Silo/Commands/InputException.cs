namespace Twin.Silo.Commands;

/// <summary>The command line or a file that it names is wrong. Each line says where, what was found and what is allowed.</summary>
/// <param name="lines">What is wrong, a line each.</param>
public sealed class InputException(params IReadOnlyList<string> lines) : Exception(string.Join(Environment.NewLine, lines))
{
    /// <summary>What is wrong, a line each.</summary>
    public IReadOnlyList<string> Lines { get; } = lines;

    /// <summary>Describes one wrong value.</summary>
    /// <param name="where">The option, argument or file.</param>
    /// <param name="found">What was found.</param>
    /// <param name="allowed">What is allowed.</param>
    public static string Describe(string where, string found, string allowed) => $"{where}: found {found}; allowed: {allowed}";

    /// <summary>One wrong value.</summary>
    /// <param name="where">The option, argument or file.</param>
    /// <param name="found">What was found.</param>
    /// <param name="allowed">What is allowed.</param>
    public static InputException At(string where, string found, string allowed) => new(Describe(where, found, allowed));
}

using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace Twin.Silo.Commands;

/// <summary>Options whose wrong values are refused with what was found and what is allowed.</summary>
internal static class OptionValue
{
    /// <summary>An option that takes a number in a range.</summary>
    /// <typeparam name="T">The number's type.</typeparam>
    /// <param name="name">The option's name, with its hyphens.</param>
    /// <param name="text">What it means.</param>
    /// <param name="minimum">Least allowed.</param>
    /// <param name="maximum">Greatest allowed.</param>
    public static Option<T?> Number<T>(string name, string text, T minimum, T maximum)
        where T : struct, INumber<T>
    {
        bool whole = T.IsZero(T.One / (T.One + T.One));
        string allowed = string.Create(CultureInfo.InvariantCulture, $"a {(whole ? "whole " : "")}number from {minimum} to {maximum}");
        NumberStyles styles = whole ? NumberStyles.AllowLeadingSign : NumberStyles.Float;
        return new Option<T?>(name)
        {
            Description = $"{text}: {allowed}.",
            HelpName = "NUMBER",
            CustomParser = result =>
            {
                string found = result.Tokens[0].Value;
                if (T.TryParse(found, styles, CultureInfo.InvariantCulture, out T value) && value >= minimum && value <= maximum)
                {
                    return value;
                }

                result.AddError(InputException.Describe(name, Quoted(found), allowed));
                return null;
            },
        };
    }

    /// <summary>An option that takes one of some words.</summary>
    /// <param name="name">The option's name, with its hyphens.</param>
    /// <param name="text">What it means.</param>
    /// <param name="words">The words; the first is the default.</param>
    public static Option<string> Word(string name, string text, params string[] words) => new(name)
    {
        Description = $"{text}: {string.Join(" or ", words)}.",
        HelpName = string.Join('|', words),
        DefaultValueFactory = _ => words[0],
        CustomParser = result =>
        {
            string found = result.Tokens[0].Value;
            if (!words.Contains(found, StringComparer.Ordinal))
            {
                result.AddError(InputException.Describe(name, Quoted(found), string.Join(", ", words)));
            }

            return found;
        },
    };

    /// <summary>An option that takes the path of a file or folder.</summary>
    /// <param name="name">The option's name, with its hyphens.</param>
    /// <param name="text">What it means.</param>
    /// <param name="helpName">FILE or DIR.</param>
    public static Option<string?> Path(string name, string text, string helpName) => new(name)
    {
        Description = text,
        HelpName = helpName,
        CustomParser = result =>
        {
            string found = result.Tokens[0].Value;
            if (string.IsNullOrWhiteSpace(found) || found.Contains('\0', StringComparison.Ordinal))
            {
                result.AddError(InputException.Describe(name, Quoted(found), "a path"));
            }

            return found;
        },
    };

    /// <summary>An option without value.</summary>
    /// <param name="name">The option's name, with its hyphens.</param>
    /// <param name="text">What it means.</param>
    public static Option<bool> Flag(string name, string text) => new(name) { Description = text, Arity = ArgumentArity.Zero };

    /// <summary>A value as an error shows it.</summary>
    /// <param name="found">The value.</param>
    public static string Quoted(string found) => $"\"{found}\"";
}

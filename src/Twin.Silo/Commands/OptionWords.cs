using System.Globalization;

namespace Twin.Silo.Commands;

/// <summary>Options as a command line has them, to give the same again.</summary>
internal sealed class OptionWords
{
    private readonly List<string> _words = [];

    /// <summary>The words so far.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>Adds an option with a value.</summary>
    /// <param name="name">The option.</param>
    /// <param name="value">Its value; null for an option that was not given.</param>
    public OptionWords Add(string name, IFormattable? value) =>
        Add(name, value?.ToString(value is double ? "R" : null, CultureInfo.InvariantCulture));

    /// <summary>Adds an option with a value.</summary>
    /// <param name="name">The option.</param>
    /// <param name="value">Its value; null for an option that was not given.</param>
    public OptionWords Add(string name, string? value)
    {
        if (value is not null)
        {
            _words.AddRange([name, value]);
        }

        return this;
    }

    /// <summary>Adds an option without value.</summary>
    /// <param name="name">The option.</param>
    /// <param name="isGiven">Whether it was given.</param>
    public OptionWords Flag(string name, bool isGiven)
    {
        if (isGiven)
        {
            _words.Add(name);
        }

        return this;
    }

    /// <summary>Adds changes to the scenario.</summary>
    /// <param name="sets">The changes, <c>path=value</c> each.</param>
    public OptionWords Sets(IReadOnlyList<string> sets)
    {
        foreach (string set in sets)
        {
            Add("--set", set);
        }

        return this;
    }
}

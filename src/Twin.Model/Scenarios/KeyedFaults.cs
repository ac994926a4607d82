using Twin.Model.Scenarios.Reading;
using Twin.Model.Scenarios.Yaml;

namespace Twin.Model.Scenarios;

/// <summary>Takes what is wrong in a file beyond what each key says by itself, and adds the place.</summary>
public sealed class KeyedFaults
{
    private readonly ErrorList _errors;
    private readonly Func<string, Place> _placeOf;

    internal KeyedFaults(ErrorList errors, Func<string, Place> placeOf) => (_errors, _placeOf) = (errors, placeOf);

    /// <summary>Whether nothing is wrong up to now.</summary>
    public bool IsEmpty => _errors.IsEmpty;

    /// <summary>The line of a key, or of the nearest mapping above it, from 1.</summary>
    /// <param name="path">The key's path.</param>
    public int LineOf(string path) => _placeOf(path).Line;

    /// <summary>Adds what is wrong with a key.</summary>
    /// <param name="path">The key's path, such as <c>factors.0.path</c>; its place is the error's, or that of the nearest mapping above it.</param>
    /// <param name="found">What was found.</param>
    /// <param name="allowed">What is allowed.</param>
    /// <param name="suggestion">What was probably meant; null if nothing is near.</param>
    public void Add(string path, string found, string allowed, string? suggestion = null) => _errors.Add(_placeOf(path), path, found, allowed, suggestion);

    /// <summary>Adds that a key holds a word that is none of those allowed.</summary>
    /// <param name="path">The key's path.</param>
    /// <param name="word">The word.</param>
    /// <param name="allowed">The words that are allowed.</param>
    public void AddWord(string path, string word, IReadOnlyList<string> allowed)
    {
        ArgumentNullException.ThrowIfNull(word);
        Add(path, Shown.Quoted(word), "one of " + string.Join(", ", allowed), Suggestion.Nearest(word, allowed));
    }

    /// <summary>Adds an error of another file as it stands, at its own place.</summary>
    /// <param name="error">The error.</param>
    public void Add(ScenarioError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        _errors.Add(new Place(error.File, error.Line, error.Column), error.Path, error.Found, error.Allowed, error.Suggestion);
    }
}

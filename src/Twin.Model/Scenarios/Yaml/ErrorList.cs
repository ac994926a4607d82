namespace Twin.Model.Scenarios.Yaml;

/// <summary>The errors found so far, at most <see cref="Most"/>: more would help nobody.</summary>
internal sealed class ErrorList
{
    /// <summary>So many errors are kept.</summary>
    public const int Most = 200;

    private readonly List<ScenarioError> _errors;

    /// <summary>Begins with none.</summary>
    public ErrorList() => _errors = [];

    /// <summary>Begins with those of another list, which stays as it is.</summary>
    /// <param name="others">The other list.</param>
    public ErrorList(ErrorList others) => (_errors, Count) = ([.. others._errors], others.Count);

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _errors.Count == 0;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The errors, by file in order of first error, then by place.</summary>
    public IReadOnlyList<ScenarioError> InOrder
    {
        get
        {
            List<string> files = [.. _errors.Select(error => error.File).Distinct()];
            return [.. _errors.OrderBy(error => files.IndexOf(error.File)).ThenBy(error => error.Line).ThenBy(error => error.Column)];
        }
    }

    /// <summary>Adds an error.</summary>
    /// <param name="place">Where.</param>
    /// <param name="path">The key's path.</param>
    /// <param name="found">What was found.</param>
    /// <param name="allowed">What is allowed.</param>
    /// <param name="suggestion">What was probably meant.</param>
    public void Add(Place place, string path, string found, string allowed, string? suggestion = null)
    {
        Count++;
        if (_errors.Count < Most)
        {
            _errors.Add(new ScenarioError(place.File, place.Line, place.Column, path, found, allowed, suggestion));
        }
    }

    /// <summary>Whether an error is at, below or above a path.</summary>
    /// <param name="path">A key's path.</param>
    public bool Touches(string path) => _errors.Any(error =>
        error.Path.Length == 0 || error.Path == path || IsBelow(error.Path, path) || IsBelow(path, error.Path));

    /// <summary>Throws if there is an error.</summary>
    /// <exception cref="ScenarioFormatException">There is.</exception>
    public void ThrowIfAny()
    {
        if (!IsEmpty)
        {
            throw new ScenarioFormatException(InOrder);
        }
    }

    private static bool IsBelow(string path, string above) =>
        path.Length > above.Length && path[above.Length] == '.' && path.StartsWith(above, StringComparison.Ordinal);
}

using System.Globalization;
using Microsoft.Extensions.Primitives;
using Twin.Grains.Live;
using Twin.Viewer.Runs;

namespace Twin.Viewer.Http;

/// <summary>Reads the fields of a query and gathers all that is wrong with them.</summary>
internal sealed class QueryFields
{
    private readonly IQueryCollection _query;
    private readonly List<LiveInputError> _errors = [];

    /// <summary>Begins to read a query.</summary>
    /// <param name="request">The request.</param>
    /// <param name="names">The fields that it may have.</param>
    public QueryFields(HttpRequest request, params IReadOnlyList<string> names)
    {
        _query = request.Query;
        foreach ((string name, StringValues values) in _query)
        {
            if (!names.Contains(name, StringComparer.Ordinal))
            {
                _errors.Add(new LiveInputError(Found.Text(name)[1..^1], "a query field of this name", string.Join(", ", names)));
            }
            else if (values.Count > 1)
            {
                _errors.Add(new LiveInputError(name, $"{values.Count} values", "one value"));
            }
        }
    }

    /// <summary>A text; null when it is not there.</summary>
    /// <param name="name">The field.</param>
    public string? Text(string name) => _query.TryGetValue(name, out StringValues values) && values.Count == 1 ? values[0] : null;

    /// <summary>Yes or no; no when it is not there.</summary>
    /// <param name="name">The field.</param>
    public bool Flag(string name)
    {
        string? text = Text(name);
        if (text is not (null or "true" or "false"))
        {
            Wrong(name, text, "true or false");
        }

        return text == "true";
    }

    /// <summary>A whole number in a range.</summary>
    /// <param name="name">The field.</param>
    /// <param name="otherwise">The number when it is not there.</param>
    /// <param name="most">The greatest allowed; the least is 1.</param>
    public int Whole(string name, int otherwise, int most)
    {
        if (Text(name) is not { } text)
        {
            return otherwise;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= most)
        {
            return number;
        }

        Wrong(name, text, $"a whole number from 1 to {most}");
        return otherwise;
    }

    /// <summary>Notes something wrong.</summary>
    /// <param name="name">The field.</param>
    /// <param name="found">What was found.</param>
    /// <param name="allowed">What is allowed.</param>
    public void Wrong(string name, string? found, string allowed) => _errors.Add(new LiveInputError(name, Found.Text(found), allowed));

    /// <summary>Ends the reading.</summary>
    /// <exception cref="LiveInputException">Something was wrong.</exception>
    public void Check()
    {
        if (_errors.Count > 0)
        {
            throw new LiveInputException(400, [.. _errors]);
        }
    }
}

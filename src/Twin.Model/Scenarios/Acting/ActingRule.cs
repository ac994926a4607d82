using Twin.Model.Scenarios.Keys;

namespace Twin.Model.Scenarios.Acting;

/// <summary>The condition of an <see cref="ActsWhenAttribute"/>, read: one of several clauses, each of several comparisons.</summary>
internal sealed class ActingRule
{
    private readonly HashSet<string> _except;

    /// <summary>Reads a condition.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <exception cref="FormatException">It is malformed.</exception>
    public ActingRule(ActsWhenAttribute attribute)
    {
        Text = attribute.Condition;
        Clauses = [.. attribute.Condition.Split('|').Select(IReadOnlyList<ActingTerm> (clause) => [.. clause.Split('&').Select(ActingTerm.Parse)])];
        _except = [.. attribute.Except.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    /// <summary>The condition as it is written.</summary>
    public string Text { get; }

    /// <summary>One of them holds, with all its comparisons.</summary>
    public IReadOnlyList<IReadOnlyList<ActingTerm>> Clauses { get; }

    /// <summary>Whether it is for the keys of a section one by one, some excepted.</summary>
    public bool HasExceptions => _except.Count > 0;

    /// <summary>Whether a key of the section is excepted.</summary>
    /// <param name="key">The key's name.</param>
    public bool Excepts(string key) => _except.Contains(key);

    /// <summary>The condition as a sentence.</summary>
    /// <param name="quote">Stands around each comparison; null for nothing.</param>
    public string Sentence(char? quote) => (HasExceptions ? $"Keys other than {string.Join(" and ", _except)} only with " : "Only with ")
        + string.Join(", or with ", Clauses.Select(clause => string.Join(" and ", clause.Select(term => $"{quote}{term}{quote}")))) + ".";

    /// <summary>Why a key cannot act; null if the condition holds.</summary>
    /// <param name="scope">Where the condition is declared.</param>
    /// <param name="key">The key's name, for the words.</param>
    public Idleness? WhyNot(ActingScope scope, string key)
    {
        List<(ActingTerm Term, string Path, string Value)> broken = [];
        foreach (IReadOnlyList<ActingTerm> clause in Clauses)
        {
            if (clause.FirstOrDefault(term => !term.Holds(scope.Find(term.Key).Value)) is not { } wrong)
            {
                return null;
            }

            (string path, KeyShape shape, object? value) = scope.Find(wrong.Key);
            broken.Add((wrong, path, ActingTerm.Written(shape.Value, value)));
        }

        return new Idleness(
            [.. broken.Select(part => part.Path).Distinct(StringComparer.Ordinal)],
            string.Join(" and ", broken.Select(part => $"{part.Path} = {part.Value}").Distinct(StringComparer.Ordinal)),
            $"{key} only with {string.Join(", or with ", broken.Select(part => $"{part.Path} = {part.Term.Allowed}"))}");
    }
}

/// <summary>Why a key cannot act.</summary>
/// <param name="Conditions">Paths of the keys that keep it from acting.</param>
/// <param name="Because">Their values, such as <c>activity = queue</c>.</param>
/// <param name="Allowed">What is allowed, such as <c>scale only with activity = massTesting</c>.</param>
internal sealed record Idleness(IReadOnlyList<string> Conditions, string Because, string Allowed);

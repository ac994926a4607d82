using Twin.Experiments.Texts;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Reports;

/// <summary>The one warning of the keys that were left out of a scenario, since they cannot act in it.</summary>
public static class LeftOutWarning
{
    /// <summary>The warning; empty without such keys.</summary>
    /// <param name="keys">What was left out: <see cref="Scenario.LeftOut"/>.</param>
    /// <param name="texts">The language.</param>
    public static IReadOnlyList<string> Of(IEnumerable<LeftOutKey> keys, TextSet texts)
    {
        string[] named =
        [
            .. keys.Where(key => key.IsTold && key.Refusal is null).GroupBy(key => key.Because, StringComparer.Ordinal)
                .Select(group => $"{string.Join(texts["comma"], group.Select(key => key.Path).Distinct(StringComparer.Ordinal))} ({group.Key})"),
        ];
        return named.Length == 0 ? [] : [texts.Format("scenario.leftOut", string.Join(texts["semicolon"], named))];
    }
}

using Twin.Experiments.Sweeps.Files;
using Twin.Experiments.Texts;

namespace Twin.Experiments.Sweeps;

/// <summary>Says which measures an experiment file calls by a former key: they are read as what they are called now.</summary>
public static class FormerKeysWarning
{
    /// <summary>A sentence for each such key; empty if there are none.</summary>
    /// <param name="sweep">The sweep as read.</param>
    /// <param name="language">en or zh.</param>
    public static IReadOnlyList<string> Of(Sweep sweep, string language)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        TextSet texts = TextCatalogue.In(language);
        return [.. RuleReader.FormerIn(sweep.File).Select(key => texts.Format("sweep.warning.formerKey", sweep.Path, key.Former, key.Now))];
    }
}

using Twin.Model.Scenarios.Keys;

namespace Twin.Model.Scenarios.Reading;

/// <summary>What was probably meant by a misspelt word.</summary>
internal static class Suggestion
{
    /// <summary>The nearest allowed word; null if none is near.</summary>
    /// <param name="word">The word.</param>
    /// <param name="allowed">The allowed words.</param>
    public static string? Nearest(string word, IEnumerable<string> allowed)
    {
        if (word.Length > 60)
        {
            return null;
        }

        string plain = Plain(word);
        int most = Math.Max(1, plain.Length / 3);
        return allowed.Select(candidate => (Candidate: candidate, Distance: Distance(plain, Plain(candidate))))
            .Where(pair => pair.Distance <= most)
            .OrderBy(pair => pair.Distance)
            .ThenBy(pair => pair.Candidate, StringComparer.Ordinal)
            .Select(pair => pair.Candidate)
            .FirstOrDefault();
    }

    /// <summary>Where a key is that stands at the wrong place; null unless there is just one.</summary>
    /// <param name="key">The key.</param>
    /// <param name="root">The whole file's mapping.</param>
    public static string? Elsewhere(string key, RecordShape root)
    {
        List<string> found = [];
        Collect(key, root, "", found);
        return found.Count == 1 ? found[0] : null;
    }

    private static void Collect(string key, RecordShape record, string path, List<string> found)
    {
        foreach (KeyShape candidate in record.Keys)
        {
            string here = path.Length == 0 ? candidate.Name : $"{path}.{candidate.Name}";
            if (candidate.Name == key)
            {
                found.Add(here);
            }

            if (candidate.Value.Kind == ValueKind.Record)
            {
                Collect(key, RecordShape.Of(candidate.Value.Type), here, found);
            }
        }
    }

    private static string Plain(string word) =>
        string.Concat(word.Where(c => c is not ('-' or '_' or ' '))).ToLowerInvariant();

    /// <summary>Optimal string alignment: insertions, deletions, replacements, and swaps of neighbours.</summary>
    private static int Distance(string a, string b)
    {
        int[,] d = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    d[i, j] = i + j;
                    continue;
                }

                int replaced = d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                d[i, j] = Math.Min(replaced, Math.Min(d[i - 1, j], d[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}

namespace Twin.Viewer.Runs;

/// <summary>What was found, as an error shows it.</summary>
internal static class Found
{
    private const int Longest = 80;

    /// <summary>A text in quotes, cut when it is long, without control characters.</summary>
    /// <param name="text">The text; null when there is none.</param>
    public static string Text(string? text)
    {
        if (text is null)
        {
            return "nothing";
        }

        string shown = new([.. text.Take(Longest).Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? '\uFFFD' : letter)]);
        return text.Length > Longest ? $"\"{shown}…\" ({text.Length} characters)" : $"\"{shown}\"";
    }
}

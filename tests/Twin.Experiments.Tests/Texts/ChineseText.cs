namespace Twin.Experiments.Tests.Texts;

/// <summary>What of a text is Chinese.</summary>
internal static class ChineseText
{
    /// <summary>Whether a character is a Chinese one.</summary>
    public static bool IsChinese(char character) => character is >= '\u4e00' and <= '\u9fff';
}

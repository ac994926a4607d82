namespace Twin.Silo.Display;

/// <summary>The few words that progress needs.</summary>
/// <param name="Activating">Grains are being activated.</param>
/// <param name="Tested">Follows a share of residents.</param>
/// <param name="RealTime">Follows a factor.</param>
/// <param name="Left">Follows a time.</param>
public sealed record ProgressWords(string Activating, string Tested, string RealTime, string Left)
{
    /// <summary>The words of a language.</summary>
    /// <param name="language">en or zh.</param>
    public static ProgressWords Of(string language) => language == "zh"
        ? new ProgressWords("激活实体", "已采样", "倍实时", "后完成")
        : new ProgressWords("activating grains", "tested", "real time", "left");
}

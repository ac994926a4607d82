using System.Globalization;
using Twin.Model.Testing;

namespace Twin.Experiments.Texts;

/// <summary>A mass test's targets in words: no sentence names a time, a wait or a share but through these.</summary>
internal static class TargetWords
{
    /// <summary>By when, as a length after opening: "5 h".</summary>
    public static string Time(TestTargets targets, TextSet texts) => texts.Duration(targets.Milliseconds / 1000.0);

    /// <summary>The longest wait: "30 min".</summary>
    public static string Wait(TestTargets targets, TextSet texts) => texts.Duration(targets.WaitSeconds);

    /// <summary>For how many of a site's people: "90 %".</summary>
    public static string Quantile(TestTargets targets, TextSet texts) => Share(targets.WaitQuantile, texts);

    /// <summary>A target's share as it was written, without the digit that a measured one has.</summary>
    public static string Share(double share, TextSet texts) => texts.Format("target.percent", Math.Round(100 * share, 2).ToString("0.##", CultureInfo.InvariantCulture));

    /// <summary>Who by when: "everybody expected on site within 5 h".</summary>
    public static string InTime(TestTargets targets, TextSet texts) => targets.Share >= 1
        ? texts.Format("target.everybody", Time(targets, texts))
        : texts.Format("target.share", Time(targets, texts), Share(targets.Share, texts));

    /// <summary>Who by when in two scenarios: once if they agree, else each by its name.</summary>
    public static string InTime((string Name, TestTargets Targets) first, (string Name, TestTargets Targets) second, TextSet texts)
    {
        (string one, string other) = (InTime(first.Targets, texts), InTime(second.Targets, texts));
        return one == other ? one : texts.Format("target.each", first.Name, one, second.Name, other);
    }
}

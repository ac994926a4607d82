using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Twin.Experiments.Staffing;
using Twin.Experiments.Stressing;
using Twin.Experiments.Texts;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Experiments.Tests.Texts;

/// <summary>No time, wait or share is told but the scenario's own.</summary>
public sealed partial class TargetTextTests
{
    /// <summary>Three early, one late; the window is eight hours long.</summary>
    private const string People = "07:00,S-001,a\n07:01,S-001,b\n07:02,S-001,c\n14:00,S-001,d\n";

    private const string Window = ", window: {close: 15:00+08:00}";

    /// <summary>Lengths that are not targets: the slot that an action proposes.</summary>
    private static readonly string[] NoTargets = ["act.slots"];

    [Theory]
    [InlineData("src/Twin.Experiments/Texts")]
    [InlineData("src/Twin.Viewer/wwwroot")]
    public void Catalogues_NoText_NamesATargetLiterally(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.json"))
        {
            foreach ((string key, JsonNode? text) in JsonNode.Parse(File.ReadAllText(file))!.AsObject().Where(entry => !NoTargets.Contains(entry.Key)))
            {
                Assert.False(LiteralTarget().IsMatch(text!.ToJsonString()), $"{Path.GetFileName(file)}, {key}: {text.ToJsonString()}");
            }
        }
    }

    [Fact]
    public void Source_NoNameOrNumber_IsFiveHoursOrThirtyMinutes()
    {
        string[] files = [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || (file.EndsWith(".js", StringComparison.Ordinal) && file.Contains("panels", StringComparison.Ordinal)))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))];
        Assert.True(files.Length > 100, $"Only {files.Length} files were found.");
        Assert.All(files, file => Assert.Empty(FixedTarget().Matches(File.ReadAllText(file)).Select(match => $"{file}: {match.Value}")));
    }

    [Fact]
    public void Verdict_LongerWindow_IsMeasuredAgainstTheWindow()
    {
        RunRecord record = KernelRun.OfArrivals(People, Window);
        Assert.Equal(8 * 3_600_000L, record.MassTest!.Targets.Milliseconds);
        Assert.StartsWith("Yes: everybody expected on site was tested within 8 h", RunText.Answer(record, "en")[0], StringComparison.Ordinal);
        Assert.StartsWith("是：应到现场的人员在 8 小时内", RunText.Answer(record, "zh")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Verdict_ExtendedDuringTheRun_KeepsItsTarget()
    {
        RunRecord record = KernelRun.OfArrivals(People, "}\ninterventions: [{type: extendWindow, at: 08:00+08:00, to: 15:00+08:00}]\nseed: 1 #");
        Assert.Equal((5 * 3_600_000L, 3L), (record.MassTest!.Targets.Milliseconds, record.MassTest.TestedAtTarget));
        Assert.StartsWith("No: 3 of all 4 residents (75 %) were tested within 5 h; 1 of the 4", RunText.Answer(record, "en")[0].Replace("75.0", "75", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_OwnTargets_TellThem()
    {
        RunRecord record = KernelRun.OfArrivals(People, Window + ", targets: {time: 3h, share: 0.5, wait: 10min, waitQuantile: 0.95}");
        MassTestResult result = record.MassTest!;
        Assert.Equal((3L, true), (result.TestedAtTarget, MassTestMeasures.TargetMet(result)));
        string english = string.Join('\n', RunText.Answer(record, "en"));
        Assert.Contains("3 people were tested within 3 h, the target being 50 % of the 4 expected on site", english, StringComparison.Ordinal);
        Assert.Contains("95 % waited at most", english, StringComparison.Ordinal);
        Assert.Contains("target of 10 min met", english, StringComparison.Ordinal);
        JsonNode targets = SummaryJson.Of(record, new RunTiming(0, 0, 0, 1, 1, 0, 0, 0))["targets"]!;
        Assert.Equal((10_800, 0.5, 600, 0.95), (
            targets["timeSeconds"]!.GetValue<double>(), targets["share"]!.GetValue<double>(), targets["waitSeconds"]!.GetValue<double>(), targets["waitQuantile"]!.GetValue<double>()));
        Assert.Equal(result.Sites[0].TargetWait, result.Sites[0].WaitAtTarget);
        Assert.Equal(result.Sites[0].WaitP95, result.Sites[0].WaitAtTarget);
    }

    [Fact]
    public void Goals_NotGiven_AreTheUsualTargets() => Assert.Equal(
        (new StressGoal().WaitTargetSeconds, new StaffGoal().ByMilliseconds), (TestTargets.Usual.WaitSeconds, TestTargets.Usual.Milliseconds));

    [GeneratedRegex("5 hours|5-hour|[Ff]ive.hour|30.min|5 小时|五小时|30 分|半小时")]
    private static partial Regex LiteralTarget();

    [GeneratedRegex(@"[Ff]iveHour|At5h(?!""\])|Within5h|\b18_000(_000)?\b|\b5 \* 3_?600_000L?\b|WaitTarget\w* = 1_?800")]
    private static partial Regex FixedTarget();
}

using Twin.Experiments.Texts;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Experiments.Tests;

public sealed class RunTextTests
{
    [Theory]
    [InlineData("en", "Yes", "No")]
    [InlineData("zh", "是", "否")]
    public void Answer_AllExpectedOrNot_SaysSoFirst(string language, string yes, string no)
    {
        RunRecord record = KernelRun.Small;
        MassTestResult result = record.MassTest!;
        Assert.StartsWith(no, RunText.Answer(record with { MassTest = result with { TestedAtTarget = result.ExpectedOnSite - 1 } }, language)[0], StringComparison.Ordinal);
        Assert.StartsWith(yes, RunText.Answer(record with { MassTest = result with { TestedAtTarget = result.ExpectedOnSite } }, language)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_English_TellsTheLaboratoryAndBothClocks()
    {
        string answer = string.Join('\n', RunText.Answer(SyntheticRun.Record(), "en"));
        Assert.Contains("15,000 a day", answer, StringComparison.Ordinal);
        Assert.Contains("02:18:20", answer, StringComparison.Ordinal);
        Assert.Contains("07:23:20", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_Replications_TellsHowSure()
    {
        Assert.Contains(RunText.Answer(SyntheticRun.Record(sites: 8, communities: 16, replications: 4), "en"), line => line.Contains("none of 4 replications", StringComparison.Ordinal));
        Assert.DoesNotContain(RunText.Answer(SyntheticRun.Record(sites: 8, communities: 16), "en"), line => line.Contains("replications", StringComparison.Ordinal));
    }

    [Fact]
    public void Answer_FewHousebound_KeepsTheCountBack()
    {
        RunRecord record = SyntheticRun.Record(sites: 8, communities: 16);
        RunRecord few = record with { MassTest = SyntheticRun.WithHousebound(record.MassTest!, [.. Enumerable.Range(0, 16).Select(i => i < 3 ? 1L : 0)]) };
        string line = RunText.Answer(few, "en").Single(text => text.StartsWith("Untested", StringComparison.Ordinal));
        Assert.Contains("housebound: not shown", line, StringComparison.Ordinal);
        Assert.DoesNotContain("3 housebound", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "never", "1 sites", "1 tubes", "1 desks", "0.0 days", "roles")]
    [InlineData("zh", "从未", "0.0 天", "分工")]
    public void Answer_OnePersonFromAFile_NamesNoTimeThatIsNotThere(string language, params string[] untrue)
    {
        string answer = string.Join('\n', RunText.Answer(KernelRun.OfArrivals("07:01:00,S-001,1\n", ""), language));
        Assert.All(untrue, words => Assert.DoesNotContain(words, answer, StringComparison.Ordinal));
        Assert.Contains(language == "en" ? "at the one site the expected wait did not reach 25 min" : "1 个采样点的预计等候均未达到", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "never", "Fewer than 98 %")]
    [InlineData("zh", "从未", "不足 98%")]
    public void Answer_ShareIsNotReached_IsASentenceOfItsOwn(string language, string untrue, string said)
    {
        RunRecord record = KernelRun.OfArrivals("07:01:00,S-001,1\n12:10:00,S-001,2\n", ", window: {atClose: sendHome}");
        Assert.Equal(-1, record.MassTest!.T98);
        string answer = string.Join('\n', RunText.Answer(record, language));
        Assert.DoesNotContain(untrue, answer, StringComparison.Ordinal);
        Assert.Contains(said, answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_AllTestedAtTheLastSwab_IsNotLaterThanIt()
    {
        MassTestResult result = KernelRun.OfArrivals("07:01:00,S-001,1\n", "").MassTest!;
        Assert.Equal(result.LastTest, result.T98);
    }

    [Fact]
    public void Answer_NobodyTested_SaysSo()
    {
        MassTestResult result = SyntheticRun.Record(sites: 2, communities: 8).MassTest!;
        RunRecord record = SyntheticRun.Record(sites: 2, communities: 8) with
        {
            MassTest = result with { LastTest = -1, T98 = -1, TestedAtTarget = 0, TotalWait = new WaitHistogram(new long[2], 0, 0) },
        };
        Assert.Contains(TextCatalogue.In("en")["answer.noTest"], RunText.Answer(record, "en"));
    }
}

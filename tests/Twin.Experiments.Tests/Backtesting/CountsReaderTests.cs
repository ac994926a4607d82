using Twin.Experiments.Backtesting.Counting;
using Twin.Experiments.Tests.Staffing;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Tests.Backtesting;

public sealed class CountsReaderTests
{
    private static SiteCounts Read(string text) => CountsReader.Read("c.csv", text, StaffDistrict.Scenario, 2);

    private static IReadOnlyList<string> ErrorsOf(string text) => [.. Assert.Throws<ScenarioFormatException>(() => Read(text)).Errors.Select(error => error.ToString())];

    [Fact]
    public void Read_ClockTimesAndTimestamps_AreMinutesSinceTheStart()
    {
        SiteCounts counts = Read("\uFEFFsite,from,to,tested,waiting\r\nS-002,07:30,2022-04-10T08:00+08:00,12,3\r\n# a note\r\n\"S-001\",07:00:00,07:15,5,0\r\n");
        Assert.Equal([new CountCell(0, 300, 315, 5, 0), new CountCell(1, 330, 360, 12, 3)], counts.Cells);
        Assert.True(counts.HasWaiting);
        Assert.Equal([0, 1], counts.Sites);
    }

    [Fact]
    public void Read_WithoutEnds_TheShortestStepIsTheLengthOfEach()
    {
        SiteCounts counts = Read("site,from,tested\nS-001,07:00,1\nS-001,07:20,2\nS-001,08:00,3\nS-002,07:00,4\n");
        Assert.Equal([(300, 320), (320, 340), (360, 380), (300, 320)], counts.Cells.Select(cell => (cell.From, cell.To)));
        Assert.False(counts.HasWaiting);
    }

    [Fact]
    public void Read_TimeBeforeTheStartsClockTime_IsOfTheNextDay() =>
        Assert.Equal(23 * 60, Read("site,from,to,tested\nS-001,01:00,01:30,1\n").Cells[0].From);

    [Theory]
    [InlineData("site,from,tested,name\n", "c.csv:1:18: name: found the column \"name\"; allowed counts by site and time only: no column of names, identity numbers, phones or addresses is read")]
    [InlineData("site,from,tested,身份证号\n", "found the column \"身份证号\"; allowed counts by site and time only")]
    [InlineData("site,from,tested,Home_Address\n", "allowed counts by site and time only")]
    [InlineData("site,from,tested,phone no\n", "allowed counts by site and time only")]
    [InlineData("site,from,tested,person id\n", "allowed counts by site and time only")]
    [InlineData("site,from,tested,weather\n", "c.csv:1:18: weather: found the column \"weather\"; allowed the columns site, from, to, tested, waiting")]
    [InlineData("site,from\n", "c.csv:1:1: tested: found no such column; allowed a header such as")]
    [InlineData("site,from,tested,tested\n", "found the column twice; allowed each column once")]
    [InlineData("site,from,tested\nS-003,07:00,1\n", "c.csv:2:1: site: found \"S-003\"; allowed a site of the plan's scenario, S-001 to S-002")]
    [InlineData("site,from,tested\nS-001,7 o'clock,1\n", "c.csv:2:7: from: found \"7 o'clock\"; allowed a clock time such as 07:30 on a whole minute")]
    [InlineData("site,from,tested\nS-001,07:00:30,1\n", "c.csv:2:7: from: found \"07:00:30\"; allowed a clock time such as 07:30 on a whole minute")]
    [InlineData("site,from,tested\nS-001,07:00,-1\n", "c.csv:2:13: tested: found \"-1\"; allowed a whole number from 0 to 1000000")]
    [InlineData("site,from,tested\nS-001,07:00,1.5\n", "tested: found \"1.5\"; allowed a whole number")]
    [InlineData("site,from,to,tested,waiting\nS-001,07:00,07:30,1,\n", "c.csv:2:21: waiting: found nothing; allowed a whole number")]
    [InlineData("site,from,to,tested\nS-001,07:00,06:30,1\n", "c.csv:2:13: to: found \"06:30\"; allowed a time after from")]
    [InlineData("site,from,to,tested\nS-001,07:00,07:30,1\nS-001,07:20,07:40,1\n", "c.csv:3:7: from: found an interval of S-001 that overlaps with that in line 2")]
    [InlineData("site,from,tested\nS-001,07:00,1\nS-002,07:00,1\n", "to: found no such column, and no site with two intervals")]
    [InlineData("site,from,tested\nS-001,07:00\n", "c.csv:2:1: line: found 2 fields; allowed 3, as in the header")]
    [InlineData("site,from,tested\n", "found a header without rows")]
    [InlineData("", "found an empty file")]
    public void Read_WrongFile_SaysWhereWhatAndWhatIsAllowed(string text, string message) =>
        Assert.Contains(ErrorsOf(text), error => error.Contains(message, StringComparison.Ordinal));

    [Theory]
    [InlineData("site_id", false)]
    [InlineData("tested", false)]
    [InlineData("interval", false)]
    [InlineData("姓名", true)]
    [InlineData("ID", true)]
    [InlineData("openid", true)]
    [InlineData("Surname", true)]
    [InlineData("mobile", true)]
    public void Tells_Column_OfAPersonOrNot(string column, bool expected) => Assert.Equal(expected, PersonColumns.Tells(column));

    [Fact]
    public void Of_SimulatedDay_ReadsBackAsItsCounts()
    {
        SiteCounts counts = BacktestDistrict.Counts(3);
        Assert.True(counts.HasWaiting);
        Assert.Equal(6, counts.Sites.Count);
        long tested = counts.Cells.Sum(cell => (long)cell.Tested);
        Assert.InRange(tested, 10_000, 14_700);
        Assert.Equal(counts.Cells.Select(cell => cell.Tested), counts.Observed.Tested);
    }
}

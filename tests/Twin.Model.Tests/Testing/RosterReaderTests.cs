using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Model.Tests.Testing;

public sealed class RosterReaderTests
{
    private static readonly Scenario Night = new() { Name = "night", Start = new DateTimeOffset(2022, 4, 10, 2, 0, 0, TimeSpan.FromHours(8)) };

    private static ScenarioError[] Errors(string text) =>
        [.. Assert.Throws<ScenarioFormatException>(() => RosterReader.Read("r.csv", text, Night)).Errors];

    [Fact]
    public void Read_ColumnsInAnyOrderWithBlankLinesAndCarriageReturns()
    {
        using OtherCulture other = new();
        StaffRoster roster = RosterReader.Read("r.csv", "\uFEFFdesks,site,samplers\r\n# by hand\r\n2, S-001 ,5\r\n\r\n0,S-002,0\r\n", Night);
        Assert.Equal([new RosterRow(0, null, null, 5, 2, 3), new RosterRow(1, null, null, 0, 0, 5)], roster.Rows);
        Assert.Equal((5, 2), (roster.Count(0, StaffRole.Samplers), roster.Count(0, StaffRole.Desks)));
    }

    [Fact]
    public void Read_Shifts_InEachNotation()
    {
        StaffRoster roster = RosterReader.Read("r.csv", "site,from,to,samplers,desks\nS-001,,09:30,3,1\nS-001,09:30+08:00,2022-04-10T12:00:00+08:00,2,1\n", Night);
        Assert.Equal([new RosterRow(0, null, 27_000_000, 3, 1, 2), new RosterRow(0, 27_000_000, 36_000_000, 2, 1, 3)], roster.Rows);
        Assert.Equal(5, roster.Count(0, StaffRole.Samplers));
    }

    [Theory]
    [InlineData("site,samplers,desks\nS-1,5,2\n", 2, 1, "site", "\"S-1\"", "a site's code such as S-017")]
    [InlineData("site,samplers,desks\nS-001,-1,2\n", 2, 7, "samplers", "\"-1\"", "a whole number from 0 to 10000")]
    [InlineData("site,samplers,desks\nS-001,5,1.5\n", 2, 9, "desks", "\"1.5\"", "a whole number from 0 to 10000")]
    [InlineData("site,samplers,desks\nS-001,5,\n", 2, 9, "desks", "nothing", "a whole number from 0 to 10000")]
    [InlineData("site,samplers,desks\nS-001,5\n", 2, 1, "line", "2 fields", "3, as in the header")]
    [InlineData("site,samplers,desks\nS-001,5,2\nS-001,5,2\n", 3, 1, "site", "S-001 again with the same times, as in line 2", "each site once, or once for each shift")]
    [InlineData("site,from,to,samplers,desks\nS-001,10:00,09:00,5,2\n", 2, 13, "to", "\"09:00\"", "a time after from")]
    [InlineData("site,from,to,samplers,desks\nS-001,12:00,,5,2\n", 2, 7, "from", "\"12:00\"", "a time before closing (2022-04-10T12:00:00+08:00)")]
    [InlineData("site,from,to,samplers,desks\nS-001,,07:00,5,2\n", 2, 8, "to", "\"07:00\"", "a time after opening (2022-04-10T07:00:00+08:00)")]
    [InlineData("site,people\n", 1, 6, "people", "the column \"people\"", "the columns site, samplers, desks, from, to")]
    [InlineData("site,samplers,samplers,desks\n", 1, 15, "samplers", "the column twice", "each column once")]
    [InlineData("", 1, 1, "line", "an empty file", "a header such as site,samplers,desks or site,from,to,samplers,desks, then a line for each site")]
    [InlineData("site,samplers,desks\n", 2, 1, "line", "a header without rows", "a header such as site,samplers,desks or site,from,to,samplers,desks, then a line for each site")]
    public void Read_Wrong_SaysWhereWhatAndWhatIsAllowed(string text, int line, int column, string path, string found, string allowed)
    {
        using OtherCulture other = new();
        Assert.Equal(new ScenarioError("r.csv", line, column, path, found, allowed, null), Errors(text)[0]);
    }

    [Fact]
    public void Read_TimesThatAreNoTimes_AreRefusedWithTheirPlaces()
    {
        ScenarioError[] errors = Errors("site,from,to,samplers,desks\nS-001,7 o'clock,25:00,5,2\n");
        Assert.Equal([("from", 7), ("to", 17)], errors.Select(error => (error.Path, error.Column)));
    }

    [Fact]
    public void Read_AColumnWithoutAName_SaysWhatIsMissing() =>
        Assert.Equal(["samplers", "desks"], Errors("site\nS-001\n").Select(error => error.Path));

    [Fact]
    public void RosterText_Read_GivesTheSameRoster()
    {
        StaffRoster roster = StaffRoster.Of([3, 0, 12], [1, 0, 4]);
        StaffRoster read = RosterReader.Read("r.csv", RosterText.Of(roster, Night.Start), Night);
        Assert.Equal(roster.Rows.Select(row => row with { Line = 0 }), read.Rows.Select(row => row with { Line = 0 }));
    }

    [Fact]
    public void RosterText_Shifts_AreReadAsTheSameMoments()
    {
        using OtherCulture other = new();
        StaffRoster roster = new()
        {
            Rows = [new RosterRow(0, null, null, 5, 4, 0), new RosterRow(0, null, 32_400_000, 11, 3, 0), new RosterRow(1, 27_000_001, 36_000_000, 2, 1, 0), new RosterRow(1, 84_600_000, null, 1, 1, 0)],
        };
        Scenario late = Night with { Horizon = Duration.Minutes(48 * 60), Testing = new MassTestingParameters { Window = new WindowParameters { Close = new Moment(90_000_000) } } };
        string text = RosterText.Of(roster, late.Start);
        Assert.StartsWith("site,from,to,samplers,desks\nS-001,,,5,4\nS-001,,11:00,11,3\nS-002,2022-04-10T09:30:00.001+08:00,12:00,2,1\n", text, StringComparison.Ordinal);
        Assert.Equal(roster.Rows, RosterReader.Read("r.csv", text, late).Rows.Select(row => row with { Line = 0 }));
    }
}

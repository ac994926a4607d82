using System.Globalization;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Model.Tests.Testing;

public sealed class ArrivalReaderTests
{
    private static readonly Scenario Night = new()
    {
        Name = "night",
        Start = new DateTimeOffset(2022, 4, 10, 2, 0, 0, TimeSpan.FromHours(8)),
        Testing = new MassTestingParameters { Sites = new SiteParameters { Count = 3 } },
    };

    private static ScenarioError[] Errors(string text) =>
        [.. Assert.Throws<ScenarioFormatException>(() => ArrivalReader.Read("a.csv", text, Night)).Errors];

    [Theory]
    [InlineData("0", 0)]
    [InlineData("3600.25", 3_600_250)]
    [InlineData("12.500", 12_500)]
    [InlineData("5h1min", 18_060_000)]
    [InlineData("250ms", 250)]
    [InlineData("07:00:12.250", 18_012_250)]
    [InlineData("07:00", 18_000_000)]
    [InlineData("07:00+08:00", 18_000_000)]
    [InlineData("23:00Z", 18_000_000)]
    [InlineData("01:30", 84_600_000)]
    [InlineData("2022-04-10T07:00:00+08:00", 18_000_000)]
    public void Read_Time_InEachNotation(string time, long milliseconds)
    {
        using OtherCulture other = new();
        Assert.Equal([milliseconds], ArrivalReader.Read("a.csv", $"time,site\n{time},1\n", Night).Time);
    }

    [Fact]
    public void Read_ColumnsInAnyOrderQuotedWithBlankLinesAndCarriageReturns()
    {
        ArrivalList list = ArrivalReader.Read("a.csv", "\uFEFFsite,person,time,class,swab\r\n# made by another model\r\nS-002,\"Li, 1\",5,child,20.5\r\n\r\n3, \"b\"\"c\" ,4,assisted,\r\n", Night);
        Assert.Equal([1, 2], list.Site);
        Assert.Equal(["Li, 1", "b\"c"], list.Person);
        Assert.Equal([5000, 4000], list.Time);
        Assert.Equal([8, 40], list.Age);
        Assert.Equal([false, true], list.Assisted);
        Assert.Equal([20_500, -1], list.Swab);
        Assert.Empty(list.Registration);
    }

    [Theory]
    [InlineData("", 40, false)]
    [InlineData("adult", 40, false)]
    [InlineData("ready", 40, false)]
    [InlineData("child", 8, false)]
    [InlineData("aged", 70, false)]
    [InlineData("assisted", 40, true)]
    [InlineData("aged+assisted", 70, true)]
    [InlineData("assisted + child", 8, true)]
    public void Read_Class(string text, byte age, bool assisted)
    {
        ArrivalList list = ArrivalReader.Read("a.csv", $"time,site,person,class\n1,1,a,{text}\n", Night);
        Assert.Equal((age, assisted), (list.Age[0], list.Assisted[0]));
    }

    [Fact]
    public void Read_ManyErrors_AreReportedAtOnceWithTheirPlaces()
    {
        ScenarioError[] errors = Errors("""
            time,site,person,class,registration
            soon,1,a,adult,
            1.0005,4,a,adult,
            -3,S-0,b,teacher,0
            24h,1,c,aged+child,-1
            1,1
            2,,d,+,1.0001
            """);
        Assert.Equal(
            [
                "2:1 time \"soon\"", "3:1 time \"1.0005\"", "3:8 site \"4\"", "3:10 person \"a\" again, as in line 2", "4:1 time \"-3\"", "4:4 site \"S-0\"",
                "4:10 class \"teacher\"", "4:18 registration \"0\"", "5:1 time \"24h\"", "5:9 class \"aged+child\"", "5:20 registration \"-1\"", "6:1 line 2 fields",
                "7:3 site nothing", "7:6 class \"+\"", "7:8 registration \"1.0001\"",
            ],
            errors.Select(error => string.Create(CultureInfo.InvariantCulture, $"{error.Line}:{error.Column} {error.Path} {error.Found}")));
        Assert.All(errors, error => Assert.Equal("a.csv", error.File));
        Assert.Contains("S-003", errors[2].Allowed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "1:1 an empty file")]
    [InlineData("time,site\n", "2:1 a header without people")]
    [InlineData("time,place\n1,1\n", "1:6 the column \"place\"")]
    [InlineData("time,site,time\n1,1,1\n", "1:11 the column twice")]
    [InlineData("site,person\n1,a\n", "1:1 no such column")]
    [InlineData("time,site,name\n1,1,a\n", "1:11 the column \"name\"")]
    public void Read_WrongHeader_IsRefused(string text, string expected)
    {
        ScenarioError error = Errors(text)[0];
        Assert.Equal(expected, string.Create(CultureInfo.InvariantCulture, $"{error.Line}:{error.Column} {error.Found}"));
    }

    [Fact]
    public void Read_AnErrorInEachOfManyLines_ListsTheFirstHundredAndCountsTheRest()
    {
        ScenarioError[] errors = Errors("time,site\n" + string.Concat(Enumerable.Repeat("x,1\n", 1000)));
        Assert.Equal(101, errors.Length);
        Assert.Equal("900 errors more from here on", errors[^1].Found);
    }
}

using System.Globalization;
using System.Text;
using Twin.Experiments.Suppression;
using Twin.Experiments.Tables;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Experiments.Tests.Tables;

public sealed class TablesTests
{
    private static readonly RunRecord Run = KernelRun.Small;

    private static MassTestResult Result => Run.MassTest!;

    [Fact]
    public void ToBytes_BeginsWithTheByteOrderMarkAndQuotes()
    {
        CsvTable table = new("a", "b_s", "c");
        table.Add("x, \"y\"", 1.5, null);
        Assert.Equal("\uFEFFa,b_s,c\n\"x, \"\"y\"\"\",1.5,\n", Encoding.UTF8.GetString(table.ToBytes()));
    }

    [Fact]
    public void Add_WrongNumberOfCells_Throws() => Assert.Throws<ArgumentException>(() => new CsvTable("a", "b").Add(1));

    [Fact]
    public void Sites_EverySite_AddsUpToTheDistrict()
    {
        string[][] rows = Rows(SitesCsv.Of(Run, Result));
        int tested = Array.IndexOf(rows[0], "tested");
        Assert.Equal(Result.Sites.Count + 1, rows.Length);
        Assert.Equal(Result.Tested, rows.Skip(1).Sum(row => long.Parse(row[tested], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Timeline_LastRow_HasEverybodyTested()
    {
        string[][] rows = Rows(TimelineCsv.Of(Run, Result));
        Assert.Equal(Result.Tested, long.Parse(rows[^1][Array.IndexOf(rows[0], "tested_cumulated")], CultureInfo.InvariantCulture));
        Assert.Equal(Result.Tested, rows.Skip(1).Sum(row => long.Parse(row[Array.IndexOf(rows[0], "tested")], CultureInfo.InvariantCulture)));
        Assert.Equal("0", rows[1][0]);
        Assert.EndsWith("T02:00:00+08:00", rows[1][1], StringComparison.Ordinal);
    }

    [Fact]
    public void Timeline_AtTheTargetLine_AgreesWithTheSummary()
    {
        // A swab that ends exactly on the line counts in the summary and belongs to the next minute here: at most those differ.
        long line = (Result.Open / 60_000) + 300;
        long cumulated = Timeline.Of(Result, Run.Scenario.Testing.Sites).Cumulated[line - 1];
        Assert.InRange(Result.TestedAtTarget - cumulated, 0, 5);
    }

    [Fact]
    public void UntestedAndCommunities_SuppressedRow_LeavesCellsEmpty()
    {
        UntestedTable table = UntestedTable.Of(Result);
        Assert.Contains(table.Communities, row => row.Suppressed);
        string[][] untested = Rows(UntestedCsv.Of(table));
        string[][] communities = Rows(CommunitiesCsv.Of(Run, Result, table));
        foreach (string[] row in untested.Skip(1).Where(row => row[^1] == "1"))
        {
            Assert.All(["tested", "untested", "housebound"], column => Assert.Equal("", row[Array.IndexOf(untested[0], column)]));
        }

        foreach (string[] row in communities.Skip(1).Where(row => row[^1] == "1"))
        {
            Assert.All(["tested", "coverage_pct", "untested"], column => Assert.Equal("", row[Array.IndexOf(communities[0], column)]));
        }

        Assert.Equal(1 + 1 + table.Streets.Count + table.Communities.Count, untested.Length);
    }

    private static string[][] Rows(CsvTable table) =>
        [.. Encoding.UTF8.GetString(table.ToBytes()).TrimStart('\uFEFF').TrimEnd('\n').Split('\n').Select(line => line.Split(','))];
}

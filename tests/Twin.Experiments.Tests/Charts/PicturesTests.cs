using SkiaSharp;
using Twin.Experiments.Charts;
using Twin.Experiments.Texts;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Experiments.Tests.Charts;

public sealed class PicturesTests
{
    public static TheoryData<string> Cases => ["real", "one site", "nobody", "replications"];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Draw_EveryCase_GivesPicturesOfTheSizeWithInk(string which)
    {
        RunRecord record = Record(which);
        Pictures pictures = Pictures.Draw(record, record.MassTest!, TextCatalogue.In("zh"));
        foreach (byte[] png in new[] { pictures.Coverage, pictures.HeatMap, pictures.Waits, pictures.Map })
        {
            using SKBitmap bitmap = SKBitmap.Decode(png);
            Assert.Equal((ChartStyle.Width, ChartStyle.Height), (bitmap.Width, bitmap.Height));
            Assert.True(bitmap.Pixels.Distinct().Take(20).Count() == 20, "The picture is empty.");
        }
    }

    [Fact]
    public void Draw_SameRecord_GivesTheSameBytes()
    {
        RunRecord record = KernelRun.Small;
        TextSet texts = TextCatalogue.In("en");
        Assert.Equal(SiteMap.Draw(record, record.MassTest!, texts), SiteMap.Draw(record, record.MassTest!, texts));
    }

    [Fact]
    public void Title_Chinese_IsDrawnWithTheShippedFont()
    {
        Assert.Equal(ChartFont.Name, ChartFont.Typeface.FamilyName);
        Assert.Same(ChartFont.Typeface, ScottPlot.Fonts.GetTypeface("anything", bold: false, italic: false));
    }

    [Fact]
    public void GetColor_LongerWait_IsDarkerWithinAndAcrossTiers()
    {
        TierColormap map = new(0.3, 0.6);
        double[] light = [.. new[] { 0, 0.29, 0.31, 0.59, 0.61, 1 }.Select(position => Luminance(map.GetColor(position)))];
        Assert.True(light[0] > light[1] && light[2] > light[3] && light[3] > light[4] && light[4] > light[5], string.Join(", ", light));
    }

    [Fact]
    public void Take_CrowdedPoints_LabelsNeverOverlap()
    {
        Random random = new(11);
        (double X, double Y)[] points = [.. Enumerable.Range(0, 60).Select(_ => (random.NextDouble() * 1_000, random.NextDouble() * 600))];
        LabelPlaces places = new(points, 1);
        (double X, double Y)[] taken = [.. points.Select(point => places.Take(point.X, point.Y, 5)).Where(place => place is not null).Select(place => place!.Value)];
        Assert.InRange(taken.Length, 10, points.Length);
        for (int i = 0; i < taken.Length; i++)
        {
            Assert.DoesNotContain(taken.Skip(i + 1), other => Math.Abs(other.X - taken[i].X) < 39 && Math.Abs(other.Y - taken[i].Y) < 15);
        }
    }

    private static RunRecord Record(string which)
    {
        RunRecord record = which switch
        {
            "real" => KernelRun.Small,
            "one site" => SyntheticRun.Record(sites: 1, communities: 8),
            "replications" => SyntheticRun.Record(sites: 6, communities: 8, replications: 3),
            _ => SyntheticRun.Record(sites: 3, communities: 8),
        };
        if (which != "nobody")
        {
            return record;
        }

        MassTestResult result = record.MassTest!;
        return record with
        {
            MassTest = result with
            {
                TestedByMinute = new long[result.TestedByMinute.Length],
                TestedAtTarget = 0,
                T98 = -1,
                LastTest = -1,
                TotalWait = new WaitHistogram(new long[3], 0, 0),
                Sites = [.. result.Sites.Select(site => site with { Opened = -1, LastTest = -1, ExpectedWaitByMinute = new long[result.TestedByMinute.Length], QueueByMinute = new long[result.TestedByMinute.Length] })],
            },
        };
    }

    private static double Luminance(ScottPlot.Color color) => (0.2126 * color.R) + (0.7152 * color.G) + (0.0722 * color.B);
}

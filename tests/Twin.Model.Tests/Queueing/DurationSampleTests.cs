using Twin.Model.Queueing;
using Twin.Model.Results;

namespace Twin.Model.Tests.Queueing;

public sealed class DurationSampleTests
{
    [Theory]
    [InlineData(new long[] { }, 0, 0, 0)]
    [InlineData(new long[] { 0 }, 0, 0, 0)]
    [InlineData(new long[] { 7, 5 }, 5, 7, 7)]
    [InlineData(new long[] { 3, 0, 2, 0, 1, 0, 4, 0, 0, 0 }, 0, 3, 4)]
    [InlineData(new long[] { 9_000_000_000, 5, 8_000_000_000, 0 }, 5, 9_000_000_000, 9_000_000_000)]
    public void Observe_AnySample_GivesExactOrderStatistics(long[] durations, long p50, long p90, long p99)
    {
        DurationSample sample = new();
        Array.ForEach(durations, sample.Add);
        MetricTable table = new((int)DurationCell.Cells);
        sample.Observe(table, 0);
        Assert.Equal(
            [durations.Length, durations.Count(d => d > 0), durations.Sum(), p50, p90, table.Cells[(int)DurationCell.P95], p99, durations.Append(0).Max()],
            table.Cells);
    }

    [Fact]
    public void Observe_AgainAfterMore_SeesAll()
    {
        DurationSample sample = new();
        for (int i = 1000; i > 0; i--)
        {
            sample.Add(i);
        }

        sample.Observe(new MetricTable((int)DurationCell.Cells), 0);
        sample.Add(0);
        MetricTable table = new((int)DurationCell.Cells);
        sample.Observe(table, 0);
        Assert.Equal([1001, 1000, 500_500, 500, 900, 950, 990, 1000], table.Cells);
    }

    [Fact]
    public void Add_Negative_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new DurationSample().Add(-1));
}

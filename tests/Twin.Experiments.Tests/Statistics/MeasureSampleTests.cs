using System.Text.Json;
using Twin.Experiments.Statistics;
using Twin.Model.Results;

namespace Twin.Experiments.Tests.Statistics;

public sealed class MeasureSampleTests
{
    private static readonly MeasureValue[] NineOfTwenty =
        [.. Enumerable.Range(1, 9).Select(i => MeasureValue.Of(i)), .. Enumerable.Repeat(MeasureValue.Beyond(100), 11)];

    [Fact]
    public void Of_DaysOfNobody_CountNowhere()
    {
        MeasureSample sample = MeasureSample.Of([10, MeasureValue.Undefined, 20, MeasureValue.Undefined]);
        Assert.Equal((2, 2, 0, 15.0), (sample.Numbers.Count, sample.Undefined, sample.Censored, sample.Mean));
    }

    [Fact]
    public void Of_CensoredInEleven_HasNoMeanAndNoGreatest()
    {
        MeasureSample sample = MeasureSample.Of(NineOfTwenty);
        Assert.Equal((9, 11, 100.0, 1.0), (sample.Numbers.Count, sample.Censored, sample.After, sample.Minimum));
        Assert.Null(sample.Mean);
        Assert.Null(sample.Maximum);
        Assert.Empty(sample.Averaged);
    }

    [Fact]
    public void Quantile_ReachedOnNineOfTwenty_NinetyIsBeyondTheBoundAndTheThirdIsKnown()
    {
        MeasureSample sample = MeasureSample.Of(NineOfTwenty);
        QuantileInterval ninety = sample.Quantile(0.9)!;
        Assert.Null(ninety.Estimate);
        Assert.Equal(100, ninety.Low);
        Assert.Null(ninety.High);
        Assert.Equal(6, sample.Quantile(0.3)!.Estimate);
    }

    [Fact]
    public void Quantile_NothingCensored_IsThatOfTheNumbers()
    {
        double[] values = [.. Enumerable.Range(1, 30).Select(i => (double)i)];
        Assert.Equal(QuantileInterval.Of(values, 0.9), MeasureSample.Of(values.Select(value => MeasureValue.Of(value))).Quantile(0.9));
    }

    [Fact]
    public void Value_InJson_ComesBackAsItWas()
    {
        MeasureValue[] values = [12.5, MeasureValue.Undefined, MeasureValue.Beyond(86_400)];
        string json = JsonSerializer.Serialize(values);
        Assert.Equal("[12.5,null,{\"after\":86400}]", json);
        Assert.Equal(values, JsonSerializer.Deserialize<MeasureValue[]>(json));
    }
}

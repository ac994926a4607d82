using Twin.Model.Queueing;

namespace Twin.Model.Tests.Queueing;

public sealed class TimeIntegralTests
{
    [Fact]
    public void Change_AcrossTheEdges_CountsOnlyTheTimeWithin()
    {
        TimeIntegral number = new(100, 200);
        number.Change(2, 50);
        number.Change(1, 150);
        Assert.Equal((50 * 2) + (10 * 3), number.Until(160));
        number.Change(-3, 190);
        number.Change(5, 195);
        Assert.Equal((50 * 2) + (40 * 3) + (5 * 5), number.Until(10_000));
        Assert.Equal((5, 3), (number.Value, number.Greatest));
    }

    [Fact]
    public void Greatest_NumberThatLastedNoTime_DoesNotCount()
    {
        TimeIntegral number = new(0, 200);
        number.Change(1, 10);
        number.Change(1, 20);
        number.Change(-1, 20);
        number.Change(-1, 30);
        Assert.Equal(1, number.Greatest);
    }
}

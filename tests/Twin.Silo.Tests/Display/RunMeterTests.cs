using Twin.Model.Events;
using Twin.Model.Results;
using Twin.Silo.Display;

namespace Twin.Silo.Tests.Display;

public sealed class RunMeterTests
{
    private const long Hour = 3_600_000;
    private static readonly DateTimeOffset Start = new(2022, 4, 1, 2, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void Read_HalfOfTheTimeInTenSeconds_EstimatesTenMore()
    {
        SteppedClock clock = new();
        RunMeter meter = new(new NamedPlan("A"), Start, 200, clock);
        meter.Read(new RunProgress(0, 0, 0, 0, "step"));
        clock.Move(TimeSpan.FromSeconds(10));
        RunReading reading = meter.Read(new RunProgress(5 * Hour, 10, 1, 50, "step"));

        Assert.Equal(0.5, reading.Fraction);
        Assert.Equal(0.25, reading.Tested);
        Assert.Equal(1_800, reading.RealTimeFactor);
        Assert.Equal(TimeSpan.FromSeconds(10), reading.Left);
        Assert.Equal("07:00  25.0 % tested  1,800 × real time  10 s left", RunMeter.Line(reading, ProgressWords.Of("en")));
    }

    [Fact]
    public void Read_AfterTheWindow_NeverExceedsTheWhole()
    {
        SteppedClock clock = new();
        RunMeter meter = new(new NamedPlan("A"), Start, 10, clock);
        meter.Read(new RunProgress(0, 0, 0, 0, "step"));
        clock.Move(TimeSpan.FromSeconds(1));
        RunReading reading = meter.Read(new RunProgress(20 * Hour, 10, 1, 11, "step"));

        Assert.Equal(1, reading.Fraction);
        Assert.Equal(1, reading.Tested);
        Assert.Equal(TimeSpan.Zero, reading.Left);
    }

    [Fact]
    public void DoneSoFar_NamesClockEventsAndPeople()
    {
        RunMeter meter = new(new NamedPlan("A"), Start, 1_000, new SteppedClock());
        meter.Read(new RunProgress(6 * Hour, 1_234, 1, 345, "step"));

        Assert.Equal("simulated up to 08:00, 1,234 events, 345 of 1,000 people tested; no result was written", meter.DoneSoFar());
    }

    [Fact]
    public void DoneSoFar_BeforeAnyEvent_SaysSo()
    {
        RunMeter meter = new(new NamedPlan("A", "B"), Start, 1_000, new SteppedClock());
        Assert.Equal("nothing was simulated yet; no result was written", meter.DoneSoFar());

        meter.Read(new RunProgress(0, 1, 0, 0, "activate"));
        Assert.Equal("1 of 2 grains activated; no result was written", meter.DoneSoFar());
    }

    [Fact]
    public void Report_OftenWithinSeconds_WritesALineNowAndThen()
    {
        SteppedClock clock = new();
        StringWriter written = new();
        RunMeter meter = new(new NamedPlan("A"), Start, 200, clock);
        PlainDisplay display = new(written, ProgressWords.Of("en"), clock);
        _ = display.ShowAsync(meter, progress =>
        {
            for (int i = 0; i < 100; i++)
            {
                clock.Move(TimeSpan.FromMilliseconds(100));
                progress!.Report(new RunProgress(i * Hour / 10, i, i, i, "step"));
            }

            return Task.FromResult(0);
        });

        Assert.Equal(2, written.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }
}

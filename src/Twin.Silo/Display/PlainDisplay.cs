using Twin.Model.Results;

namespace Twin.Silo.Display;

/// <summary>A plain line now and then, for logs and pipes: the first after 2 s, then one every 5 s.</summary>
/// <param name="writer">Where lines go.</param>
/// <param name="words">The words of the user's language.</param>
/// <param name="clock">Wall time.</param>
public sealed class PlainDisplay(TextWriter writer, ProgressWords words, TimeProvider clock) : IRunDisplay
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public Task<T> ShowAsync<T>(RunMeter meter, Func<IProgress<RunProgress>?, Task<T>> work) => work(new Lines(this, meter));

    private sealed class Lines(PlainDisplay display, RunMeter meter) : IProgress<RunProgress>
    {
        private readonly long _begin = display.Clock.GetTimestamp();
        private TimeSpan _next = First;

        public void Report(RunProgress value)
        {
            RunReading reading = meter.Read(value);
            TimeSpan elapsed = display.Clock.GetElapsedTime(_begin);
            if (elapsed >= _next)
            {
                _next = elapsed + Between;
                display.Writer.WriteLine(RunMeter.Line(reading, display.Words));
            }
        }
    }

    private TextWriter Writer => writer;

    private ProgressWords Words => words;

    private TimeProvider Clock => clock;
}

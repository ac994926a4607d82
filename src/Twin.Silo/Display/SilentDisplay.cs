using Twin.Model.Results;

namespace Twin.Silo.Display;

/// <summary>Shows nothing.</summary>
public sealed class SilentDisplay : IRunDisplay
{
    /// <inheritdoc/>
    public Task<T> ShowAsync<T>(RunMeter meter, Func<IProgress<RunProgress>?, Task<T>> work) => work(null);
}

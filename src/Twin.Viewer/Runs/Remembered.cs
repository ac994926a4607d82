namespace Twin.Viewer.Runs;

/// <summary>Something asked for once and kept; a failure is not kept.</summary>
/// <typeparam name="T">What it is.</typeparam>
/// <param name="ask">Asks for it.</param>
internal sealed class Remembered<T>(Func<Task<T>> ask)
{
    private readonly Lock _gate = new();
    private Task<T>? _answer;

    /// <summary>The answer, asked for now unless it is known or on its way.</summary>
    public Task<T> GetAsync()
    {
        lock (_gate)
        {
            return _answer is null || _answer.IsFaulted || _answer.IsCanceled ? _answer = ask() : _answer;
        }
    }
}

using System.Diagnostics;

namespace Twin.Viewer.Tests.Fakes;

/// <summary>Waits for what another thread does.</summary>
internal static class Eventually
{
    public static async Task BecomesAsync<T>(Func<T> now, T expected)
    {
        long start = Stopwatch.GetTimestamp();
        while (!EqualityComparer<T>.Default.Equals(now(), expected))
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < ViewerHost.Patience, $"still {now()}, expected {expected}");
            await Task.Yield();
        }
    }
}

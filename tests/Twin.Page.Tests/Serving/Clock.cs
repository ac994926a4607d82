using System.Globalization;
using System.Text.Json;

namespace Twin.Page.Tests.Serving;

/// <summary>Moments of a run as its page shows them.</summary>
internal static class Clock
{
    /// <summary>The run's present moment, to the second.</summary>
    /// <param name="run">The run as the API describes it.</param>
    public static string Text(JsonElement run) => Text(run, run.GetProperty("simTime").GetInt64());

    /// <summary>A moment, to the second.</summary>
    /// <param name="run">The run as the API describes it.</param>
    /// <param name="simTime">Milliseconds since its start.</param>
    public static string Text(JsonElement run, long simTime) => DateTimeOffset.Parse(run.GetProperty("start").GetString()!, CultureInfo.InvariantCulture)
        .AddMilliseconds(simTime).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}

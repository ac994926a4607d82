using Twin.Experiments.Texts;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Experiments.Charts;

/// <summary>The pictures of a mass test, PNG.</summary>
/// <param name="Coverage">Coverage against the 5-hour line.</param>
/// <param name="HeatMap">Site × time of expected wait.</param>
/// <param name="Waits">Distribution of waits.</param>
/// <param name="Map">Sites by worst jam tier.</param>
internal sealed record Pictures(byte[] Coverage, byte[] HeatMap, byte[] Waits, byte[] Map)
{
    /// <summary>Draws all, side by side on the cores.</summary>
    public static Pictures Draw(RunRecord record, MassTestResult result, TextSet texts)
    {
        ChartFont.Use();
        Func<RunRecord, MassTestResult, TextSet, byte[]>[] draw = [CoverageChart.Draw, WaitHeatMap.Draw, WaitChart.Draw, SiteMap.Draw];
        byte[][] pictures = new byte[draw.Length][];
        Parallel.For(0, draw.Length, i => pictures[i] = draw[i](record, result, texts));
        return new Pictures(pictures[0], pictures[1], pictures[2], pictures[3]);
    }
}

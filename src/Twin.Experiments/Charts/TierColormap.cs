using ScottPlot;

namespace Twin.Experiments.Charts;

/// <summary>Colours of expected waits: blues below amber, oranges to red, dark reds above; darker is always longer, so it reads without hue.</summary>
/// <param name="amber">Where amber begins, as a share of the range.</param>
/// <param name="red">Where red begins, as a share of the range.</param>
internal sealed class TierColormap(double amber, double red) : IColormap
{
    private static readonly (Color From, Color To)[] Parts =
    [
        (Color.FromHex("#F4F8FC"), Color.FromHex("#6AA5DC")),
        (Color.FromHex("#F5B04A"), Color.FromHex("#D06A10")),
        (Color.FromHex("#B3131F"), Color.FromHex("#4A0010")),
    ];

    /// <inheritdoc/>
    public string Name => "Jam tiers";

    /// <inheritdoc/>
    public Color GetColor(double position)
    {
        (int part, double start, double end) = position < amber ? (0, 0.0, amber) : position < red ? (1, amber, red) : (2, red, 1.0);
        double share = end > start ? Math.Clamp((position - start) / (end - start), 0, 1) : 0;
        (Color from, Color to) = Parts[part];
        return new Color(Mix(from.R, to.R, share), Mix(from.G, to.G, share), Mix(from.B, to.B, share));
    }

    private static byte Mix(byte from, byte to, double share) => (byte)Math.Round(from + ((to - from) * share));
}

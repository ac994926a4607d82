using ScottPlot;

namespace Twin.Experiments.Charts;

/// <summary>Colours of differences: blue below zero, white at zero, brown above; both darken away from zero, so zero and size read without hue.</summary>
/// <remarks>Blue and orange-brown differ for every common kind of colour blindness (ColorBrewer's PuOr and RdBu ends, cbfriendly).</remarks>
internal sealed class DivergingColormap : IColormap
{
    private static readonly (double At, Color Color)[] Stops =
    [
        (0.00, Color.FromHex("#053061")), (0.25, Color.FromHex("#4393C3")), (0.45, Color.FromHex("#D8E9F3")), (0.5, Color.FromHex("#FFFFFF")),
        (0.55, Color.FromHex("#FCE7CF")), (0.75, Color.FromHex("#E08214")), (1.00, Color.FromHex("#7F3B08")),
    ];

    /// <inheritdoc/>
    public string Name => "Differences";

    /// <inheritdoc/>
    public Color GetColor(double position)
    {
        double at = Math.Clamp(position, 0, 1);
        int above = Math.Max(1, Array.FindIndex(Stops, stop => stop.At >= at));
        (double from, Color low) = Stops[above - 1];
        (double to, Color high) = Stops[above];
        double share = (at - from) / (to - from);
        return new Color(Mix(low.R, high.R, share), Mix(low.G, high.G, share), Mix(low.B, high.B, share));
    }

    private static byte Mix(byte from, byte to, double share) => (byte)Math.Round(from + ((to - from) * share));
}

using System.Reflection;
using ScottPlot;
using SkiaSharp;

namespace Twin.Experiments.Charts;

/// <summary>The one font of all pictures, Latin and Chinese, from inside the program: a machine needs no fonts and no fontconfig.</summary>
internal sealed class ChartFont : IFontResolver
{
    /// <summary>Family name.</summary>
    public const string Name = "Twin Sans SC";

    private static readonly Lazy<ChartFont> Instance = new(Register);

    private readonly SKTypeface _typeface;

    private ChartFont(SKTypeface typeface) => _typeface = typeface;

    /// <summary>The typeface.</summary>
    public static SKTypeface Typeface => Instance.Value._typeface;

    /// <summary>Makes sure that pictures use it; safe to call from any thread, any number of times.</summary>
    public static void Use() => _ = Instance.Value;

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) => _typeface;

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => _typeface;

    private static ChartFont Register()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("fonts/TwinSansSC.otf")
            ?? throw new InvalidOperationException("The assembly does not hold the font fonts/TwinSansSC.otf.");
        using SKData data = SKData.Create(stream);
        ChartFont font = new(SKTypeface.FromData(data) ?? throw new InvalidOperationException("The font fonts/TwinSansSC.otf cannot be read."));
        Fonts.FontResolvers.Insert(0, font);
        Fonts.Default = Name;
        return font;
    }
}

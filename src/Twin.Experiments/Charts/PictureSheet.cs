using ScottPlot;
using SkiaSharp;

namespace Twin.Experiments.Charts;

/// <summary>Several plots on one picture of the usual size.</summary>
internal sealed class PictureSheet : IDisposable
{
    private readonly SKBitmap _bitmap = new(ChartStyle.Width, ChartStyle.Height);
    private readonly SKCanvas _canvas;

    /// <summary>An empty sheet.</summary>
    public PictureSheet()
    {
        ChartFont.Use();
        _canvas = new SKCanvas(_bitmap);
        _canvas.Clear(SKColors.White);
    }

    /// <summary>Draws a plot at a place, px.</summary>
    public PictureSheet Add(Plot plot, int x, int y, int width, int height)
    {
        using SKBitmap drawn = SKBitmap.Decode(plot.GetImageBytes(width, height, ImageFormat.Png));
        _canvas.DrawBitmap(drawn, x, y);
        return this;
    }

    /// <summary>The picture's PNG.</summary>
    public byte[] Png()
    {
        _canvas.Flush();
        using SKData data = _bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _canvas.Dispose();
        _bitmap.Dispose();
    }
}
